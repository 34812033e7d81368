"""Tests f(ax + bz, y) = a f(x, y) + b f(z, y) for random factors, and the same in y."""

import numpy as np


def dimensions_random_combinations(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_random_combinations(m, n)
    rng = np.random.default_rng() if rng is None else rng
    for trial in range(2 * trials):
        x, z = rng.standard_normal((2, m)) * 10.0 ** rng.integers(-2, 5)
        y, w = rng.standard_normal((2, n)) * 10.0 ** rng.integers(-2, 5)
        a, b = rng.standard_normal(2)
        for left, first, second in [
            (f(a * x + b * z, +y), f(+x, +y), f(+z, +y)),
            (f(+x, a * y + b * w), f(+x, +y), f(+x, +w)),
        ]:
            terms = np.array([left, -a * first, -b * second])
            if not np.isfinite(terms).all():
                raise ValueError("f returned NaN or infinity")
            if abs(terms.sum()) > rtol * abs(terms).sum():
                return False
    return True
