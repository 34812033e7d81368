"""Asks f about a zero vector for each row and column, which is too often."""
# caught by: asks_no_more_often_than_allowed
# undiagnosable

import numpy as np


def dimensions_checks_linearity_with_more_calls(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_checks_linearity_with_more_calls(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_checks_linearity_with_more_calls(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_checks_linearity_with_more_calls(m, n)
    for i in range(m):
        number_checks_linearity_with_more_calls(
            f(unit_checks_linearity_with_more_calls(m, i), np.zeros(n))
        )
    return np.array(
        [
            [
                number_checks_linearity_with_more_calls(
                    f(
                        unit_checks_linearity_with_more_calls(m, i),
                        unit_checks_linearity_with_more_calls(n, j),
                    )
                )
                for j in range(n)
            ]
            for i in range(m)
        ]
    )
