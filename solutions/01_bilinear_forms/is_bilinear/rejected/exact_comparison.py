"""Compares floating-point numbers with ==."""
# caught by: accepts_every_bilinear_form, forgives_what_rtol_says
# nudge: Do two ways of adding up the same numbers agree to the last digit?

import numpy as np


def dimensions_exact_comparison(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def basis_values_exact_comparison(f, m, n):
    return np.array([[float(f(np.eye(m)[i], np.eye(n)[j])) for j in range(n)] for i in range(m)])


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_exact_comparison(m, n)
    rng = np.random.default_rng() if rng is None else rng
    A = basis_values_exact_comparison(f, m, n)
    if not np.isfinite(A).all():
        return False
    for trial in range(trials):
        x = 10.0 ** (trial % 4 * 2 - 2) * rng.standard_normal(m)
        y = 10.0 ** (trial // 4 % 4 * 2 - 2) * rng.standard_normal(n)
        for u, v in [(x, y), (-x, y), (x, -y), (-x, -y)]:
            if not f(u.copy(), v.copy()) == u @ (A @ v):
                return False
    return True
