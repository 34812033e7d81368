"""Spreads the points over all angles up to arcsin|t|, and steps over the peak in high dimension."""
# caught by: has_a_distribution_function_in_high_dimension
# nudge: Where is the integrand for n = 100,000, and where are your points?

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
    end = np.arcsin(np.minimum(abs(t), 1))
    weights = np.array([1.0] + 99 * [4.0, 2.0] + [4.0, 1.0]) / 600
    heights = np.cos(end[..., None] * np.linspace(0, 1, 201)) ** (n - 2)
    return 0.5 + np.sign(t) * constant * end * (heights @ weights)
