"""Estimates the distribution function from 10,000 samples."""
# caught by: has_the_known_distribution_functions, has_the_exact_distribution_function, has_a_distribution_function_in_high_dimension
# nudge: How large is the error of an average of 10,000 samples?

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
    check_dimension(n)
    rng = np.random.default_rng(0)
    sample = np.sort(2 * rng.beta((n - 1) / 2, (n - 1) / 2, 10_000) - 1)
    return np.searchsorted(sample, np.asarray(t, dtype=float), side="right") / 10_000
