"""Draws the second vector from np.random instead of rng."""
# caught by: draws_from_rng_only
# nudge: Who sets the seed of np.random?
# undiagnosable

import numpy as np


def check_counts(n, m, chunk):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")


def unit_rows(X):
    return X / np.linalg.norm(X, axis=1, keepdims=True)


def in_blocks(draw, n, m, chunk):
    blocks = [draw(min(chunk, m - start)) for start in range(0, m, chunk)]
    return np.concatenate(blocks)


def sample_cosines(n, m, *, rng, chunk=256):
    check_counts(n, m, chunk)

    def block(size):
        X, Y = rng.standard_normal((size, n)), np.random.standard_normal((size, n))
        return (unit_rows(X) * unit_rows(Y)).sum(axis=1)

    return in_blocks(block, n, m, chunk)
