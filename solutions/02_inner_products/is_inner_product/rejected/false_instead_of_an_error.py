"""Says False for what is no form at all."""
# caught by: refuses_what_is_no_square_matrix
# nudge: Is a matrix of shape (2, 3) an inner product that fails, or no form?

import numpy as np


def is_inner_product(A):
    try:
        return bool(is_symmetric(A) and definiteness(A) == "positive definite")
    except ValueError:
        return False
