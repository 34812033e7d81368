"""Divides Gammas while they fit into a float, and uses Stirling’s series beyond."""

import math

import numpy as np


def check_numbers(n, sigma):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not sigma > 0:
        raise ValueError("sigma is above 0")


def quotient(n):
    if n < 300:
        return math.gamma((n + 1) / 2) / math.gamma(n / 2)
    return math.sqrt(n / 2) * (1 - 1 / (4 * n) + 1 / (32 * n**2) + 5 / (128 * n**3))


def law(n, sigma):
    check_numbers(n, sigma)
    n = float(n)
    return {
        "var_inner": np.asarray(n * sigma**4),
        "var_inner_over_sqrt_n": np.asarray(sigma**4),
        "var_cos": np.asarray(1 / n),
        "mean_abs_cos": np.asarray(1 / math.sqrt(math.pi) / quotient(n)),
        "mean_norm": np.asarray(sigma * math.sqrt(2) * quotient(n)),
    }
