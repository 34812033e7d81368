"""Takes entries below 1e-8 for rounding errors and writes zero."""
# caught by: finds_the_matrix_of_any_form
# nudge: What if the whole form is small?

import numpy as np


def dimensions_drops_small_entries(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_drops_small_entries(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_drops_small_entries(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_drops_small_entries(m, n)
    A = np.array(
        [
            [
                number_drops_small_entries(
                    f(unit_drops_small_entries(m, i), unit_drops_small_entries(n, j))
                )
                for j in range(n)
            ]
            for i in range(m)
        ]
    )
    A[abs(A) < 1e-8] = 0.0
    return A
