"""Tests linearity in y only."""
# caught by: refuses_simple_impostors, refuses_powers_in_either_place, refuses_added_constants_and_one_sided_terms
# nudge: f has two arguments. Which one do you vary?

import numpy as np


def dimensions_second_place_only(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_second_place_only(m, n)
    rng = np.random.default_rng() if rng is None else rng
    for trial in range(trials):
        s, t = 10.0 ** (trial % 7 - 2), 10.0 ** (trial // 3 % 7 - 2)
        x, z = s * rng.standard_normal((2, m))
        y, w = t * rng.standard_normal((2, n))
        checks = [
            (f(x.copy(), y + w), f(x.copy(), y.copy()) + f(x.copy(), w.copy())),
        ]
        for left, right in checks:
            if not abs(left - right) <= rtol * abs(right):
                return False
    return True
