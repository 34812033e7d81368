"""Draws from a t-law with n − 1 degrees of freedom and maps it to the cosine, then sorts."""

import numpy as np


def check_counts(n, m, chunk):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")


def sample_cosines(n, m, *, rng, chunk=256):
    check_counts(n, m, chunk)
    s = rng.standard_t(n - 1, size=m)
    return np.sort(s / np.sqrt(n - 1 + s * s))
