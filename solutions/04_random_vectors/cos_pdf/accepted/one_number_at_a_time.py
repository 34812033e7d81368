"""Integrates for each number on its own, in a plain loop."""

import math

import numpy as np


def check_dimension(n):
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError("the dimension is an integer of at least 2")


def density_constant(n):
    check_dimension(n)
    return math.exp(math.lgamma(n / 2) - math.lgamma((n - 1) / 2)) / math.sqrt(math.pi)


def one_density(t, n):
    if abs(t) > 1 or (abs(t) == 1 and n > 3):
        return 0.0
    if abs(t) == 1:
        return math.inf if n == 2 else 0.5
    return density_constant(n) * math.exp((n - 3) / 2 * (math.log1p(t) + math.log1p(-t)))


def one_probability(t, n):
    if abs(t) >= 1:
        return 1.0 if t > 0 else 0.0
    lower, upper = max(-math.pi / 2, -10 / math.sqrt(n)), math.asin(t)
    if upper <= lower:
        return 0.0
    upper = min(upper, 10 / math.sqrt(n))
    points = np.linspace(lower, upper, 4001)
    heights = np.cos(points) ** (n - 2)
    total = heights[0] + heights[-1] + 4 * heights[1:-1:2].sum() + 2 * heights[2:-1:2].sum()
    return density_constant(n) * total * (upper - lower) / 12000


def cos_pdf(t, n):
    check_dimension(n)
    t = np.asarray(t, dtype=float)
    return np.array([one_density(value, n) for value in t.ravel()]).reshape(t.shape)


def cos_cdf(t, n):
    check_dimension(n)
    t = np.asarray(t, dtype=float)
    return np.array([one_probability(value, n) for value in t.ravel()]).reshape(t.shape)
