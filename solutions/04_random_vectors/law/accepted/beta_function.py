"""Writes both means with the Beta function."""

import math

import numpy as np


def check_numbers(n, sigma):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not sigma > 0:
        raise ValueError("sigma is above 0")


def log_beta(a, b):
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def law(n, sigma):
    check_numbers(n, sigma)
    beta = math.exp(log_beta(0.5, n / 2))  # √π Γ(n/2)/Γ((n+1)/2)
    return dict(
        var_inner=n * sigma**4,
        var_inner_over_sqrt_n=sigma**4,
        var_cos=1 / n,
        mean_abs_cos=beta / math.pi,
        mean_norm=sigma * math.sqrt(2 * math.pi) / beta,
    )
