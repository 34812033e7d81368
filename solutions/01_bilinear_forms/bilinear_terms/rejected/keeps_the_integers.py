"""Multiplies in the type that came in: small integers overflow."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: In which type of number is 100 · 100 computed for int8?

import numpy as np


def bilinear_terms(A, x, y):
    A, x, y = np.asarray(A), np.asarray(x), np.asarray(y)
    if A.ndim != 2 or x.shape != A.shape[:1] or y.shape != A.shape[1:]:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A * x[:, None] * y
