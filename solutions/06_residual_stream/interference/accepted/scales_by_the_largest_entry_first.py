"""Scales rows by their largest entry before the norm, and loops over pairs."""

import numpy as np


def checked_scales_by_the_largest_entry_first(F, idx, coef):
    F, idx, coef = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(coef, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or coef.shape != idx.shape:
        raise ValueError("a matrix, integers and as many coefficients are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("NaN or infinity")
    if not F[idx].any(axis=1).all():
        raise ValueError("an active row is zero")
    return F, idx, coef


def interference(F, idx, coef):
    F, idx, coef = checked_scales_by_the_largest_entry_first(F, idx, coef)
    rows = F[idx] / np.abs(F[idx]).max(axis=1)[:, None]
    lengths = [float(r @ r) ** 0.5 for r in rows]
    result = []
    for i in range(idx.size):
        result.append(
            sum(
                rows[i] @ rows[j] / lengths[i] / lengths[j] * coef[j]
                for j in range(idx.size)
                if j != i
            )
        )
    return [float(value) for value in result]
