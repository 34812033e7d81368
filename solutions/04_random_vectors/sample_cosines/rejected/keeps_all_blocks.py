"""Draws in blocks, but keeps every block in a list until the end."""
# caught by: keeps_the_memory_small
# nudge: When is a block forgotten?
# undiagnosable

import numpy as np


def check_counts(n, m, chunk):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")


def unit_rows(X):
    return X / np.linalg.norm(X, axis=1, keepdims=True)


def sample_cosines(n, m, *, rng, chunk=256):
    check_counts(n, m, chunk)
    blocks = [rng.standard_normal((min(chunk, m - k), 2, n)) for k in range(0, m, chunk)]
    return np.concatenate(
        [(unit_rows(block[:, 0]) * unit_rows(block[:, 1])).sum(axis=1) for block in blocks]
    )
