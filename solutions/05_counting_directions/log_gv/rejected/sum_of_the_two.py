"""Adds basis and caps up."""
# caught by: is_no_worse_than_a_basis, is_right_two_sided, is_right_one_sided, is_right_in_low_dimension
# nudge: May you put both sets together?

import math

import numpy as np


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, eps)
    if two_sided:
        return np.logaddexp(math.log(n), -log_mu - math.log(2))
    return np.logaddexp(math.log(2 * n), -log_mu)
