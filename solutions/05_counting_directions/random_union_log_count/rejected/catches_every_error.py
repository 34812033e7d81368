"""Returns 0 where log_cap refuses its arguments."""
# caught by: refuses_bad_arguments
# nudge: What should happen for ε = 1.5?

import math


def random_union_log_count(n, eps):
    try:
        half = log_cap(n, eps) / 2
    except ValueError:
        return 0.0
    return math.asinh(math.exp(half) / 2) - half
