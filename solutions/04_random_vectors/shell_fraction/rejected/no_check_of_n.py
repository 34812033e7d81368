"""Never looks at n."""
# caught by: refuses_impossible_numbers
# nudge: What is the share for n = 0?

import math


def shell_fraction(n, delta):
    if not 0 <= delta <= 1:
        raise ValueError("delta")
    return 1.0 if delta == 1 else -math.expm1(n * math.log1p(-delta))
