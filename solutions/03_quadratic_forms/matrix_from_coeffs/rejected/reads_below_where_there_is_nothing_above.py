"""Takes the entry below the diagonal where the one above is 0."""
# caught by: ignores_what_stands_below_the_diagonal
# nudge: Is a 0 above the diagonal a missing coefficient?

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    U = np.where(np.triu(C) == 0, np.tril(C, -1).T, np.triu(C))
    U = np.triu(U)
    return (U + U.T) / 2
