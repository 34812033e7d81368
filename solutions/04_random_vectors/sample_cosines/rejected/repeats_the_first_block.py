"""Draws one block and repeats it until there are m values."""
# caught by: draws_a_new_pair_for_each_cosine, works_for_every_m_and_chunk
# nudge: How many different values do you return?
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

    def block(size):
        X, Y = rng.standard_normal((size, n)), rng.standard_normal((size, n))
        return (unit_rows(X) * unit_rows(Y)).sum(axis=1)

    return np.resize(block(min(chunk, m)), m)
