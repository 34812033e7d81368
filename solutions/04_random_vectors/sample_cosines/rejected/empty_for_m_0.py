"""Returns an empty array when m is 0 or negative."""
# caught by: refuses_impossible_numbers
# nudge: What should happen for m = 0?
# undiagnosable

import numpy as np


def check_counts(n, m, chunk):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")


def unit_rows(X):
    return X / np.linalg.norm(X, axis=1, keepdims=True)


def sample_cosines(n, m, *, rng, chunk=256):
    check_counts(n, max(m, 1), chunk)
    if m < 1:
        return np.empty(0)
    blocks = []
    for start in range(0, m, chunk):
        X, Y = rng.standard_normal((2, min(chunk, m - start), n))
        blocks.append((unit_rows(X) * unit_rows(Y)).sum(axis=1))
    return np.concatenate(blocks)
