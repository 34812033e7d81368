"""Takes the integer part of a large sigma."""
# caught by: has_the_exact_variances, has_the_exact_mean_length
# nudge: Is a large sigma always an integer?

import math

import numpy as np


def law(n, sigma):
    if not isinstance(n, (int, np.integer)) or n < 1 or not sigma > 0:
        raise ValueError("wanted an integer n of at least 1 and sigma above 0")
    n, sigma = int(n), float(sigma)
    sigma = int(sigma) if sigma > 10 else sigma
    quotient = math.exp(math.lgamma((n + 1) / 2) - math.lgamma(n / 2))
    return {
        "var_inner": n * sigma**4,
        "var_inner_over_sqrt_n": sigma**4,
        "var_cos": 1 / n,
        "mean_abs_cos": 1 / (math.sqrt(math.pi) * quotient),
        "mean_norm": sigma * math.sqrt(2) * quotient,
    }
