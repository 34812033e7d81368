"""Compares at one random point, with an absolute tolerance."""
# caught by: refuses_forms_that_change_with_the_size, refuses_tiny_impostors, refuses_forms_that_change_with_the_sign, forgives_what_rtol_says
# nudge: How large are your vectors, and how small may f be?

import numpy as np


def dimensions_one_point_and_allclose(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def basis_values_one_point_and_allclose(f, m, n):
    return np.array([[float(f(np.eye(m)[i], np.eye(n)[j])) for j in range(n)] for i in range(m)])


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_one_point_and_allclose(m, n)
    rng = np.random.default_rng() if rng is None else rng
    A = basis_values_one_point_and_allclose(f, m, n)
    x, y = rng.standard_normal(m), rng.standard_normal(n)
    return bool(np.allclose(f(x.copy(), y.copy()), x @ A @ y))
