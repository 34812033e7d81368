"""Evaluates the form at x and each basis vector of y."""

import numpy as np


def checked_form_on_the_basis_of_y(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return A, x


def partial_left(A, x):
    A, x = checked_form_on_the_basis_of_y(A, x)
    return np.array([float(bilinear(A, x, e)) for e in np.eye(A.shape[1])])
