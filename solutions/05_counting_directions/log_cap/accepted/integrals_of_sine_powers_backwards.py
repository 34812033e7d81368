"""Solves the recursion of ∫sin^m from a large m downwards, where it is stable."""

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
    if n * eps**2 < 2:
        # Near the equator: half the sphere minus a strip, by the rule of Gauss and Legendre.
        points, weights = np.polynomial.legendre.leggauss(60)
        t = eps * (points + 1) / 2
        strip = eps / 2 * weights @ (1 - t * t) ** ((n - 3) / 2)
        return math.log(0.5 - math.exp(cap_constant(n)) * strip)
    # Q = ∫_0^θ sin^m / sin^(m+1)θ obeys Q_(m−2) = (m·Q_m·sin²θ + cos θ)/(m − 1).
    steps = int(25 / eps**2)
    m, Q = n - 2 + 2 * steps, 0.0
    for _ in range(steps):
        Q = (m * Q * (1 - eps**2) + eps) / (m - 1)
        m -= 2
    return cap_constant(n) + (n - 1) / 2 * math.log1p(-(eps**2)) + math.log(Q)
