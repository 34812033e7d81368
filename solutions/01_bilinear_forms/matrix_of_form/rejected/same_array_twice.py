"""Hands out one array as both x and y on the diagonal."""
# caught by: survives_a_form_that_overwrites_its_arguments, hands_over_writable_float64_arrays
# nudge: What happens to y when f writes into x?

import numpy as np


def dimensions_same_array_twice(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_same_array_twice(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_same_array_twice(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_same_array_twice(m, n)
    A = np.empty((m, n))
    for i in range(m):
        for j in range(n):
            x = unit_same_array_twice(m, i)
            y = x if (i, m) == (j, n) else unit_same_array_twice(n, j)
            A[i, j] = number_same_array_twice(f(x, y))
    return A
