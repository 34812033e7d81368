"""Looks for NaN only where the mask is True."""
# caught by: refuses_nan_infinity_and_bare_numbers
# nudge: At which places may S hold NaN?

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S, dtype=float)
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    keep = np.broadcast_to(keep, S.shape)
    if S.ndim == 0 or not np.isfinite(S[keep]).all():
        raise ValueError("NaN")
    S = np.where(keep, S, 0.0)
    largest = np.where(keep, S, -np.inf).max(axis=-1, keepdims=True)
    largest[np.isinf(largest)] = 0
    weights = np.exp(np.where(keep, S - largest, -np.inf))
    total = weights.sum(axis=-1, keepdims=True)
    return weights / np.where(total == 0, 1, total)
