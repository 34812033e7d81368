"""Checks the left dimension and trusts the right one."""
# caught by: refuses_impossible_dimensions
# nudge: Is n checked as well?

import numpy as np


def dimensions_checks_only_m(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_checks_only_m(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_checks_only_m(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, _ = dimensions_checks_only_m(m, None)
    n = m if n is None else n
    return np.array(
        [
            [
                number_checks_only_m(f(unit_checks_only_m(m, i), unit_checks_only_m(n, j)))
                for j in range(n)
            ]
            for i in range(m)
        ]
    )
