"""Lets np.fromfunction ask for each entry."""

import numpy as np


def dimensions_vectorised_over_indices(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_vectorised_over_indices(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_vectorised_over_indices(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_vectorised_over_indices(m, n)
    entry = np.vectorize(
        lambda i, j: number_vectorised_over_indices(
            f(unit_vectorised_over_indices(m, int(i)), unit_vectorised_over_indices(n, int(j)))
        ),
        otypes=[float],
    )
    return np.fromfunction(entry, (m, n))
