"""Draws one block and pairs each vector with the next one of the same block."""
# caught by: works_for_every_m_and_chunk
# nudge: With which vector is the only one of a block of 1 paired?
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
        X = unit_rows(rng.standard_normal((size, n)))
        return (X * np.roll(X, 1, axis=0)).sum(axis=1)

    return in_blocks(block, n, m, chunk)
