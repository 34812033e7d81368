"""Estimates the share by drawing random directions."""
# caught by: is_right_for_gpt2, is_exact_in_low_dimension, is_exact_in_high_dimension, survives_underflow
# nudge: How many vectors must you draw until one falls into a share of 1e-12?

import math

import numpy as np


def cap_arguments(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError("n must be an integer of at least 2")
    if not 0 <= eps < 1:
        raise ValueError("eps must lie in 0 <= eps < 1")
    return int(n), float(eps)


def cap_constant(n):
    return math.lgamma(n / 2) - math.lgamma((n - 1) / 2) - math.log(math.pi) / 2


def log_cap(n, eps):
    n, eps = cap_arguments(n, eps)
    X = np.random.default_rng(0).standard_normal((2000, min(n, 800)))
    share = (X[:, 0] >= eps * np.sqrt((X**2).sum(axis=1))).mean()
    return math.log(share) if share > 0 else -math.inf
