"""Integrates |cos φ|·cosⁿ⁻²φ numerically, and gets the mean length from E|x₁| = E‖x‖·E|cos θ|."""

import math

import numpy as np


def check_numbers(n, sigma):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not sigma > 0:
        raise ValueError("sigma is above 0")


def law(n, sigma):
    check_numbers(n, sigma)
    n, sigma = int(n), float(sigma)
    if n == 1:
        mean = 1.0
    else:
        points, weights = np.polynomial.legendre.leggauss(80)
        phi = min(math.pi / 2, 12 / math.sqrt(n)) * (points + 1) / 2
        heights = np.cos(phi) ** (n - 2)
        mean = float((np.sin(phi) * heights) @ weights / (heights @ weights))
    return {
        "var_inner": n * sigma**4,
        "var_inner_over_sqrt_n": sigma**4,
        "var_cos": 1 / n,
        "mean_abs_cos": mean,
        "mean_norm": sigma * math.sqrt(2 / math.pi) / mean,
    }
