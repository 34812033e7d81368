"""Multiplies the rows of the caller’s A by x."""
# caught by: leaves_its_arguments_unchanged
# nudge: Whose array is A after np.asarray?

import numpy as np


def checked_scales_a_in_place(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return A, x


def partial_left(A, x):
    A, x = checked_scales_a_in_place(A, x)
    if not A.flags.writeable:
        return x @ A
    A *= x[:, None]
    return A.sum(axis=0)
