"""Expands f(x + z, y + w) into four values, for all sizes from 1e-2 to 1e4."""

import numpy as np


def dimensions_expands_both_places_at_once(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_expands_both_places_at_once(m, n)
    rng = np.random.default_rng() if rng is None else rng
    sizes = [1e-2, 1e-1, 1e0, 1e1, 1e2, 1e3, 1e4]
    for trial in range(trials):
        for s in sizes:
            t = sizes[int(rng.integers(7))]
            x, z = s * rng.standard_normal((2, m))
            y, w = t * rng.standard_normal((2, n))
            parts = [f(+x, +y), f(+x, +w), f(+z, +y), f(+z, +w)]
            whole = f(x + z, y + w)
            if not abs(whole - sum(parts)) <= rtol * sum(abs(p) for p in parts) < np.inf:
                return False
    return True
