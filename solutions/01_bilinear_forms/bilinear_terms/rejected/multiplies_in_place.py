"""Multiplies into A itself, which belongs to the caller."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What does A hold after your function?

import numpy as np


def checked_multiplies_in_place(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.shape != A.shape[:1] or y.shape != A.shape[1:]:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear_terms(A, x, y):
    A, x, y = checked_multiplies_in_place(A, x, y)
    A *= x[:, None]
    A *= y
    return A
