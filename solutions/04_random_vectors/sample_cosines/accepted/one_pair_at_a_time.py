"""Draws pair after pair and never holds more than two vectors."""

import numpy as np


def check_counts(n, m, chunk):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")


def sample_cosines(n, m, *, rng, chunk=256):
    check_counts(n, m, chunk)
    values = []
    for _ in range(m):
        x, y = rng.standard_normal(n), rng.standard_normal(n)
        values.append(x @ y / np.sqrt((x @ x) * (y @ y)))
    return np.array(values)
