"""Replaces A by its symmetric part and asks about that."""
# caught by: asks_for_both_words_of_the_definition, accepts_inner_products_and_nothing_else
# nudge: Whose symmetry are you asking about?
# twin of: positive_definite_only

import numpy as np


def is_inner_product(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S = (A + A.T) / 2
    return bool(is_symmetric(S) and definiteness(S) == "positive definite")
