"""Returns NaN for scores that are NaN."""
# caught by: refuses_nan_infinity_and_bare_numbers
# nudge: What becomes of a row with one NaN?

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S, dtype=float)
    if S.ndim == 0:
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    keep = np.broadcast_to(keep, S.shape)
    largest = np.where(keep, S, -np.inf).max(axis=-1, keepdims=True)
    largest[np.isinf(largest)] = 0
    weights = np.exp(np.where(keep, S - largest, -np.inf))
    total = weights.sum(axis=-1, keepdims=True)
    return weights / np.where(total == 0, 1, total)
