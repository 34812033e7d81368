"""Tests additivity directly, in x and in y, with an error relative to the values that are added."""

import numpy as np


def dimensions_additivity_in_each_place(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_additivity_in_each_place(m, n)
    rng = np.random.default_rng() if rng is None else rng
    for trial in range(trials):
        s, t = 10.0 ** (trial % 7 - 2), 10.0 ** (trial // 3 % 7 - 2)
        x, z = s * rng.standard_normal((2, m))
        y, w = t * rng.standard_normal((2, n))
        for x, z in [(x, z), (-x, z), (-x, -z)]:
            parts = [
                (f(x + z, y.copy()), f(x.copy(), y.copy()), f(z.copy(), y.copy())),
                (f(x.copy(), y + w), f(x.copy(), y.copy()), f(x.copy(), w.copy())),
                (f(x + z, w.copy()), f(x.copy(), w.copy()), f(z.copy(), w.copy())),
            ]
            for whole, a, b in parts:
                if not np.isfinite([whole, a, b]).all():
                    return False
                if abs(whole - a - b) > rtol * (abs(whole) + abs(a) + abs(b)):
                    return False
    return True
