"""Uses the exponent n − 3 with 1 − t²."""
# caught by: has_the_known_densities, has_the_exact_density, has_a_density_in_high_dimension
# nudge: Is sin²θ = 1 − t², or sin θ?

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
    constant, t = density_constant(n), np.asarray(t, dtype=float)
    inside = abs(t) <= 1
    s = 1 - np.where(inside, t, 0) ** 2
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(inside, constant * s ** (n - 3.0), 0.0)


def cos_cdf(t, n):
    return exact_distribution(t, n)
