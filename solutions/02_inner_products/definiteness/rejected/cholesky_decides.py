"""Trusts cholesky, which accepts half of all singular Gram matrices."""
# caught by: counts_rounding_as_zero
# nudge: Does cholesky refuse B @ B.T for a tall B?

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S = (A + A.T) / 2
    for sign, name in [(1, "positive"), (-1, "negative")]:
        try:
            np.linalg.cholesky(sign * S)
            return f"{name} definite"
        except np.linalg.LinAlgError:
            pass
    values = np.linalg.eigvalsh(S)
    tol = (len(A) * np.finfo(float).eps if rtol is None else rtol) * abs(values).max()
    if rtol is not None and (abs(values) > tol).all():
        tol = 0.0
    positive, negative = int((values > tol).sum()), int((values < -tol).sum())
    if positive and negative:
        return "indefinite"
    if not positive and not negative:
        return "zero"
    sign = "positive" if positive else "negative"
    return f"{sign} definite" if positive + negative == len(A) else f"{sign} semidefinite"
