"""Keeps the terms on and above the diagonal only."""
# caught by: gives_the_four_terms_of_the_example, has_every_term_in_its_place
# nudge: Does the term a_21 x_2 y_1 also count?

import numpy as np


def checked_upper_triangle_only(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.shape != A.shape[:1] or y.shape != A.shape[1:]:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear_terms(A, x, y):
    A, x, y = checked_upper_triangle_only(A, x, y)
    return np.triu(A * np.outer(x, y))
