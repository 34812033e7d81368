"""Makes a generator of its own with a fixed seed."""
# caught by: draws_from_rng_only
# nudge: From which generator do you draw?
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
    rng = np.random.default_rng(0)
    values = np.empty(m)
    for start in range(0, m, chunk):
        X, Y = rng.standard_normal((2, min(chunk, m - start), n))
        values[start : start + chunk] = (unit_rows(X) * unit_rows(Y)).sum(axis=1)
    return values
