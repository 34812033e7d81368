"""Takes rtol=0 for no rtol."""
# caught by: obeys_rtol
# nudge: Is rtol=0 a wish or a missing argument?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(np.linalg.norm(A - A.T) <= (rtol or 1e-12) * np.linalg.norm(A))
