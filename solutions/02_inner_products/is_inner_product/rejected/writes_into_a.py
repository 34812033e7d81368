"""Symmetrises the array that it was given."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array does A += … write into?

import numpy as np


def is_inner_product(A):
    answer = bool(is_symmetric(A) and definiteness(A) == "positive definite")
    if type(A) is np.ndarray and A.dtype == float and A.flags.writeable:
        A += A.T.copy()
        A /= 2
    return answer
