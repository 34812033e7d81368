"""Turns NaN and infinity into numbers and goes on."""
# caught by: refuses_values_that_are_no_finite_number
# nudge: Who learns that f went wrong?

import numpy as np


def dimensions_replaces_nan_by_zero(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_replaces_nan_by_zero(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def matrix_of_form(f, m, n=None):
    m, n = dimensions_replaces_nan_by_zero(m, n)
    A = np.empty((m, n))
    for i in range(m):
        for j in range(n):
            A[i, j] = np.nan_to_num(
                f(unit_replaces_nan_by_zero(m, i), unit_replaces_nan_by_zero(n, j))
            )
    return A
