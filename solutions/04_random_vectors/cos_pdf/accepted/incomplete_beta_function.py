"""Evaluates the incomplete Beta function by its continued fraction."""

import math

import numpy as np


def check_dimension(n):
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError("the dimension is an integer of at least 2")


def density_constant(n):
    check_dimension(n)
    return math.exp(math.lgamma(n / 2) - math.lgamma((n - 1) / 2)) / math.sqrt(math.pi)


def exact_density(t, n):
    constant, t = density_constant(n), np.asarray(t, dtype=float)
    inside = abs(t) <= 1
    with np.errstate(divide="ignore"):
        power = (1 - np.where(inside, t, 0) ** 2) ** ((n - 3) / 2)
    return np.where(inside, constant * power, 0.0)


def cos_pdf(t, n):
    return exact_density(t, n)


def beta_fraction(a, x):
    """Lentz's method for I_x(a, a), x at most one half."""
    if x <= 0:
        return 0.0
    log_front = a * (math.log(x) + math.log1p(-x)) + math.lgamma(2 * a) - 2 * math.lgamma(a)
    if log_front < -700:
        return 0.0
    f, c, d, k = 1e-300, 1e-300, 0.0, 0
    while k < 100_000:
        j = k // 2
        if k == 0:
            numerator = 1.0
        elif k % 2 == 0:
            numerator = j * (a - j) * x / ((a + 2 * j - 1) * (a + 2 * j))
        else:
            numerator = -(a + j) * (2 * a + j) * x / ((a + 2 * j) * (a + 2 * j + 1))
        d = 1 / (1 + numerator * d)
        c = 1 + numerator / c
        f *= c * d
        k += 1
        if k > 2 and abs(c * d - 1) < 1e-14:
            break
    return math.exp(log_front) / a * f


def cos_cdf(t, n):
    check_dimension(n)
    t = np.asarray(t, dtype=float)
    values = []
    for value in np.clip(t, -1, 1).ravel():
        below = beta_fraction((n - 1) / 2, (1 - abs(value)) / 2)
        values.append(below if value < 0 else 1 - below)
    return np.array(values).reshape(t.shape)
