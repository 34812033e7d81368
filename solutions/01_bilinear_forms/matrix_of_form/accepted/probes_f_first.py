"""Asks f once about zero vectors before it starts, and iterates over np.ndindex."""

import numpy as np


def dimensions_probes_f_first(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_probes_f_first(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_probes_f_first(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_probes_f_first(m, n)
    number_probes_f_first(f(np.zeros(m), np.zeros(n)))
    A = np.zeros((m, n))
    for i, j in np.ndindex(m, n):
        A[i, j] = number_probes_f_first(f(unit_probes_f_first(m, i), unit_probes_f_first(n, j)))
    return A
