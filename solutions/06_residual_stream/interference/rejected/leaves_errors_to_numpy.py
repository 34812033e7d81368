"""Lets numpy raise its IndexError for an index outside."""
# caught by: refuses_what_does_not_fit
# nudge: Is IndexError a ValueError?

import numpy as np


def interference(F, idx, coef):
    F, idx, coef = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(coef, dtype=float)
    if F.ndim != 2 or coef.shape != idx.shape or idx.dtype.kind not in "iu":
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("NaN or infinity")
    if not F[idx].any(axis=1).all():
        raise ValueError("an active row is zero")
    U = F[idx] / np.linalg.norm(F[idx], axis=1, keepdims=True)
    return U @ (coef @ U) - coef
