"""Transposes X when its columns do not fit."""
# caught by: refuses_what_is_out_of_range
# nudge: Is a token ever a column of X?

import numpy as np


def topk_keys(X, W_Q, W_K, b_Q, b_K, k, block=256):
    X, W_Q, W_K = (np.asarray(a, dtype=float) for a in (X, W_Q, W_K))
    if X.ndim == 2 and W_Q.ndim == 2 and X.shape[1] != len(W_Q):
        X = X.T
    if X.ndim != 2 or W_Q.ndim != 2 or W_Q.shape != W_K.shape or X.shape[1] != W_Q.shape[0]:
        raise ValueError(f"X {X.shape}, W_Q {W_Q.shape} and W_K {W_K.shape} do not fit")
    T, d_head = len(X), W_Q.shape[1]
    b_Q, b_K = (np.asarray(np.zeros(d_head) if b is None else b, float) for b in (b_Q, b_K))
    if b_Q.shape != (d_head,) or b_K.shape != (d_head,):
        raise ValueError(f"the biases want the shape ({d_head},)")
    if not all(np.isfinite(a).all() for a in (X, W_Q, W_K, b_Q, b_K)):
        raise ValueError("all numbers must be finite")
    if not all(isinstance(n, (int, np.integer)) for n in (k, block)):
        raise ValueError("k and block are integers")
    if not 1 <= k <= T or block < 1:
        raise ValueError(f"k is from 1 to {T}, block at least 1")
    queries, keys = X @ W_Q + b_Q, X @ W_K + b_K
    best = np.empty((T, k), dtype=int)
    for start in range(0, T, block):
        scores = queries[start : start + block] @ keys.T
        # Of the negatives the smallest comes first, and a stable sort leaves equal ones in order.
        best[start : start + block] = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    return best
