"""Lets numpy stretch a bias of length 1."""
# caught by: reads_its_arguments_with_care
# nudge: Which shapes does broadcasting accept that you should not?

import numpy as np


def fold_bias(W_Q, W_K, b_Q, b_K):
    W_Q, W_K, b_Q, b_K = (np.asarray(a, dtype=float) for a in (W_Q, W_K, b_Q, b_K))
    if W_Q.ndim != 2 or W_Q.shape != W_K.shape:
        raise ValueError(f"W_Q {W_Q.shape} and W_K {W_K.shape} do not fit")
    b_Q, b_K = np.zeros(W_Q.shape[1]) + b_Q, np.zeros(W_Q.shape[1]) + b_K
    if not all(np.isfinite(a).all() for a in (W_Q, W_K, b_Q, b_K)):
        raise ValueError("all numbers must be finite")
    return np.vstack([W_Q, b_Q]) @ np.vstack([W_K, b_K]).T
