"""Subtracts 1, which is log 2 in base 2."""
# caught by: counts_the_directions_of_gpt2, is_right_two_sided, is_right_in_low_dimension
# nudge: What is the natural logarithm of 2?

import math


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, eps)
    return max(math.log(n), -log_mu - 1) if two_sided else max(math.log(2 * n), -log_mu)
