"""Uses f(v, v) only, which sees nothing but the symmetric part of A."""
# caught by: finds_the_matrix_of_the_example, finds_the_matrix_of_any_form
# nudge: Can f(v, v) tell a_12 from a_21?

import numpy as np


def dimensions_quadratic_form_polarised(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def unit_quadratic_form_polarised(size, i):
    e = np.zeros(size)
    e[i] = 1.0
    return e


def number_quadratic_form_polarised(value):
    if np.ndim(value) != 0 or not np.isfinite(value):
        raise ValueError("f must return one finite number")
    return float(value)


def matrix_of_form(f, m, n=None):
    m, n = dimensions_quadratic_form_polarised(m, n)
    if m != n:
        return np.array(
            [
                [
                    number_quadratic_form_polarised(
                        f(unit_quadratic_form_polarised(m, i), unit_quadratic_form_polarised(n, j))
                    )
                    for j in range(n)
                ]
                for i in range(m)
            ]
        )
    q = [
        number_quadratic_form_polarised(
            f(unit_quadratic_form_polarised(n, i), unit_quadratic_form_polarised(n, i))
        )
        for i in range(n)
    ]
    A = np.diag(q)
    for i in range(n):
        for j in range(i):
            s = unit_quadratic_form_polarised(n, i) + unit_quadratic_form_polarised(n, j)
            A[i, j] = A[j, i] = (number_quadratic_form_polarised(f(s, s.copy())) - q[i] - q[j]) / 2
    return A
