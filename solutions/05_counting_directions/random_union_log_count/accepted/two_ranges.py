"""The formula as it stands while everything is a float, and half of −log μ beyond."""

import math


def random_union_log_count(n, eps):
    log_mu = log_cap(n, eps)
    if log_mu < -100:
        return -log_mu / 2  # the rest is below e^-50
    return math.log(0.5 + math.sqrt(0.25 + math.exp(-log_mu)))
