"""Integrates in the angle with Simpson’s rule, and takes the density by logarithms."""

import math

import numpy as np


def check_dimension(n):
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError("the dimension is an integer of at least 2")


def density_constant(n):
    check_dimension(n)
    return math.exp(math.lgamma(n / 2) - math.lgamma((n - 1) / 2)) / math.sqrt(math.pi)


def cos_pdf(t, n):
    constant = density_constant(n)
    t = np.asarray(t, dtype=float)
    density = np.zeros(t.shape)
    inside = abs(t) < 1
    density[inside] = constant * np.exp((n - 3) / 2 * np.log1p(-(t[inside] ** 2)))
    return density if t.ndim else float(density)


def cos_cdf(t, n):
    constant = density_constant(n)
    t = np.clip(np.asarray(t, dtype=float), -1, 1)
    end = np.minimum(np.arcsin(abs(t)), 10 / np.sqrt(n))
    weights = np.array([1.0] + 499 * [4.0, 2.0] + [4.0, 1.0]) / 3000
    heights = np.cos(end[..., None] * np.linspace(0, 1, 1001)) ** (n - 2)
    half = constant * end * (heights * weights).sum(axis=-1)
    return np.where(t < 0, 0.5 - half, 0.5 + half)
