"""Asks for f(x + z, y + w) = f(x, y) + f(z, w), as if f were linear in the pair."""
# caught by: accepts_the_example, accepts_every_bilinear_form
# nudge: What is f(2x, 2y) for x·y?

import numpy as np


def dimensions_jointly_linear(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_jointly_linear(m, n)
    rng = np.random.default_rng() if rng is None else rng
    for trial in range(trials):
        x, z = rng.standard_normal((2, m))
        y, w = rng.standard_normal((2, n))
        right = f(x.copy(), y.copy()) + f(z.copy(), w.copy())
        if not abs(f(x + z, y + w) - right) <= rtol * abs(right):
            return False
    return True
