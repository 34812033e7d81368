"""Takes the symmetric part."""
# caught by: gives_the_matrix_of_the_example, is_the_matrix_of_the_score, reads_its_arguments_with_care
# nudge: Query and key are different tokens here: does the antisymmetric part still vanish?

import numpy as np


def fold_bias(W_Q, W_K, b_Q, b_K):
    W_Q, W_K, b_Q, b_K = (np.asarray(a, dtype=float) for a in (W_Q, W_K, b_Q, b_K))
    if W_Q.ndim != 2 or W_Q.shape != W_K.shape:
        raise ValueError(f"W_Q {W_Q.shape} and W_K {W_K.shape} do not fit")
    if not b_Q.shape == b_K.shape == W_Q.shape[1:]:
        raise ValueError(f"the biases want the shape {W_Q.shape[1:]}")
    if not all(np.isfinite(a).all() for a in (W_Q, W_K, b_Q, b_K)):
        raise ValueError("all numbers must be finite")
    M = np.vstack([W_Q, b_Q]) @ np.vstack([W_K, b_K]).T
    return (M + M.T) / 2
