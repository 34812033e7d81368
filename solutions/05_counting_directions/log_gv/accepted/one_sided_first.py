"""Halves the one-sided count: both its parts are twice the two-sided ones."""

import math


def log_gv(n, eps, two_sided=True):
    one_sided = max(math.log(2) + math.log(n), -log_cap(n, eps))
    return one_sided - math.log(2) * bool(two_sided)
