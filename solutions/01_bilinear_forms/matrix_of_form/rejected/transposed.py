"""Fills A with f(e_j, e_i), so that it comes out transposed."""
# caught by: finds_the_matrix_of_the_example, finds_a_rectangular_matrix, finds_the_matrix_of_any_form
# nudge: Which argument’s basis vector belongs to the row?

import numpy as np


def dimensions_transposed(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_transposed(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_transposed(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_transposed(m, n)
    return np.array(
        [
            [number_transposed(f(unit_transposed(m, i), unit_transposed(n, j))) for i in range(m)]
            for j in range(n)
        ]
    )
