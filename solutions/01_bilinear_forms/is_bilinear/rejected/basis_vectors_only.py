"""Tests sums of basis vectors only, where cubes look linear."""
# caught by: refuses_simple_impostors, refuses_powers_in_either_place, refuses_homogeneous_functions_that_are_not_additive, refuses_forms_that_change_with_the_size
# nudge: Where does x³ agree with x?

import numpy as np


def dimensions_basis_vectors_only(m, n):
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError("a dimension is an integer of at least 1")
    return int(m), int(n)


def basis_values_basis_vectors_only(f, m, n):
    return np.array([[float(f(np.eye(m)[i], np.eye(n)[j])) for j in range(n)] for i in range(m)])


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    m, n = dimensions_basis_vectors_only(m, n)
    rng = np.random.default_rng() if rng is None else rng
    A = basis_values_basis_vectors_only(f, m, n)
    for i in range(m):
        for j in range(n):
            if not abs(f(-np.eye(m)[i], np.eye(n)[j]) + A[i, j]) <= rtol * abs(A[i, j]):
                return False
            if not abs(f(np.eye(m)[i], -np.eye(n)[j]) + A[i, j]) <= rtol * abs(A[i, j]):
                return False
    return bool(np.isfinite(A).all())
