"""Returns x_i y_j without the entries of A."""
# caught by: gives_the_four_terms_of_the_example, has_every_term_in_its_place
# nudge: What becomes of the terms when A is doubled?

import numpy as np


def checked_forgets_a(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.shape != A.shape[:1] or y.shape != A.shape[1:]:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear_terms(A, x, y):
    A, x, y = checked_forgets_a(A, x, y)
    return np.outer(x, y)
