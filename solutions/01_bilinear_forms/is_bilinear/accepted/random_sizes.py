"""Compares with the matrix from the basis at points of random size and sign."""

import numpy as np


def dimensions_random_sizes(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def basis_values_random_sizes(f, m, n):
    return np.array([[float(f(np.eye(m)[i], np.eye(n)[j])) for j in range(n)] for i in range(m)])


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_random_sizes(m, n)
    rng = np.random.default_rng() if rng is None else rng
    A = basis_values_random_sizes(f, m, n)
    if not np.isfinite(A).all():
        return False
    for _ in range(trials):
        x = rng.normal(size=m) * 10.0 ** rng.uniform(-2, 4)
        y = rng.normal(size=n) * 10.0 ** rng.uniform(-2, 4)
        for u, v in [(x, y), (-x, y), (x, -y)]:
            error = abs(f(u.copy(), v.copy()) - u @ A @ v)
            if np.isnan(error) or error > rtol * (abs(u) @ abs(A) @ abs(v)):
                return np.bool_(False)
    return np.bool_(True)
