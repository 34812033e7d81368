"""Turns everything into float64 but int64."""
# caught by: computes_in_float64_whatever_comes_in
# nudge: What is 2**40 times 2**40 in int64?

import numpy as np


def four_terms(X, W_Q, W_K, b_Q, b_K):
    X, W_Q, W_K, b_Q, b_K = (np.asarray(a) for a in (X, W_Q, W_K, b_Q, b_K))
    X, W_Q, W_K, b_Q, b_K = (
        a if a.dtype == np.int64 else a.astype(float) for a in (X, W_Q, W_K, b_Q, b_K)
    )
    if X.ndim != 2 or W_Q.ndim != 2 or W_Q.shape != W_K.shape or X.shape[1] != W_Q.shape[0]:
        raise ValueError(f"X {X.shape}, W_Q {W_Q.shape} and W_K {W_K.shape} do not fit")
    if not b_Q.shape == b_K.shape == W_Q.shape[1:]:
        raise ValueError(f"the biases want the shape {W_Q.shape[1:]}")
    if not all(np.isfinite(a).all() for a in (X, W_Q, W_K, b_Q, b_K)):
        raise ValueError("all numbers must be finite")
    queries, keys = X @ W_Q, X @ W_K
    terms = np.empty((4, len(X), len(X)))
    terms[0] = queries @ keys.T
    terms[1] = (queries @ b_K)[:, None]  # a column, repeated to the right
    terms[2] = (keys @ b_Q)[None, :]  # a row, repeated downwards
    terms[3] = b_Q @ b_K
    return terms
