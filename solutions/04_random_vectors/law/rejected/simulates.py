"""Estimates the two means from 2000 samples."""
# caught by: has_the_means_in_the_plane, has_the_exact_mean_of_the_absolute_cosine, has_the_exact_mean_length
# nudge: How many digits has an average of 2000 samples?

import numpy as np


def check_numbers(n, sigma):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not sigma > 0:
        raise ValueError("sigma is above 0")


def law(n, sigma):
    check_numbers(n, sigma)
    n, sigma = int(n), float(sigma)
    length = sigma * np.sqrt(np.random.default_rng(0).chisquare(n, 2000))
    cosine = 2 * np.random.default_rng(0).beta((n - 1) / 2 + 1e-9, (n - 1) / 2 + 1e-9, 2000) - 1
    return {
        "var_inner": n * sigma**4,
        "var_inner_over_sqrt_n": sigma**4,
        "var_cos": 1 / n,
        "mean_abs_cos": float(abs(cosine).mean()),
        "mean_norm": float(length.mean()),
    }
