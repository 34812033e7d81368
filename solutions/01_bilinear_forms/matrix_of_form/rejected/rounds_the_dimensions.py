"""Rounds m and n to integers, so that 1.5 passes for 1."""
# caught by: refuses_impossible_dimensions
# nudge: What does int(1.5) return?

import numpy as np


def dimensions_rounds_the_dimensions(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_rounds_the_dimensions(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_rounds_the_dimensions(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_rounds_the_dimensions(int(m), int(m if n is None else n))
    return np.array(
        [
            [
                number_rounds_the_dimensions(
                    f(unit_rounds_the_dimensions(m, i), unit_rounds_the_dimensions(n, j))
                )
                for j in range(n)
            ]
            for i in range(m)
        ]
    )
