"""Tries vectors of small integers only, where a wave can hide."""
# caught by: refuses_powers_in_either_place
# nudge: What happens between the integers?

import numpy as np


def dimensions_integer_points(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def basis_values_integer_points(f, m, n):
    return np.array([[float(f(np.eye(m)[i], np.eye(n)[j])) for j in range(n)] for i in range(m)])


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_integer_points(m, n)
    rng = np.random.default_rng() if rng is None else rng
    A = basis_values_integer_points(f, m, n)
    if not np.isfinite(A).all():
        return False
    for trial in range(trials):
        x = rng.integers(-99, 100, m).astype(float)
        y = rng.integers(-99, 100, n).astype(float)
        for u, v in [(x, y), (-x, y), (x, -y), (-x, -y)]:
            if not abs(f(u.copy(), v.copy()) - u @ A @ v) <= rtol * (abs(u) @ abs(A) @ abs(v)):
                return False
    return True
