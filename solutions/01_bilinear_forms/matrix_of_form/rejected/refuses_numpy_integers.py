"""Takes Python’s own integers only for dimensions."""
# caught by: refuses_impossible_dimensions
# nudge: Is np.int64(2) an integer?

import numpy as np


def unit_refuses_numpy_integers(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_refuses_numpy_integers(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    n = m if n is None else n
    if type(m) is not int or type(n) is not int or m < 1 or n < 1:
        raise ValueError("a dimension is an integer of at least 1")
    return np.array(
        [
            [
                number_refuses_numpy_integers(
                    f(unit_refuses_numpy_integers(m, i), unit_refuses_numpy_integers(n, j))
                )
                for j in range(n)
            ]
            for i in range(m)
        ]
    )
