"""Accepts whatever numpy can multiply."""
# caught by: refuses_what_does_not_fit
# nudge: Which shapes have to fit each other?

import numpy as np


def four_terms(X, W_Q, W_K, b_Q, b_K):
    X, W_Q, W_K, b_Q, b_K = (np.asarray(a, dtype=float) for a in (X, W_Q, W_K, b_Q, b_K))
    queries, keys = X @ W_Q, X @ W_K
    terms = np.empty((4, len(X), len(X)))
    terms[0] = queries @ keys.T
    terms[1] = (queries @ b_K)[:, None]
    terms[2] = (keys @ b_Q)[None, :]
    terms[3] = b_Q @ b_K
    return terms
