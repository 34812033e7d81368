"""Throws away cosines beyond three standard deviations."""
# caught by: follows_the_exact_law
# nudge: Rare is not wrong: how large is the largest of 20,000 samples of a normal law?

import numpy as np


def need_no_outliers(*numbers):
    for number in numbers:
        if not isinstance(number, (int, np.integer)):
            raise ValueError("wanted integers")
    n, m, chunk = numbers
    if n < 2 or m < 1 or chunk < 1:
        raise ValueError("wanted n of at least 2, m and chunk of at least 1")


def sample_cosines(n, m, *, rng, chunk=256):
    need_no_outliers(n, m, chunk)
    kept = np.empty(0)
    while len(kept) < m:
        x, y = rng.standard_normal((2, min(chunk, m), n))
        t = (x * y).sum(axis=1) / np.linalg.norm(x, axis=1) / np.linalg.norm(y, axis=1)
        kept = np.concatenate([kept, np.clip(t, -1, 1)[abs(t) < 3 / np.sqrt(n)]])
    return kept[:m]
