"""Collects the values in nested lists and looks at them together."""

import numpy as np


def matrix_of_form(f, m, n=None):
    n = m if n is None else n
    if any(int(size) != size or size < 1 for size in (m, n)):
        raise ValueError("a dimension is an integer of at least 1")
    A = np.array(
        [[f(*(np.array(e) for e in (I, J))) for J in np.eye(n)] for I in np.eye(m)], dtype=float
    )
    if A.shape != (m, n) or not np.isfinite(A).all():
        raise ValueError("f must return finite numbers")
    return A
