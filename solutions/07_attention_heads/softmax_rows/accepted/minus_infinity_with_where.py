"""Replaces masked scores by minus infinity, and empty rows by zeros."""

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S, dtype=float)
    if S.ndim == 0 or not np.isfinite(S).all():
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    keep = np.broadcast_to(keep, S.shape)
    S = np.where(keep, S, -np.inf)
    some = keep.any(axis=-1, keepdims=True)
    S = S - np.where(some, S.max(axis=-1, keepdims=True), 0.0)
    e = np.exp(S)
    return np.divide(e, e.sum(axis=-1, keepdims=True), out=np.zeros_like(e), where=some)
