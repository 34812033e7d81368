"""Calls f once to look at the value and once more to store it."""
# caught by: asks_no_more_often_than_allowed
# undiagnosable

import numpy as np


def dimensions_calls_f_twice_for_each_entry(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_calls_f_twice_for_each_entry(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_calls_f_twice_for_each_entry(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_calls_f_twice_for_each_entry(m, n)
    A = np.empty((m, n))
    for i in range(m):
        for j in range(n):
            number_calls_f_twice_for_each_entry(
                f(unit_calls_f_twice_for_each_entry(m, i), unit_calls_f_twice_for_each_entry(n, j))
            )
            A[i, j] = f(
                unit_calls_f_twice_for_each_entry(m, i), unit_calls_f_twice_for_each_entry(n, j)
            )
    return A
