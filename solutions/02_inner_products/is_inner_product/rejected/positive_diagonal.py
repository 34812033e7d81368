"""Takes a positive diagonal for positive definite."""
# caught by: asks_for_both_words_of_the_definition, accepts_inner_products_and_nothing_else
# nudge: Which length has (1, −1) in [[1, 2], [2, 1]]?

import numpy as np


def is_inner_product(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(is_symmetric(A) and (np.diag(A) > 0).all())
