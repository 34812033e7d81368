"""Writes out the four terms of the lecture, whatever the size of A."""
# caught by: has_every_term_in_its_place
# nudge: What are m and n in your formula?

import numpy as np


def checked_two_dimensions_only_bilinear_terms(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.shape != A.shape[:1] or y.shape != A.shape[1:]:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear_terms(A, x, y):
    A, x, y = checked_two_dimensions_only_bilinear_terms(A, x, y)
    return np.array(
        [
            [A[0, 0] * x[0] * y[0], A[0, 1] * x[0] * y[1]],
            [A[1, 0] * x[1] * y[0], A[1, 1] * x[1] * y[1]],
        ]
    )
