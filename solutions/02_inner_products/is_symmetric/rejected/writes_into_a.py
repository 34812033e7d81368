"""Subtracts the transpose in the array that it was given."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array does A -= … write into?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    given = np.asarray(A)
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    if given.dtype == float and given.flags.writeable:
        given -= A.T
    return bool(np.linalg.norm(A - A.T) <= rtol * np.linalg.norm(A))
