"""Lets float() raise TypeError when f returns an array."""
# caught by: refuses_values_that_are_no_finite_number
# nudge: Which exception does float() raise for an array of two entries?

import numpy as np


def dimensions_lets_type_error_through(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_lets_type_error_through(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def matrix_of_form(f, m, n=None):
    m, n = dimensions_lets_type_error_through(m, n)
    A = np.array(
        [
            [
                float(f(unit_lets_type_error_through(m, i), unit_lets_type_error_through(n, j)))
                for j in range(n)
            ]
            for i in range(m)
        ]
    )
    if not np.isfinite(A).all():
        raise ValueError("f returned NaN or infinity")
    return A
