"""Pushes ε into the allowed range in place of refusing it."""
# caught by: refuses_bad_arguments
# nudge: What should happen for ε = 1.5?

import math


def random_union_log_count(n, eps):
    half = log_cap(n, min(max(eps, 0.0), 0.999999)) / 2
    return math.asinh(math.exp(half) / 2) - half
