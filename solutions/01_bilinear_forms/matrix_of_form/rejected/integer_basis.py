"""Hands out basis vectors of integers."""
# caught by: hands_over_writable_float64_arrays, survives_a_form_that_overwrites_its_arguments
# nudge: Which type of number do your basis vectors hold?

import numpy as np


def dimensions_integer_basis(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def number_integer_basis(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_integer_basis(m, n)
    I, J = np.eye(m, dtype=int), np.eye(n, dtype=int)
    return np.array(
        [[number_integer_basis(f(I[i].copy(), J[j].copy())) for j in range(n)] for i in range(m)]
    )
