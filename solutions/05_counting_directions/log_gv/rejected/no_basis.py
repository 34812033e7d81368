"""Forgets the orthonormal basis: six directions at (768, 0.05)."""
# caught by: is_no_worse_than_a_basis, is_right_two_sided, is_right_one_sided, is_right_in_low_dimension
# nudge: How many vectors does an orthonormal basis have?

import math


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, eps)
    return -log_mu - math.log(2) if two_sided else -log_mu
