"""The corrected formula with the column of ones, word for word."""

import numpy as np


def four_terms(X, W_Q, W_K, b_Q, b_K):
    X, W_Q, W_K, b_Q, b_K = (np.asarray(a, dtype=float) for a in (X, W_Q, W_K, b_Q, b_K))
    if X.ndim != 2 or W_Q.ndim != 2 or W_Q.shape != W_K.shape or X.shape[1] != W_Q.shape[0]:
        raise ValueError(f"X {X.shape}, W_Q {W_Q.shape} and W_K {W_K.shape} do not fit")
    if not b_Q.shape == b_K.shape == W_Q.shape[1:]:
        raise ValueError(f"the biases want the shape {W_Q.shape[1:]}")
    if not all(np.isfinite(a).all() for a in (X, W_Q, W_K, b_Q, b_K)):
        raise ValueError("all numbers must be finite")
    one, T = np.ones((len(X), 1)), np.transpose
    q, k = b_Q.reshape(-1, 1), b_K.reshape(-1, 1)
    content = X @ W_Q @ T(W_K) @ T(X)
    return np.array(
        [content, X @ W_Q @ k @ T(one), one @ T(q) @ T(W_K) @ T(X), one @ (T(q) @ k) @ T(one)]
    )
