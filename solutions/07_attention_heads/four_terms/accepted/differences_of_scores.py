"""Switches the biases on and off and takes differences."""

import numpy as np


def four_terms(X, W_Q, W_K, b_Q, b_K):
    X, W_Q, W_K, b_Q, b_K = (np.asarray(a, dtype=float) for a in (X, W_Q, W_K, b_Q, b_K))
    if X.ndim != 2 or W_Q.ndim != 2 or W_Q.shape != W_K.shape or X.shape[1] != W_Q.shape[0]:
        raise ValueError(f"X {X.shape}, W_Q {W_Q.shape} and W_K {W_K.shape} do not fit")
    if not b_Q.shape == b_K.shape == W_Q.shape[1:]:
        raise ValueError(f"the biases want the shape {W_Q.shape[1:]}")
    if not all(np.isfinite(a).all() for a in (X, W_Q, W_K, b_Q, b_K)):
        raise ValueError("all numbers must be finite")

    def outer_terms(Q, K):
        return np.einsum("ic,jc->ijc", Q, K).sum(axis=-1)

    zero = np.zeros_like(X @ W_Q)
    Q, K = X @ W_Q, X @ W_K
    pairs = (Q, K), (Q, zero + b_K), (zero + b_Q, K), (zero + b_Q, zero + b_K)
    return np.stack([outer_terms(*pair) for pair in pairs])
