"""Trusts n steps of conjugate gradients, which rounding spoils for flat cups."""
# caught by: accepts_small_large_and_flat_cups
# nudge: How large is 2Sx + b at your x when the cup is a million times flatter in one direction?

import numpy as np


def checked_conjugate_gradients_of_n_steps(A, b):
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
    A, b, S = checked_conjugate_gradients_of_n_steps(A, b)
    x = np.zeros(len(A))
    r = -b / 2
    p = r.copy()
    for _ in range(len(A)):
        if not r.any():
            break
        a = (r @ r) / (p @ S @ p)
        x = x + a * p
        r2 = r - a * (S @ p)
        p = r2 + (r2 @ r2) / (r @ r) * p
        r = r2
    return x, c + b @ x / 2
