"""Adds 1e-12 of the identity to the Gram matrix."""
# caught by: recovers_the_coefficients_exactly, keeps_its_digits_for_nearly_dependent_features
# nudge: How large is 1e-12 beside the smallest eigenvalue of G?

import numpy as np


def checked_tiny_ridge(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_tiny_ridge(F, idx, x)
    rows = F[idx]
    G = rows @ rows.T
    return np.linalg.solve(G + 1e-12 * np.eye(len(G)), rows @ x)
