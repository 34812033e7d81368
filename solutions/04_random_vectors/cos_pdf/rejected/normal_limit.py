"""Uses N(0, 1/n) instead of the exact law."""
# caught by: has_the_known_densities, has_the_known_distribution_functions, has_the_exact_density, has_the_exact_distribution_function
# nudge: How good is the limit for n = 3?

import math

import numpy as np


def check_dimension(n):
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError("the dimension is an integer of at least 2")


def cos_pdf(t, n):
    check_dimension(n)
    t = np.asarray(t, dtype=float)
    return np.where(abs(t) < 1, np.sqrt(n / (2 * np.pi)) * np.exp(-n * t**2 / 2), 0.0)


def cos_cdf(t, n):
    check_dimension(n)
    t = np.asarray(t, dtype=float)
    values = [0.5 * math.erfc(-s * math.sqrt(n / 2)) for s in t.ravel()]
    return np.where(abs(t) < 1, np.reshape(values, t.shape), t > 0)
