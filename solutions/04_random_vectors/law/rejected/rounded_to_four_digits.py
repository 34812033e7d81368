"""Rounds the means to four digits."""
# caught by: has_the_means_in_the_plane, has_the_exact_mean_of_the_absolute_cosine, has_the_exact_mean_length
# nudge: How many digits are asked for?

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
        "mean_abs_cos": round(1 / (math.sqrt(math.pi) * gamma_quotient(n)), 4),
        "mean_norm": round(sigma * math.sqrt(2) * gamma_quotient(n), 4),
    }
