"""Says False for a matrix with NaN instead of refusing it."""
# caught by: refuses_what_is_no_square_matrix
# nudge: What is promised for NaN?

import numpy as np


def is_inner_product(A):
    if not np.isfinite(np.asarray(A, dtype=float)).all():
        return False
    return bool(is_symmetric(A) and definiteness(A) == "positive definite")
