"""Takes values up to 1e-9 beyond ±1 for cosines, and gives them the density near the end."""
# caught by: knows_that_cosines_end_at_one
# nudge: Is there a cosine of 1 + 1e-10?

import math

import numpy as np


def constant_with_margin(n):
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError("the dimension is an integer of at least 2")
    return math.exp(math.lgamma(n / 2) - math.lgamma((n - 1) / 2)) / math.sqrt(math.pi)


def cos_pdf(t, n):
    constant = constant_with_margin(n)
    t = np.asarray(t, dtype=float)
    inside = abs(t) < 1 + 1e-9
    s = np.where(inside, np.clip(t, -1 + 1e-12, 1 - 1e-12), 0)
    return np.where(inside, constant * (1 - s**2) ** ((n - 3) / 2), 0.0)


def cos_cdf(t, n):
    constant = constant_with_margin(n)
    t = np.asarray(t, dtype=float)
    end = np.minimum(np.arcsin(np.minimum(abs(t), 1)), 10 / np.sqrt(n))
    points, weights = np.polynomial.legendre.leggauss(40)
    phi = end[..., None] * (points + 1) / 2
    return 0.5 + np.sign(t) * constant * end / 2 * (np.cos(phi) ** (n - 2) @ weights)
