"""Contracts with x first and with y second, both by einsum."""

import numpy as np


def checked_einsum_in_two_steps(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear(A, x, y):
    A, x, y = checked_einsum_in_two_steps(A, x, y)
    return np.einsum("...j,...j->...", np.einsum("...i,ij->...j", x, A), y)
