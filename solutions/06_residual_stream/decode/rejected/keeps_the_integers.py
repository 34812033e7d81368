"""Forms products in the type that came in: small integers overflow."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is 100 · 100 in int8?

import numpy as np


def decode(F, idx, x):
    F, idx, x = np.asarray(F), np.asarray(idx), np.asarray(x)
    if F.ndim != 2 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:] or idx.max() >= len(F):
        raise ValueError("the shapes or indices do not fit")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    rows = F[idx]
    if rows.dtype.kind == "f":
        return np.linalg.lstsq(rows.T.astype(float), x.astype(float), rcond=None)[0]
    return np.linalg.solve((rows @ rows.T).astype(float) + 1e-300, (rows @ x).astype(float))
