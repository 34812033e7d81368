"""Draws from the Beta law of the next dimension."""
# caught by: follows_the_exact_law
# nudge: What is the variance of your samples for n = 2?
# undiagnosable

import numpy as np


def check_counts(n, m, chunk):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")


def sample_cosines(n, m, *, rng, chunk=256):
    check_counts(n, m, chunk)
    return 2 * rng.beta(n / 2, n / 2, size=m) - 1
