"""Puts one sample into each m-th part of the law: nearer to it than independent samples ever are."""
# caught by: follows_the_exact_law
# nudge: How far from their law are m independent samples?

import numpy as np


def need_even_spread(*numbers):
    for number in numbers:
        if not isinstance(number, (int, np.integer)):
            raise ValueError("wanted integers")
    n, m, chunk = numbers
    if n < 2 or m < 1 or chunk < 1:
        raise ValueError("wanted n of at least 2, m and chunk of at least 1")


def sample_cosines(n, m, *, rng, chunk=256):
    need_even_spread(n, m, chunk)
    levels = (rng.permutation(m) + rng.random(m)) / m
    phi = np.linspace(-1, 1, 20_001) * min(np.pi / 2, 9 / np.sqrt(n))
    density = np.cos(phi) ** (n - 2)
    steps = np.concatenate([[0.0], np.cumsum((density[1:] + density[:-1]) / 2)])
    return np.sin(np.interp(levels, steps / steps[-1], phi))
