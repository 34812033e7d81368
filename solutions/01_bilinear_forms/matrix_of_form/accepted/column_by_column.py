"""Fills A column by column with copies of the basis vectors."""

import numpy as np


def dimensions_column_by_column(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def number_column_by_column(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_column_by_column(m, n)
    I, J = np.eye(m), np.eye(n)
    columns = []
    for j in range(n):
        columns.append([number_column_by_column(f(I[i].copy(), J[j].copy())) for i in range(m)])
    return np.array(columns).T
