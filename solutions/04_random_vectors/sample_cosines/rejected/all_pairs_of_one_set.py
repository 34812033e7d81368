"""Draws a few vectors and compares each with each."""
# caught by: draws_a_new_pair_for_each_cosine
# nudge: For how many cosines is each of your vectors used?
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
    size = int(np.ceil((1 + np.sqrt(1 + 8 * m)) / 2))
    X = unit_rows(rng.standard_normal((size, n)))
    values = [X[k] @ X[k + 1 :].T for k in range(size - 1)]
    return np.concatenate(values)[:m]
