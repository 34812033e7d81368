"""Takes half of the upper triangle plus its transpose."""

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square array")
    C = np.triu(C)
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    return 0.5 * (C + C.T)
