"""Finds nothing to complain about when m is 0."""
# caught by: refuses_impossible_dimensions
# nudge: Which dimensions make no sense?

import numpy as np


def dimensions_no_check_of_the_dimensions_is_bilinear(m, n):
    n = m if n is None else n
    return m, n


def basis_values_no_check_of_the_dimensions_is_bilinear(f, m, n):
    return np.array([[float(f(np.eye(m)[i], np.eye(n)[j])) for j in range(n)] for i in range(m)])


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_no_check_of_the_dimensions_is_bilinear(m, n)
    rng = np.random.default_rng() if rng is None else rng
    A = basis_values_no_check_of_the_dimensions_is_bilinear(f, m, n)
    if not np.isfinite(A).all():
        return False
    for trial in range(trials):
        x = 10.0 ** (trial % 4 * 2 - 2) * rng.standard_normal(m)
        y = 10.0 ** (trial // 4 % 4 * 2 - 2) * rng.standard_normal(n)
        for u, v in [(x, y), (-x, y), (x, -y), (-x, -y)]:
            if not abs(f(u.copy(), v.copy()) - u @ A @ v) <= rtol * (abs(u) @ abs(A) @ abs(v)):
                return False
    return True
