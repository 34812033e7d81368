"""Turns one vector a little for each cosine, so that neighbours depend on each other."""
# caught by: draws_a_new_pair_for_each_cosine
# nudge: Given the first cosine, what do you know about the second?

import math

import numpy as np


def sample_cosines(n, m, *, rng, chunk=256):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")
    x = rng.standard_normal(n)
    out = np.empty(m)
    for i in range(m):
        x = 0.9 * x + math.sqrt(1 - 0.9**2) * rng.standard_normal(n)
        out[i] = max(-1.0, min(1.0, x[0] / math.sqrt(x @ x)))
    return out
