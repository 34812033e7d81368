"""Takes the outer product of y and x, so that x_i and y_j change places."""
# caught by: gives_the_four_terms_of_the_example, has_every_term_in_its_place
# nudge: Which vector numbers the rows of the outer product?

import numpy as np


def checked_outer_product_the_wrong_way_round(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.shape != A.shape[:1] or y.shape != A.shape[1:]:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear_terms(A, x, y):
    A, x, y = checked_outer_product_the_wrong_way_round(A, x, y)
    return A * np.outer(y, x)
