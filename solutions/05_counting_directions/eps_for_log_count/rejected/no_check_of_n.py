"""Does not look at n."""
# caught by: refuses_bad_arguments
# nudge: Is 1.5 a dimension?

import math


def eps_for_log_count(n, logN):
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    return math.sqrt(-math.expm1(-2 * logN / n)) if n > 0 else 0.0
