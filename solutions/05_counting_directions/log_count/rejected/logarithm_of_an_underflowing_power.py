"""Takes the logarithm of sinⁿθ, which is 0 as a float for large n."""
# caught by: has_the_exact_exponent, keeps_the_digits_of_a_tiny_eps
# nudge: What is 0.87^12288 as a float?

import numpy as np


def exponent_arguments(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    eps = np.asarray(eps, dtype=float)
    if not ((eps >= 0) & (eps < 1)).all():
        raise ValueError("eps must lie in 0 <= eps < 1")
    return eps


def log_count(n, eps):
    eps = exponent_arguments(n, eps)
    with np.errstate(divide="ignore", over="ignore"):
        return -np.log((1 - eps**2) ** (n / 2))
