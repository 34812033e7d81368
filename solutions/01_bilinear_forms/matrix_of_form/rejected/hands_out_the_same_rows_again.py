"""Hands out the rows of one np.eye again and again, though f may have overwritten them."""
# caught by: survives_a_form_that_overwrites_its_arguments
# nudge: What do your basis vectors hold after f has written into them?

import numpy as np


def dimensions_hands_out_the_same_rows_again(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def number_hands_out_the_same_rows_again(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_hands_out_the_same_rows_again(m, n)
    I, J = np.eye(m), np.eye(n)
    return np.array(
        [[number_hands_out_the_same_rows_again(f(I[i], J[j])) for j in range(n)] for i in range(m)]
    )
