"""Draws from N(0, 1/n), the limit for large n."""
# caught by: follows_the_exact_law, prefers_no_direction
# nudge: Is a normal variable ever larger than 1?
# undiagnosable

import numpy as np


def check_counts(n, m, chunk):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")


def sample_cosines(n, m, *, rng, chunk=256):
    check_counts(n, m, chunk)
    return rng.normal(0, 1 / np.sqrt(n), m)
