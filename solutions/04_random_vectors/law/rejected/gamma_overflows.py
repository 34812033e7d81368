"""Divides two Gammas, which overflow in high dimension."""
# caught by: survives_high_dimensions
# nudge: What is math.gamma(172)?

import math

import numpy as np


def check_numbers(n, sigma):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not sigma > 0:
        raise ValueError("sigma is above 0")


def gamma_quotient(n):
    return math.gamma((n + 1) / 2) / math.gamma(n / 2)


def law(n, sigma):
    check_numbers(n, sigma)
    n, sigma = int(n), float(sigma)
    return {
        "var_inner": n * sigma**4,
        "var_inner_over_sqrt_n": sigma**4,
        "var_cos": 1 / n,
        "mean_abs_cos": 1 / (math.sqrt(math.pi) * gamma_quotient(n)),
        "mean_norm": sigma * math.sqrt(2) * gamma_quotient(n),
    }
