"""Uses the exponent n − 1 of the surface in place of n."""
# caught by: gives_the_exponents_of_gpt2_and_gpt3, takes_many_eps_at_once, has_the_exact_exponent
# nudge: Which power of sin θ stands in the formula?

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
    return -(n - 1) / 2 * np.log1p(-(eps**2))
