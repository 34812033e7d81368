"""Takes a number below the diagonal for a second half, and the mean where there is one."""
# caught by: ignores_what_stands_below_the_diagonal
# nudge: What may stand below the diagonal?
# twin of: uses_the_lower_triangle

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    S = np.triu(C) + np.triu(C, 1).T
    L = np.tril(C, -1)
    return np.where(L + L.T != 0, (C + C.T) / 2, S / 2 + np.diag(np.diag(C)) / 2)
