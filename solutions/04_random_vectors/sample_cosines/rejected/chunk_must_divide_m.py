"""Reshapes to whole blocks, which fails when chunk does not divide m."""
# caught by: returns_m_cosines, works_for_every_m_and_chunk
# nudge: How long is the last block when m = 10 and chunk = 4?
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
    if m > chunk and m % chunk:
        raise ValueError("chunk must divide m")
    chunk = min(chunk, m)
    values = np.empty((m // chunk, chunk))
    for row in values:
        X, Y = rng.standard_normal((2, chunk, n))
        row[:] = (unit_rows(X) * unit_rows(Y)).sum(axis=1)
    return values.ravel()
