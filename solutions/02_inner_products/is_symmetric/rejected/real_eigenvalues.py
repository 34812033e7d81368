"""Takes a matrix with real eigenvalues for a symmetric one."""
# caught by: finds_one_asymmetric_pair_anywhere, tells_plain_cases_apart
# nudge: What are the eigenvalues of [[1, 7], [0, 3]]?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    values = np.linalg.eigvals(A)
    return bool(np.all(abs(np.imag(values)) <= rtol * np.linalg.norm(A)))
