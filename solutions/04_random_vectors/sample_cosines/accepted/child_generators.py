"""Gives each block a child of rng to draw from."""

import numpy as np


def check_counts(n, m, chunk):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")


def unit_rows(X):
    return X / np.linalg.norm(X, axis=1, keepdims=True)


def sample_cosines(n, m, *, rng, chunk=256):
    check_counts(n, m, chunk)
    starts = range(0, m, chunk)
    blocks = []
    for start, child in zip(starts, rng.spawn(len(starts))):
        X, Y = child.standard_normal((2, min(chunk, m - start), n))
        blocks.append((unit_rows(X) * unit_rows(Y)).sum(axis=1))
    return np.concatenate(blocks)
