"""Rounds N down to a whole number."""
# caught by: solves_the_quadratic_equation
# nudge: Is N to be rounded?

import math


def random_union_log_count(n, eps):
    log_mu = log_cap(n, eps)
    if log_mu < -60:
        return -log_mu / 2
    return math.log(math.floor(0.5 + math.sqrt(0.25 + math.exp(-log_mu)) + 1e-9))
