"""Lets a vector forbid one cap only in the two-sided case."""
# caught by: counts_the_directions_of_gpt2, is_right_two_sided, is_right_in_low_dimension
# nudge: What does |cos| ≤ ε forbid near −v?

import math


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, eps)
    return max(math.log(n if two_sided else 2 * n), -log_mu)
