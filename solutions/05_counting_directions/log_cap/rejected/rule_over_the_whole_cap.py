"""Spreads the points of the rule over the whole cap and steps over the rim where all the mass is."""
# caught by: is_exact_in_high_dimension, survives_underflow, is_right_at_the_equator
# nudge: How many of your points lie within 0.01 of the rim?

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
    theta, cot = math.acos(eps), eps / math.sqrt(1 - eps**2)
    points, weights = np.polynomial.legendre.leggauss(64)
    u = theta * (points + 1) / 2
    integral = theta / 2 * weights @ (np.cos(u) - cot * np.sin(u)) ** (n - 2)
    return cap_constant(n) + (n - 2) / 2 * math.log1p(-(eps**2)) + math.log(integral)
