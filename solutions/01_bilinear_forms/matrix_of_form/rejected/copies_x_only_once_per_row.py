"""Makes a new x for each row only, and f spoils it at the first entry."""
# caught by: survives_a_form_that_overwrites_its_arguments
# nudge: How many calls of f see the same x?

import numpy as np


def dimensions_copies_x_only_once_per_row(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_copies_x_only_once_per_row(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_copies_x_only_once_per_row(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_copies_x_only_once_per_row(m, n)
    A = np.empty((m, n))
    for i in range(m):
        x = unit_copies_x_only_once_per_row(m, i)
        for j in range(n):
            A[i, j] = number_copies_x_only_once_per_row(f(x, unit_copies_x_only_once_per_row(n, j)))
    return A
