"""Multiplies in the type that came in: small integers overflow."""
# caught by: computes_in_float64_whatever_comes_in
# nudge: In which type of number is 100 · 100 computed for int8?

import numpy as np


def partial_left(A, x):
    A, x = np.asarray(A), np.asarray(x)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return x @ A
