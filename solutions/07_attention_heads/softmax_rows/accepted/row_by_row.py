"""Goes through the rows one by one."""

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S, dtype=float)
    if S.ndim == 0 or not np.isfinite(S).all():
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    keep = np.broadcast_to(keep, S.shape)
    out = np.zeros(S.shape)
    for place in np.ndindex(S.shape[:-1]):
        row, kept = S[place], np.flatnonzero(keep[place])
        if kept.size:
            e = np.exp(row[kept] - row[kept].max())
            out[place][kept] = e / e.sum()
    return out
