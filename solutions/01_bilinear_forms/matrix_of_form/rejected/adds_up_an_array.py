"""Adds up what f returns, so that an array passes for a number."""
# caught by: refuses_values_that_are_no_finite_number
# nudge: What may f return, by its description?

import numpy as np


def dimensions_adds_up_an_array(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_adds_up_an_array(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_adds_up_an_array(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_adds_up_an_array(m, n)
    return np.array(
        [
            [
                number_adds_up_an_array(
                    np.sum(f(unit_adds_up_an_array(m, i), unit_adds_up_an_array(n, j)))
                )
                for j in range(n)
            ]
            for i in range(m)
        ]
    )
