"""Uses assert, which raises another class of error."""
# caught by: refuses_what_is_no_square_matrix
# nudge: Which class of error is asked for?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    assert A.ndim == 2 and A.shape[0] == A.shape[1] and np.isfinite(A).all()
    return np.triu(A) + np.tril(A, -1).T
