"""Takes F with one axis as features of length 1."""
# caught by: refuses_what_does_not_fit
# nudge: How many axes has F?

import numpy as np


def decode(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    F = F[:, None] if F.ndim == 1 else F
    if F.ndim != 2 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("the shapes do not fit")
    if idx.max() >= len(F):
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return np.linalg.lstsq(F[idx].T, x, rcond=None)[0]
