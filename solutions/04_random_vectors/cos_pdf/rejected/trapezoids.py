"""Uses 1000 trapezoids, which leave an error of 1e-7."""
# caught by: has_the_exact_distribution_function
# nudge: How fast does the error of your rule fall with the number of points?

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
    constant, t = density_constant(n), np.asarray(t, dtype=float)
    end = np.minimum(np.arcsin(np.minimum(abs(t), 1)), 10 / np.sqrt(n))
    heights = np.cos(end[..., None] * np.linspace(0, 1, 1001)) ** (n - 2)
    total = heights.sum(axis=-1) - (heights[..., 0] + heights[..., -1]) / 2
    return 0.5 + np.sign(t) * constant * end * total / 1000
