"""Integrates the density in t with Simpson’s rule, though it is infinite or steep at the ends."""
# caught by: has_the_exact_distribution_function
# nudge: Where is the density for n = 2 infinite?

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


def cos_pdf(t, n):
    return exact_density(t, n)


def cos_cdf(t, n):
    t = np.clip(np.asarray(t, dtype=float), -0.999999999, 0.999999999)
    weights = np.array([1.0] + 499 * [4.0, 2.0] + [4.0, 1.0]) / 3000
    heights = exact_density(t[..., None] * np.linspace(0, 1, 1001), n)
    return 0.5 + t * (heights @ weights)
