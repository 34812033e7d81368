"""Tests f(cx, cy) = c² f(x, y), which says nothing about either place alone."""
# caught by: refuses_added_constants_and_one_sided_terms, refuses_homogeneous_functions_that_are_not_additive, refuses_forms_that_change_with_the_sign
# nudge: In how many places must f be linear?

import numpy as np


def dimensions_scales_both_together(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_scales_both_together(m, n)
    rng = np.random.default_rng() if rng is None else rng
    for trial in range(trials):
        x, y = rng.standard_normal(m), rng.standard_normal(n)
        c = 10.0 ** rng.uniform(-2, 4) * rng.choice([-1, 1])
        value = c**2 * f(x.copy(), y.copy())
        if not abs(f(c * x, c * y) - value) <= rtol * abs(value):
            return False
    return True
