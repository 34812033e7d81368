"""Lets one coefficient stand for all features."""
# caught by: refuses_what_does_not_fit
# nudge: Is a coefficient vector of length 1 stretched to fit?

import numpy as np


def interference(F, idx, coef):
    F, idx, coef = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(coef, dtype=float)
    if F.ndim != 2 or coef.shape not in ((1,), idx.shape) or idx.dtype.kind not in "iu":
        raise ValueError("the shapes do not fit")
    coef = np.broadcast_to(coef, idx.shape)
    if idx.max() >= len(F):
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("NaN or infinity")
    if not F[idx].any(axis=1).all():
        raise ValueError("an active row is zero")
    U = F[idx] / np.linalg.norm(F[idx], axis=1, keepdims=True)
    return U @ (coef @ U) - coef
