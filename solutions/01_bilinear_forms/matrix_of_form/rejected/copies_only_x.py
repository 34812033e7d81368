"""Copies the left basis vector and reuses the right one."""
# caught by: survives_a_form_that_overwrites_its_arguments
# nudge: f has two arguments. Which one do you reuse?

import numpy as np


def dimensions_copies_only_x(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_copies_only_x(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_copies_only_x(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_copies_only_x(m, n)
    J = np.eye(n)
    return np.array(
        [
            [number_copies_only_x(f(unit_copies_only_x(m, i), J[j])) for j in range(n)]
            for i in range(m)
        ]
    )
