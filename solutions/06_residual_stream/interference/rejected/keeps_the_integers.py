"""Multiplies in the type that came in: small integers overflow."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is 100 · 100 in int8?

import numpy as np


def interference(F, idx, coef):
    F, idx, coef = np.asarray(F), np.asarray(idx), np.asarray(coef)
    if F.ndim != 2 or coef.shape != idx.shape or idx.dtype.kind not in "iu" or idx.max() >= len(F):
        raise ValueError("the shapes or indices do not fit")
    if not (np.isfinite(F).all() and np.isfinite(coef).all() and F[idx].any(axis=1).all()):
        raise ValueError("NaN, infinity or a zero row")
    G = F[idx] @ F[idx].T
    lengths = np.sqrt(np.abs(np.diag(G)) + 0.0)
    return (G / lengths / lengths[:, None]) @ coef - coef
