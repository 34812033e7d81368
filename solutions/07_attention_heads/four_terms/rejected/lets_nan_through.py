"""Returns terms that are NaN."""
# caught by: refuses_what_does_not_fit
# nudge: What if one entry of any argument is NaN?

import numpy as np


def four_terms(X, W_Q, W_K, b_Q, b_K):
    X, W_Q, W_K, b_Q, b_K = (np.asarray(a, dtype=float) for a in (X, W_Q, W_K, b_Q, b_K))
    if X.ndim != 2 or W_Q.ndim != 2 or W_Q.shape != W_K.shape or X.shape[1] != W_Q.shape[0]:
        raise ValueError(f"X {X.shape}, W_Q {W_Q.shape} and W_K {W_K.shape} do not fit")
    if not b_Q.shape == b_K.shape == W_Q.shape[1:]:
        raise ValueError(f"the biases want the shape {W_Q.shape[1:]}")
    queries, keys = X @ W_Q, X @ W_K
    terms = np.empty((4, len(X), len(X)))
    terms[0] = queries @ keys.T
    terms[1] = (queries @ b_K)[:, None]
    terms[2] = (keys @ b_Q)[None, :]
    terms[3] = b_Q @ b_K
    return terms
