"""Draws half of the samples and adds them again with the other sign."""
# caught by: draws_a_new_pair_for_each_cosine
# nudge: Is the second half of your samples independent of the first?
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
    half = (m + 1) // 2
    values = np.empty(half)
    for start in range(0, half, chunk):
        X, Y = rng.standard_normal((2, min(chunk, half - start), n))
        values[start : start + chunk] = (unit_rows(X) * unit_rows(Y)).sum(axis=1)
    return np.concatenate([values, -values])[:m]
