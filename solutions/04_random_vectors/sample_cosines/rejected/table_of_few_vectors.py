"""Draws √m vectors of each kind and pairs all with all."""
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
    side = int(np.ceil(np.sqrt(m)))
    X, Y = rng.standard_normal((2, side, n))
    return (unit_rows(X) @ unit_rows(Y).T).ravel()[:m]
