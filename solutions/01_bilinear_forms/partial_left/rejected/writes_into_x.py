"""Uses the caller’s x as room for the result when the sizes agree."""
# caught by: leaves_its_arguments_unchanged
# nudge: Whose array is x after np.asarray?

import numpy as np


def checked_writes_into_x(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return A, x


def partial_left(A, x):
    A, x = checked_writes_into_x(A, x)
    if A.shape[0] == A.shape[1] and x.flags.writeable:
        x[:] = x @ A
        return x
    return x @ A
