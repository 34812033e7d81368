"""Looks at the first value of f and trusts all others."""
# caught by: refuses_values_that_are_no_finite_number
# nudge: Which of the values do you look at?

import numpy as np


def dimensions_checks_the_first_value_only(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_checks_the_first_value_only(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_checks_the_first_value_only(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_checks_the_first_value_only(m, n)
    number_checks_the_first_value_only(
        f(unit_checks_the_first_value_only(m, 0), unit_checks_the_first_value_only(n, 0))
    )
    return np.array(
        [
            [
                np.sum(
                    f(
                        unit_checks_the_first_value_only(m, i),
                        unit_checks_the_first_value_only(n, j),
                    )
                )
                for j in range(n)
            ]
            for i in range(m)
        ]
    )
