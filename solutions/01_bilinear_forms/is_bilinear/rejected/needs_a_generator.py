"""Fails when rng is left out."""
# caught by: accepts_the_example, refuses_simple_impostors, accepts_every_bilinear_form
# nudge: What does rng=None mean?
# undiagnosable

import numpy as np


def dimensions_needs_a_generator(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def basis_values_needs_a_generator(f, m, n):
    return np.array([[float(f(np.eye(m)[i], np.eye(n)[j])) for j in range(n)] for i in range(m)])


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_needs_a_generator(m, n)
    A = basis_values_needs_a_generator(f, m, n)
    if not np.isfinite(A).all():
        return False
    for trial in range(trials):
        x = 10.0 ** (trial % 4 * 2 - 2) * rng.standard_normal(m)
        y = 10.0 ** (trial // 4 % 4 * 2 - 2) * rng.standard_normal(n)
        for u, v in [(x, y), (-x, y), (x, -y), (-x, -y)]:
            if not abs(f(u.copy(), v.copy()) - u @ A @ v) <= rtol * (abs(u) @ abs(A) @ abs(v)):
                return False
    return True
