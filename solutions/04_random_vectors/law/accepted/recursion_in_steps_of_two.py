"""Starts at n = 1 or 2 and climbs by Γ(x + 1) = x·Γ(x), in plain loops."""

import math

import numpy as np


def check_numbers(n, sigma):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not sigma > 0:
        raise ValueError("sigma is above 0")


def law(n, sigma):
    check_numbers(n, sigma)
    start = 1 if n % 2 else 2
    quotient = 1 / math.sqrt(math.pi) if start == 1 else math.sqrt(math.pi) / 2
    for k in range(start, int(n), 2):
        quotient *= (k + 1) / k
    return {
        "mean_norm": np.float64(sigma * math.sqrt(2) * quotient),
        "mean_abs_cos": np.float64(1 / (math.sqrt(math.pi) * quotient)),
        "var_cos": np.float64(1 / n),
        "var_inner": np.float64(n * sigma**4),
        "var_inner_over_sqrt_n": np.float64(sigma**4),
    }
