"""Finds the root of log N + log(N − 1) + log μ by bisection."""

import math


def random_union_log_count(n, eps):
    log_mu = log_cap(n, eps)
    low, high = 1e-9, 1.0 - log_mu
    for _ in range(100):
        middle = (low + high) / 2
        # log(N − 1) = log N + log(1 − 1/N)
        if 2 * middle + math.log(-math.expm1(-middle)) + log_mu <= 0:
            low = middle
        else:
            high = middle
    return low
