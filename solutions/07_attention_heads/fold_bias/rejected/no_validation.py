"""Accepts whatever numpy can stack."""
# caught by: reads_its_arguments_with_care
# nudge: Which shapes have to fit each other?

import numpy as np


def fold_bias(W_Q, W_K, b_Q, b_K):
    W_Q, W_K, b_Q, b_K = (np.asarray(a, dtype=float) for a in (W_Q, W_K, b_Q, b_K))
    return np.vstack([W_Q, b_Q]) @ np.vstack([W_K, b_K]).T
