"""Draws with another σ and in blocks of its own choice: neither changes the law."""

import numpy as np


def check_counts(n, m, chunk):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")


def sample_cosines(n, m, *, rng, chunk=256):
    check_counts(n, m, chunk)
    size = max(1, min(chunk, 100_000 // n))
    values = np.empty(m)
    for start in range(0, m, size):
        X, Y = rng.normal(0.0, 3.0, (2, min(size, m - start), n))
        lengths = np.linalg.norm(X, axis=1) * np.linalg.norm(Y, axis=1)
        values[start : start + size] = np.clip(np.einsum("ij,ij->i", X, Y) / lengths, -1, 1)
    return values
