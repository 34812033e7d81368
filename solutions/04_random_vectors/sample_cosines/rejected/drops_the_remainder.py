"""Fills only whole blocks and leaves zeros at the end."""
# caught by: works_for_every_m_and_chunk
# nudge: Who draws the last values when chunk does not divide m?
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
    values = np.zeros(m)
    chunk = min(chunk, m)
    for start in range(0, m - chunk + 1, chunk):
        X, Y = rng.standard_normal((2, chunk, n))
        values[start : start + chunk] = (unit_rows(X) * unit_rows(Y)).sum(axis=1)
    return values
