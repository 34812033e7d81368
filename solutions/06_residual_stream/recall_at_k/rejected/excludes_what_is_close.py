"""Takes readouts within a millionth of each other as equal."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Which of 1 and 1 + 1e-12 is higher?

import numpy as np


def checked_excludes_what_is_close(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_excludes_what_is_close(F, idx)
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)

    rough = np.round(readout / (np.abs(readout).max() or 1.0), 6)
    return np.isin(np.argsort(-rough, kind="stable")[: active.size], active).mean()
