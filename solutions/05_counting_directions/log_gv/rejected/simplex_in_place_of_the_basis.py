"""Takes the n + 1 corners of a simplex in the one-sided case, where a basis and its negatives are more."""
# caught by: is_right_one_sided, is_right_in_low_dimension
# nudge: How many vectors are ±e_1, …, ±e_n?

import math


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, eps)
    return max(math.log(n), -log_mu - math.log(2)) if two_sided else max(math.log(n + 1), -log_mu)
