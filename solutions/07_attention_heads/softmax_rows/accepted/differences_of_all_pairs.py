"""Divides 1 by the sum of the exponentials of all differences."""

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S, dtype=float)
    if S.ndim == 0 or not np.isfinite(S).all():
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    keep = np.broadcast_to(keep, S.shape)
    with np.errstate(over="ignore"):
        ratios = np.exp(S[..., None, :] - S[..., :, None])
    total = np.where(keep[..., None, :], ratios, 0.0).sum(axis=-1)
    return np.where(keep, 1.0 / np.where(keep, total, 1.0), 0.0)
