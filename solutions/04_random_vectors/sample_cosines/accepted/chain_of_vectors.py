"""Compares each vector with the next one: the cosines are still independent."""

import numpy as np


def check_counts(n, m, chunk):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")


def unit_rows(X):
    return X / np.linalg.norm(X, axis=1, keepdims=True)


def sample_cosines(n, m, *, rng, chunk=256):
    check_counts(n, m, chunk)
    last, values = rng.standard_normal((1, n)), []
    for start in range(0, m, chunk):
        X = unit_rows(np.concatenate([last, rng.standard_normal((min(chunk, m - start), n))]))
        values.append((X[1:] * X[:-1]).sum(axis=1))
        last = X[-1:]
    return np.concatenate(values)
