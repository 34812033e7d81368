"""Looks only whether f(0, y) and f(x, 0) are 0."""
# caught by: refuses_simple_impostors, refuses_powers_in_either_place, refuses_forms_that_change_with_the_sign
# nudge: Does x³ vanish at 0?

import numpy as np


def dimensions_nothing_but_f_of_zero(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_nothing_but_f_of_zero(m, n)
    rng = np.random.default_rng() if rng is None else rng
    for trial in range(trials):
        x, y = rng.standard_normal(m), rng.standard_normal(n)
        if f(np.zeros(m), y) != 0 or f(x, np.zeros(n)) != 0:
            return False
    return True
