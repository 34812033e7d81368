"""Says False where there is no square matrix."""
# caught by: refuses_what_is_no_square_matrix
# nudge: Is a matrix of shape (2, 3) a form on one space?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        return False
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return bool(np.linalg.norm(A - A.T) <= rtol * np.linalg.norm(A))
