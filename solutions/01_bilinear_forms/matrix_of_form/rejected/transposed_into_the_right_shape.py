"""Reads the values in the wrong order and reshapes them to m × n."""
# caught by: finds_the_matrix_of_the_example, finds_a_rectangular_matrix, finds_the_matrix_of_any_form
# nudge: In which order does reshape fill the matrix?

import numpy as np


def dimensions_transposed_into_the_right_shape(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_transposed_into_the_right_shape(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_transposed_into_the_right_shape(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_transposed_into_the_right_shape(m, n)
    values = [
        number_transposed_into_the_right_shape(
            f(
                unit_transposed_into_the_right_shape(m, i),
                unit_transposed_into_the_right_shape(n, j),
            )
        )
        for j in range(n)
        for i in range(m)
    ]
    return np.reshape(values, (m, n))
