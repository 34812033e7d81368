"""Draws the cosine uniformly, which is right in three dimensions only."""
# caught by: has_mean_0_and_variance_1_over_n, follows_the_exact_law
# nudge: What is the variance of your samples, and what is 1/n?
# undiagnosable

import numpy as np


def check_counts(n, m, chunk):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")


def sample_cosines(n, m, *, rng, chunk=256):
    check_counts(n, m, chunk)
    return rng.uniform(-1, 1, m)
