"""Multiplies the singular values of the two factors."""
# caught by: is_a_singular_value_decomposition, needs_little_memory, finds_the_largest_values_of_both_kinds
# nudge: Are the singular values of a product the products of the singular values?

import numpy as np


def qk_svd(W_Q, W_K):
    W_Q, W_K = np.asarray(W_Q, dtype=float), np.asarray(W_K, dtype=float)
    if W_Q.ndim != 2 or W_Q.shape != W_K.shape or W_Q.shape[0] < W_Q.shape[1]:
        raise ValueError(f"W_Q {W_Q.shape} and W_K {W_K.shape}: wanted two (d, d_head), d ≥ d_head")
    if not (np.isfinite(W_Q).all() and np.isfinite(W_K).all()):
        raise ValueError("all numbers must be finite")
    U, a, _ = np.linalg.svd(W_Q, full_matrices=False)
    V, b, _ = np.linalg.svd(W_K, full_matrices=False)
    return U, a * b, V


def qk_spectrum(W_Q, W_K):
    s = qk_svd(W_Q, W_K)[1]
    W_Q, W_K = np.asarray(W_Q, dtype=float), np.asarray(W_K, dtype=float)
    W, C = W_Q @ W_K.T, W_K.T @ W_Q
    return {
        "sigma1": s[0],
        "lambda1_sym": np.linalg.eigvalsh((W + W.T) / 2)[-1],
        "eigs": np.linalg.eigvals(C),
        "sym_share": (1 + np.trace(C / s[0] @ C / s[0]) / np.sum((s / s[0]) ** 2)) / 2,
    }
