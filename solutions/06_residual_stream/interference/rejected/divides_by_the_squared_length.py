"""Divides by the squared lengths of the rows."""
# caught by: is_the_cosine_times_the_other_coefficient, does_not_depend_on_the_length_of_the_rows
# nudge: What is the length of u_i in your formula?

import numpy as np


def checked_divides_by_the_squared_length(F, idx, coef):
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
    F, idx, coef = checked_divides_by_the_squared_length(F, idx, coef)
    rows = F[idx]
    G = rows @ rows.T / (rows**2).sum(axis=1)
    np.fill_diagonal(G, 0.0)
    return G @ coef
