"""Squares t in the type that came in."""
# caught by: keeps_the_shape_of_t
# nudge: What is 100 · 100 in int8?

import math

import numpy as np


def check_dimension(n):
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError("the dimension is an integer of at least 2")


def density_constant(n):
    check_dimension(n)
    return math.exp(math.lgamma(n / 2) - math.lgamma((n - 1) / 2)) / math.sqrt(math.pi)


def exact_distribution(t, n):
    constant, t = density_constant(n), np.asarray(t, dtype=float)
    end = np.minimum(np.arcsin(np.minimum(abs(t), 1)), 10 / np.sqrt(n))
    points, weights = np.polynomial.legendre.leggauss(40)
    phi = end[..., None] * (points + 1) / 2
    return 0.5 + np.sign(t) * constant * end / 2 * (np.cos(phi) ** (n - 2) @ weights)


def cos_pdf(t, n):
    constant, t = density_constant(n), np.asarray(t)
    s = 1 - t * t
    inside = s >= 0
    with np.errstate(divide="ignore"):
        return np.where(inside, constant * np.where(inside, s, 1.0) ** ((n - 3) / 2), 0.0)


def cos_cdf(t, n):
    return exact_distribution(t, n)
