"""Refuses a value that is a number but no float."""
# caught by: refuses_values_that_are_no_finite_number
# nudge: Is 2 a number?

import numpy as np


def matrix_of_form(f, m, n=None):
    n = m if n is None else n
    if not all(isinstance(size, (int, np.integer)) and size >= 1 for size in (m, n)):
        raise ValueError("a dimension is an integer of at least 1")
    A = np.empty((m, n))
    for i in range(m):
        for j in range(n):
            value = f(np.eye(m)[i], np.eye(n)[j])
            if not isinstance(value, float) or not np.isfinite(value):
                raise ValueError("f must return one finite number")
            A[i, j] = value
    return A
