"""Counts the signs of the pivots of a symmetric elimination with 1×1 and 2×2 pivots."""

import numpy as np


def inertia_of_pivots(S, tol):
    S, positive, negative = S.copy(), 0, 0
    while len(S) and abs(S).max() > tol:
        i = int(np.argmax(abs(np.diag(S))))
        r, s = np.unravel_index(np.argmax(abs(S)), S.shape)
        if abs(S[i, i]) >= 0.6 * abs(S[r, s]):
            block = [i]
            positive, negative = positive + (S[i, i] > 0), negative + (S[i, i] < 0)
        else:  # the determinant of this block is negative: one pivot of each sign
            block = [r, s]
            positive, negative = positive + 1, negative + 1
        rest = [j for j in range(len(S)) if j not in block]
        gone = np.linalg.solve(S[np.ix_(block, block)], S[np.ix_(block, rest)])
        S = S[np.ix_(rest, rest)] - S[np.ix_(rest, block)] @ gone
        S = (S + S.T) / 2
    return int(positive), int(negative)


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S = A / 2 + A.T / 2
    tol = (1e-12 if rtol is None else rtol) * (np.linalg.norm(S, 2) if S.any() else 1.0)
    if rtol is not None:  # a tolerance of eigenvalues: shift them out of the way on both sides
        low = inertia_of_pivots(S + tol * np.eye(len(S)), 1e-3 * tol)
        high = inertia_of_pivots(S - tol * np.eye(len(S)), 1e-3 * tol)
        positive, negative = high[0], low[1]
    else:
        positive, negative = inertia_of_pivots(S, tol)
    if positive and negative:
        return "indefinite"
    if not positive and not negative:
        return "zero"
    sign = "positive" if positive else "negative"
    return f"{sign} definite" if positive + negative == len(A) else f"{sign} semidefinite"
