"""Takes the Gamma function up to 170, a good expansion above 340, and the limit between them."""
# caught by: has_the_exact_mean_of_the_absolute_cosine, has_the_exact_mean_length
# nudge: Test your three ranges against each other where they meet, and in the middle one.

import math

import numpy as np


def law(n, sigma):
    if not isinstance(n, (int, np.integer)) or n < 1 or not sigma > 0:
        raise ValueError("wanted an integer n of at least 1 and sigma above 0")
    n, sigma = int(n), float(sigma)
    if n <= 170:
        quotient = math.gamma((n + 1) / 2) / math.gamma(n / 2)
    elif n <= 340:
        quotient = math.sqrt(n / 2)
    else:
        quotient = math.sqrt(n / 2 - 0.25) * (1 + 1 / (16 * n * n))
    return {
        "var_inner": n * sigma**4,
        "var_inner_over_sqrt_n": sigma**4,
        "var_cos": 1 / n,
        "mean_abs_cos": 1 / (math.sqrt(math.pi) * quotient),
        "mean_norm": sigma * math.sqrt(2) * quotient,
    }
