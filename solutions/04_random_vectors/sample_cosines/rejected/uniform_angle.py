"""Draws the angle uniformly, which is right in the plane only."""
# caught by: has_mean_0_and_variance_1_over_n, follows_the_exact_law
# nudge: How many directions make an angle of 90° with yours, and how many one of 1°?
# undiagnosable

import numpy as np


def check_counts(n, m, chunk):
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}")


def sample_cosines(n, m, *, rng, chunk=256):
    check_counts(n, m, chunk)
    return np.cos(rng.uniform(0, np.pi, m))
