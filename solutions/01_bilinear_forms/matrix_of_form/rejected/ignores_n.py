"""Takes m for both dimensions."""
# caught by: finds_a_rectangular_matrix, finds_the_matrix_of_any_form
# nudge: How long is y?

import numpy as np


def dimensions_ignores_n_matrix_of_form(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_ignores_n_matrix_of_form(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_ignores_n_matrix_of_form(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_ignores_n_matrix_of_form(m, n)
    n = m
    return np.array(
        [
            [
                number_ignores_n_matrix_of_form(
                    f(unit_ignores_n_matrix_of_form(m, i), unit_ignores_n_matrix_of_form(n, j))
                )
                for j in range(n)
            ]
            for i in range(m)
        ]
    )
