"""Takes a bias of shape (d_head, 1)."""
# caught by: refuses_what_does_not_fit
# nudge: How many axes has a column, and how many a vector?

import numpy as np


def qk_scores(X, W_Q, W_K, b_Q=None, b_K=None, scale=True):
    X, W_Q, W_K = (np.asarray(a, dtype=float) for a in (X, W_Q, W_K))
    if X.ndim != 2 or W_Q.ndim != 2 or W_Q.shape != W_K.shape or X.shape[1] != W_Q.shape[0]:
        raise ValueError(f"X {X.shape}, W_Q {W_Q.shape} and W_K {W_K.shape} do not fit")
    d_head = W_Q.shape[1]
    b_Q, b_K = (np.asarray(np.zeros(d_head) if b is None else b, float) for b in (b_Q, b_K))
    b_Q, b_K = (b[:, 0] if b.ndim == 2 and b.shape[1] == 1 else b for b in (b_Q, b_K))
    if b_Q.shape != (d_head,) or b_K.shape != (d_head,):
        raise ValueError(f"the biases want the shape ({d_head},)")
    if not all(np.isfinite(a).all() for a in (X, W_Q, W_K, b_Q, b_K)):
        raise ValueError("all numbers must be finite")
    # The bias is a row that is added to every token's row: numpy does that without the column 1.
    scores = (X @ W_Q + b_Q) @ (X @ W_K + b_K).T
    return scores / np.sqrt(d_head) if scale else scores
