"""Draws from a copy of rng, so that a second call repeats the first."""
# caught by: draws_from_rng_only
# nudge: Where does a second call with the same rng begin?
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
    source = np.random.Generator(type(rng.bit_generator)())
    source.bit_generator.state = rng.bit_generator.state
    values = np.empty(m)
    for start in range(0, m, chunk):
        X, Y = source.standard_normal((2, min(chunk, m - start), n))
        values[start : start + chunk] = (unit_rows(X) * unit_rows(Y)).sum(axis=1)
    return values
