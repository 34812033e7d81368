"""Asks for one half of the entries only and mirrors them."""
# caught by: finds_the_matrix_of_the_example, finds_the_matrix_of_any_form
# nudge: Is f(x, y) the same as f(y, x)?

import numpy as np


def dimensions_symmetric_shortcut(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_symmetric_shortcut(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_symmetric_shortcut(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_symmetric_shortcut(m, n)
    A = np.zeros((m, n))
    for i in range(m):
        for j in range(n):
            if m == n and j < i:
                A[i, j] = A[j, i]
            else:
                A[i, j] = number_symmetric_shortcut(
                    f(unit_symmetric_shortcut(m, i), unit_symmetric_shortcut(n, j))
                )
    return A
