"""Divides the tokens of its caller by √d_head."""
# caught by: is_right_for_heads_of_every_shape, adds_each_bias_on_its_own_side, scales_the_biases_too_and_only_when_asked
# nudge: Whose array is it after np.asarray?

import numpy as np


def qk_scores(X, W_Q, W_K, b_Q=None, b_K=None, scale=True):
    X, W_Q, W_K = (np.asarray(a, dtype=float) for a in (X, W_Q, W_K))
    if X.ndim != 2 or W_Q.ndim != 2 or W_Q.shape != W_K.shape or X.shape[1] != W_Q.shape[0]:
        raise ValueError(f"X {X.shape}, W_Q {W_Q.shape} and W_K {W_K.shape} do not fit")
    d_head = W_Q.shape[1]
    b_Q, b_K = (np.asarray(np.zeros(d_head) if b is None else b, float) for b in (b_Q, b_K))
    if b_Q.shape != (d_head,) or b_K.shape != (d_head,):
        raise ValueError(f"the biases want the shape ({d_head},)")
    if not all(np.isfinite(a).all() for a in (X, W_Q, W_K, b_Q, b_K)):
        raise ValueError("all numbers must be finite")
    scale_of = np.sqrt(d_head) if scale else 1.0
    X /= scale_of
    b_Q, b_K = b_Q / scale_of, b_K / 1.0
    scores = (X @ W_Q + b_Q) @ (X @ W_K * scale_of + b_K).T
    return scores
