"""Integrates up to arccos|t|, the angle from the pole."""
# caught by: has_the_known_distribution_functions, has_the_exact_distribution_function
# nudge: From where is φ measured, the equator or the pole?

import math

import numpy as np


def check_dimension(n):
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError("the dimension is an integer of at least 2")


def density_constant(n):
    check_dimension(n)
    return math.exp(math.lgamma(n / 2) - math.lgamma((n - 1) / 2)) / math.sqrt(math.pi)


def exact_density(t, n):
    constant, t = density_constant(n), np.asarray(t, dtype=float)
    inside = abs(t) <= 1
    with np.errstate(divide="ignore"):
        power = (1 - np.where(inside, t, 0) ** 2) ** ((n - 3) / 2)
    return np.where(inside, constant * power, 0.0)


def exact_distribution(t, n):
    constant, t = density_constant(n), np.asarray(t, dtype=float)
    end = np.minimum(np.arcsin(np.minimum(abs(t), 1)), 10 / np.sqrt(n))
    points, weights = np.polynomial.legendre.leggauss(40)
    phi = end[..., None] * (points + 1) / 2
    return 0.5 + np.sign(t) * constant * end / 2 * (np.cos(phi) ** (n - 2) @ weights)


def cos_pdf(t, n):
    return exact_density(t, n)


def cos_cdf(t, n):
    t = np.asarray(t, dtype=float)
    other = np.sqrt(1 - np.minimum(abs(t), 1) ** 2)
    return exact_distribution(np.sign(t) * other, n)
