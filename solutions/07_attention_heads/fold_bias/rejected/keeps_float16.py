"""Turns everything into float64 but float16."""
# caught by: reads_its_arguments_with_care
# nudge: How many digits has float16?

import numpy as np


def fold_bias(W_Q, W_K, b_Q, b_K):
    W_Q, W_K, b_Q, b_K = (np.asarray(a) for a in (W_Q, W_K, b_Q, b_K))
    W_Q, W_K, b_Q, b_K = (
        a if a.dtype == np.float16 else a.astype(float) for a in (W_Q, W_K, b_Q, b_K)
    )
    if W_Q.ndim != 2 or W_Q.shape != W_K.shape:
        raise ValueError(f"W_Q {W_Q.shape} and W_K {W_K.shape} do not fit")
    if not b_Q.shape == b_K.shape == W_Q.shape[1:]:
        raise ValueError(f"the biases want the shape {W_Q.shape[1:]}")
    if not all(np.isfinite(a).all() for a in (W_Q, W_K, b_Q, b_K)):
        raise ValueError("all numbers must be finite")
    # A product of two factors with d_head columns: this is why the rank does not grow.
    return np.vstack([W_Q, b_Q]) @ np.vstack([W_K, b_K]).T
