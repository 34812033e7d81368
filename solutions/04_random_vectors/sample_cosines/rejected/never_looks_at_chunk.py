"""Validates n and m only, and takes a chunk below 1 for 1."""
# caught by: refuses_impossible_numbers
# nudge: Have you looked at all three numbers?
# undiagnosable

import numpy as np


def check_counts(n, m, chunk):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")


def unit_rows(X):
    return X / np.linalg.norm(X, axis=1, keepdims=True)


def sample_cosines(n, m, *, rng, chunk=256):
    check_counts(n, m, 1)
    chunk, blocks = max(int(chunk), 1), []
    for start in range(0, m, chunk):
        X, Y = rng.standard_normal((2, min(chunk, m - start), n))
        blocks.append((unit_rows(X) * unit_rows(Y)).sum(axis=1))
    return np.concatenate(blocks)
