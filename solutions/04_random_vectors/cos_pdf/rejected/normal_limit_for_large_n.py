"""Switches to the normal density where Γ overflows."""
# caught by: has_a_density_in_high_dimension, has_a_distribution_function_in_high_dimension
# nudge: How far is the limit from the exact law at n = 768?

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
    check_dimension(n)
    t = np.asarray(t, dtype=float)
    if n <= 300:
        return exact_density(t, n)
    return np.where(abs(t) < 1, np.sqrt(n / (2 * np.pi)) * np.exp(-n * t**2 / 2), 0.0)


def cos_cdf(t, n):
    check_dimension(n)
    t = np.asarray(t, dtype=float)
    if n <= 300:
        return exact_distribution(t, n)
    values = [0.5 * math.erfc(-s * math.sqrt(n / 2)) for s in t.ravel()]
    return np.where(abs(t) < 1, np.reshape(values, t.shape), t > 0)
