"""Hands out basis vectors of float32."""
# caught by: hands_over_writable_float64_arrays
# nudge: Which type of number do your basis vectors hold?
# undiagnosable

import numpy as np


def dimensions_float32_basis(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def number_float32_basis(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_float32_basis(m, n)
    I, J = np.eye(m, dtype=np.float32), np.eye(n, dtype=np.float32)
    return np.array(
        [[number_float32_basis(f(I[i].copy(), J[j].copy())) for j in range(n)] for i in range(m)]
    )
