"""Tests homogeneity in x and y and forgets additivity."""
# caught by: refuses_homogeneous_functions_that_are_not_additive
# nudge: What does the definition ask about x + z?

import numpy as np


def dimensions_homogeneity_only(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_homogeneity_only(m, n)
    rng = np.random.default_rng() if rng is None else rng
    for trial in range(trials):
        s, t = 10.0 ** (trial % 7 - 2), 10.0 ** (trial // 3 % 7 - 2)
        x, y = s * rng.standard_normal(m), t * rng.standard_normal(n)
        a = 3.0 * rng.standard_normal()
        value = f(x.copy(), y.copy())
        for scaled in (f(a * x, y.copy()), f(x.copy(), a * y)):
            if not abs(scaled - a * value) <= rtol * abs(a * value):
                return False
    return True
