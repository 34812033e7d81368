"""Stores whatever number f returns, NaN and infinity too."""
# caught by: refuses_values_that_are_no_finite_number
# nudge: What if f returns NaN just once?

import numpy as np


def dimensions_lets_nan_through_matrix_of_form(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_lets_nan_through_matrix_of_form(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def matrix_of_form(f, m, n=None):
    m, n = dimensions_lets_nan_through_matrix_of_form(m, n)
    return np.array(
        [
            [
                float(
                    f(
                        unit_lets_nan_through_matrix_of_form(m, i),
                        unit_lets_nan_through_matrix_of_form(n, j),
                    )
                )
                for j in range(n)
            ]
            for i in range(m)
        ]
    )
