"""Uses the formula for the eigenvalues of a 2×2 matrix."""
# caught by: names_matrices_of_every_size
# nudge: What happens for n = 3?

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S = (A + A.T) / 2
    middle, half = (S[0, 0] + S[1, 1]) / 2, (S[0, 0] - S[1, 1]) / 2
    radius = np.hypot(half, S[0, 1])
    values = np.array([middle - radius, middle + radius])
    tol = (1e-12 if rtol is None else rtol) * abs(values).max()
    positive, negative = int((values > tol).sum()), int((values < -tol).sum())
    if positive and negative:
        return "indefinite"
    if not positive and not negative:
        return "zero"
    sign = "positive" if positive else "negative"
    return f"{sign} definite" if positive + negative == len(A) else f"{sign} semidefinite"
