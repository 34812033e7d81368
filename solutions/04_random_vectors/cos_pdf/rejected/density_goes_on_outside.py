"""Uses |1 − t²|, so that the density goes on beyond ±1."""
# caught by: knows_that_cosines_end_at_one
# nudge: Is there a cosine of 1.5?

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
    with np.errstate(divide="ignore"):
        return constant * abs(1 - t**2) ** ((n - 3) / 2)


def cos_cdf(t, n):
    return exact_distribution(t, n)
