"""Scales the rows, solves with QR of the rows and refines once; returns a list."""

import numpy as np


def checked_refined_normal_equations(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_refined_normal_equations(F, idx, x)
    lengths = np.abs(F[idx]).max(axis=1)
    rows = F[idx] / lengths[:, None]
    basis, R = np.linalg.qr(rows.T)
    c = np.linalg.solve(R, basis.T @ x)
    c = c + np.linalg.solve(R, basis.T @ (x - c @ rows))
    return [float(value) for value in c / lengths]
