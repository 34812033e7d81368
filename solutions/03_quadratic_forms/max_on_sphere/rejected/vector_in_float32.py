"""Returns x in float32 when A came in float32."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: How many digits of the length of x survive in float32?

import numpy as np


def square_matrix_vector_in_float32(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not square")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return A


def max_on_sphere(A):
    d = np.asarray(A).dtype
    A = square_matrix_vector_in_float32(A)
    w, V = np.linalg.eigh((A + A.T) / 2)
    return w[-1], V[:, -1].astype(np.float32) if d == np.float32 else V[:, -1]
