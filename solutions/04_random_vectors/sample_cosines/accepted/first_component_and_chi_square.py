"""Needs only the first component of a Gaussian vector and the squared length of the rest."""

import numpy as np


def check_counts(n, m, chunk):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")


def sample_cosines(n, m, *, rng, chunk=256):
    check_counts(n, m, chunk)
    first = rng.standard_normal(m)
    return first / np.sqrt(first**2 + rng.chisquare(n - 1, size=m))
