"""Accepts whatever numpy can multiply and stretches biases of length 1."""
# caught by: refuses_what_does_not_fit
# nudge: Which shapes does broadcasting accept that you should not?

import numpy as np


def qk_scores(X, W_Q, W_K, b_Q=None, b_K=None, scale=True):
    X, W_Q, W_K = (np.asarray(a, dtype=float) for a in (X, W_Q, W_K))
    d_head = W_Q.shape[1]
    b_Q, b_K = (np.asarray(np.zeros(d_head) if b is None else b, float) for b in (b_Q, b_K))
    scores = (X @ W_Q + b_Q) @ (X @ W_K + b_K).T
    return scores / np.sqrt(d_head) if scale else scores
