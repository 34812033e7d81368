"""Solves N(N+1)μ = 1."""
# caught by: solves_the_quadratic_equation
# nudge: How many partners has one of N vectors?

import math


def random_union_log_count(n, eps):
    log_mu = log_cap(n, eps)
    return math.log(math.sqrt(0.25 + math.exp(-log_mu)) - 0.5) if log_mu > -600 else -log_mu / 2
