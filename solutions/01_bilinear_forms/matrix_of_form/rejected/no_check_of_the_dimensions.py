"""Returns an empty matrix for m = 0."""
# caught by: refuses_impossible_dimensions
# nudge: Which dimensions make no sense?

import numpy as np


def unit_no_check_of_the_dimensions_matrix_of_form(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_no_check_of_the_dimensions_matrix_of_form(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    n = m if n is None else n
    A = np.zeros((m, n))
    for i in range(m):
        for j in range(n):
            A[i, j] = number_no_check_of_the_dimensions_matrix_of_form(
                f(
                    unit_no_check_of_the_dimensions_matrix_of_form(m, i),
                    unit_no_check_of_the_dimensions_matrix_of_form(n, j),
                )
            )
    return A
