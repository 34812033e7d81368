"""Uses that (t + 1)/2 has a Beta law, and draws no vector at all."""

import numpy as np


def check_counts(n, m, chunk):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")


def sample_cosines(n, m, *, rng, chunk=256):
    check_counts(n, m, chunk)
    return 2 * rng.beta((n - 1) / 2, (n - 1) / 2, size=m) - 1
