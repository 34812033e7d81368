"""Rounds c to float32."""
# caught by: gives_the_value_with_and_without_c
# nudge: How many digits of c are left in your value?

import numpy as np


def checked_constant_in_float32(A, b):
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or b.shape != (len(A),):
        raise ValueError("shape")
    if not (np.isfinite(A).all() and np.isfinite(b).all()):
        raise ValueError("NaN or infinity")
    S = A / 2 + A.T / 2
    w = np.linalg.eigvalsh(S)
    if not w[0] > 1e-12 * np.abs(w).max():
        raise ValueError("no cup")
    return A, b, S


def cup_minimum(A, b, c=0):
    A, b, S = checked_constant_in_float32(A, b)
    x = -0.5 * np.linalg.solve(S, b)
    return x, float(np.float32(c)) + b @ x / 2
