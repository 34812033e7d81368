"""Takes ε for the angle θ and not for its cosine."""
# caught by: gives_the_exponents_of_gpt2_and_gpt3, takes_many_eps_at_once, has_the_exact_exponent, keeps_the_digits_of_a_tiny_eps
# nudge: Which of θ and cos θ is 0.25 here?

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
    with np.errstate(divide="ignore"):
        return -n * np.log(np.sin(eps))
