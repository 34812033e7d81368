"""Rounds the count to a whole number, which overflows."""
# caught by: is_right_two_sided, is_right_one_sided
# nudge: What was asked for, and what is e^1772 as a float?

import math

import numpy as np


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, eps)
    bound = max(math.log(n), -log_mu - math.log(2)) if two_sided else max(math.log(2 * n), -log_mu)
    with np.errstate(over="ignore"):
        return float(np.log(np.ceil(np.exp(bound) - 1e-6)))
