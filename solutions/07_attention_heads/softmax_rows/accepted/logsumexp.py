"""Subtracts the logarithm of the sum and takes exponentials last."""

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S, dtype=float)
    if S.ndim == 0 or not np.isfinite(S).all():
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    keep = np.broadcast_to(keep, S.shape)
    with np.errstate(all="ignore"):
        top = np.max(S, axis=-1, keepdims=True, initial=-np.inf, where=keep)
        log_sum = top + np.log(np.sum(np.exp(S - top), axis=-1, keepdims=True, where=keep))
        return np.where(keep, np.exp(S - log_sum), 0.0)
