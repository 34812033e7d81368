"""Uses a pseudoinverse that drops a thousandth."""
# caught by: keeps_its_digits_for_nearly_dependent_features
# nudge: Which singular values are noise, and which are yours?

import numpy as np


def checked_pinv_with_a_coarse_cutoff(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_pinv_with_a_coarse_cutoff(F, idx, x)
    return np.linalg.pinv(F[idx].T, rcond=1e-3) @ x
