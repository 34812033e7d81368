"""Divides the inner product by n instead of √n."""
# caught by: has_the_variances_for_n_4_and_sigma_2, has_the_exact_variances
# nudge: What does a division by √n do to a variance?

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
        "var_inner_over_sqrt_n": sigma**4 / n,
        "var_cos": 1 / n,
        "mean_abs_cos": 1 / (math.sqrt(math.pi) * gamma_quotient(n)),
        "mean_norm": sigma * math.sqrt(2) * gamma_quotient(n),
    }
