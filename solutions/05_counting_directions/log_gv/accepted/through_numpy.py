"""Adds the logarithms of the two caps with np.logaddexp."""

import numpy as np


def log_gv(n, eps, two_sided=True):
    mu = log_cap(n, eps)
    forbidden = np.logaddexp(mu, mu) if two_sided else mu
    return np.maximum(-forbidden, np.log(n if two_sided else 2 * n))
