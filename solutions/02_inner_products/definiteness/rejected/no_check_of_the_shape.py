"""Checks the numbers but not the shape: a row and a column are stretched to a matrix."""
# caught by: refuses_what_is_no_square_matrix
# nudge: What does numpy make of a row plus a column?

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    values = np.linalg.eigvalsh((A + A.T) / 2)
    tol = (len(A) * np.finfo(float).eps if rtol is None else rtol) * abs(values).max()
    positive, negative = int((values > tol).sum()), int((values < -tol).sum())
    if positive and negative:
        return "indefinite"
    if not positive and not negative:
        return "zero"
    sign = "positive" if positive else "negative"
    return f"{sign} definite" if positive + negative == len(A) else f"{sign} semidefinite"
