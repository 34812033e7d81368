"""Integrates by parts: from n to n + 2, and so on, one positive term each time."""

import math

import numpy as np


def cap_arguments(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError("n must be an integer of at least 2")
    if not 0 <= eps < 1:
        raise ValueError("eps must lie in 0 <= eps < 1")
    return int(n), float(eps)


def cap_constant(n):
    return math.lgamma(n / 2) - math.lgamma((n - 1) / 2) - math.log(math.pi) / 2


def log_cap(n, eps):
    n, eps = cap_arguments(n, eps)
    # μ_n − μ_(n+2) = t_0 = C_n ε(1−ε²)^((n−1)/2)/(n−1), and so on: μ_n is the sum of all t_j,
    # t_(j+1)/t_j = (n/2 + j)/((n+1)/2 + j)·(1−ε²).
    if n * eps**2 < 10:
        # Near the equator: ½ minus Gauss's series, whose terms are positive and fall fast.
        term, total = 1.0, 0.0
        for k in range(400):
            total += term
            term *= (n / 2 + k) / (1.5 + k) * eps**2
        inside = eps * total * math.exp(cap_constant(n) + (n - 1) / 2 * math.log1p(-(eps**2)))
        return math.log(0.5 - inside)
    ratio, term, total, j = 1 - eps**2, 1.0, 0.0, 0
    while term > 1e-12 * total * eps**2:
        total += term
        term *= (n / 2 + j) / ((n + 1) / 2 + j) * ratio
        j += 1
    first = cap_constant(n) + (n - 1) / 2 * math.log1p(-(eps**2)) + math.log(eps / (n - 1))
    return first + math.log(total)
