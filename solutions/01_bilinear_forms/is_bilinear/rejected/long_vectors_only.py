"""Tests additivity for long vectors only, where a small constant drowns."""
# caught by: refuses_forms_that_change_with_the_size
# nudge: How short is the shortest vector that you try?

import numpy as np


def dimensions_long_vectors_only(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_long_vectors_only(m, n)
    rng = np.random.default_rng() if rng is None else rng
    for trial in range(trials):
        s, t = 1e4, 1e4
        x, z = s * rng.standard_normal((2, m))
        y, w = t * rng.standard_normal((2, n))
        checks = [
            (f(x + z, y.copy()), f(x.copy(), y.copy()) + f(z.copy(), y.copy())),
            (f(x.copy(), y + w), f(x.copy(), y.copy()) + f(x.copy(), w.copy())),
        ]
        for left, right in checks:
            if not abs(left - right) <= rtol * abs(right):
                return False
    return True
