"""Integrates over one half only and forgets the other."""
# caught by: has_the_means_in_the_plane, has_the_exact_mean_of_the_absolute_cosine
# nudge: Are there negative cosines too?

import math

import numpy as np


def check_numbers(n, sigma):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not sigma > 0:
        raise ValueError("sigma is above 0")


def gamma_quotient(n):
    return math.exp(math.lgamma((n + 1) / 2) - math.lgamma(n / 2))


def law(n, sigma):
    check_numbers(n, sigma)
    n, sigma = int(n), float(sigma)
    return {
        "var_inner": n * sigma**4,
        "var_inner_over_sqrt_n": sigma**4,
        "var_cos": 1 / n,
        "mean_abs_cos": 0.5 / (math.sqrt(math.pi) * gamma_quotient(n)),
        "mean_norm": sigma * math.sqrt(2) * gamma_quotient(n),
    }
