"""Takes only Python’s own integers."""
# caught by: works_for_every_m_and_chunk
# nudge: Is np.int64(3) an integer?
# undiagnosable

import numpy as np


def unit_rows(X):
    return X / np.linalg.norm(X, axis=1, keepdims=True)


def sample_cosines(n, m, *, rng, chunk=256):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if type(value) is not int or value < least:
            raise ValueError("wanted an integer")
    blocks = []
    for start in range(0, m, chunk):
        X, Y = rng.standard_normal((2, min(chunk, m - start), n))
        blocks.append((unit_rows(X) * unit_rows(Y)).sum(axis=1))
    return np.concatenate(blocks)
