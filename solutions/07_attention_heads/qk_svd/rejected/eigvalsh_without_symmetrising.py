"""Reads one triangle of W only, as eigvalsh does."""
# caught by: answers_the_three_questions_of_the_example, finds_the_largest_values_of_both_kinds, reads_its_arguments_with_care
# nudge: Which matrices may eigvalsh be given?

import numpy as np


def qk_svd(W_Q, W_K):
    W_Q, W_K = np.asarray(W_Q, dtype=float), np.asarray(W_K, dtype=float)
    if W_Q.ndim != 2 or W_Q.shape != W_K.shape or W_Q.shape[0] < W_Q.shape[1]:
        raise ValueError(f"W_Q {W_Q.shape} and W_K {W_K.shape}: wanted two (d, d_head), d ≥ d_head")
    if not (np.isfinite(W_Q).all() and np.isfinite(W_K).all()):
        raise ValueError("all numbers must be finite")
    Q1, R1 = np.linalg.qr(W_Q)
    Q2, R2 = np.linalg.qr(W_K)
    U, s, Vt = np.linalg.svd(R1 @ R2.T)
    return Q1 @ U, s, Q2 @ Vt.T


def qk_spectrum(W_Q, W_K):
    s = qk_svd(W_Q, W_K)[1]
    W_Q, W_K = np.asarray(W_Q, dtype=float), np.asarray(W_K, dtype=float)
    W, C = W_Q @ W_K.T, W_K.T @ W_Q
    return {
        "sigma1": s[0],
        "lambda1_sym": np.linalg.eigvalsh(W)[-1],
        "eigs": np.linalg.eigvals(C),
        "sym_share": (1 + np.trace(C / s[0] @ C / s[0]) / np.sum((s / s[0]) ** 2)) / 2,
    }
