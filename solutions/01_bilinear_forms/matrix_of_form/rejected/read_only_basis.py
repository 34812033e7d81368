"""Hands out read-only arrays to be safe from a form that writes."""
# caught by: hands_over_writable_float64_arrays, survives_a_form_that_overwrites_its_arguments
# nudge: What does f do when it cannot write?

import numpy as np


def dimensions_read_only_basis(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_read_only_basis(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_read_only_basis(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_read_only_basis(m, n)

    def fixed(size, i):
        e = unit_read_only_basis(size, i)
        e.setflags(write=False)
        return e

    return np.array(
        [[number_read_only_basis(f(fixed(m, i), fixed(n, j))) for j in range(n)] for i in range(m)]
    )
