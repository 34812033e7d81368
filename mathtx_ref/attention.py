"""What an attention head's query and key weights compute: scores, terms, patterns, spectra.

Lecture: "What happens inside attention heads".

Glossary of shapes (row convention: a token is a row):
- T: tokens; d: dimension of the stream; d_head: dimension of a head.
- L: layers; H: heads of a layer, d_head = d/H in `split_heads`.
- X: [T, d]; W_Q, W_K: [d, d_head]; b_Q, b_K: [d_head].
- scores, patterns: [T, T], query i in the row, key j in the column.
- W_QK = W_Q W_Kᵀ: [d, d], the matrix of the bilinear form x_iᵀ W_QK x_j.

Arguments are array-like, are read as float64 and never changed. ValueError: a wrong ndim or shape
(a vector of length 1 is not stretched), NaN or inf, no real numbers, an integer out of range.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathtx_ref._arguments import IndexArray
from mathtx_ref._qk_factors import qk_spectrum, qk_svd
from mathtx_ref._real_head import find_prev_token_head, numerical_rank, split_heads
from mathtx_ref.inputs import FloatArray, integer, matrix, real_array, vector

__all__ = [
    "find_prev_token_head",
    "fold_bias",
    "four_terms",
    "numerical_rank",
    "qk_scores",
    "qk_spectrum",
    "qk_svd",
    "softmax_rows",
    "split_heads",
    "topk_keys",
]


def qk_scores(
    X: ArrayLike,
    W_Q: ArrayLike,
    W_K: ArrayLike,
    b_Q: ArrayLike | None = None,
    b_K: ArrayLike | None = None,
    scale: bool = True,
) -> FloatArray:
    """(XW_Q + 1b_Qᵀ)(XW_K + 1b_Kᵀ)ᵀ, divided by √d_head when scale; a bias None is 0.

    Shapes: X [T, d], W_Q, W_K [d, d_head], b_Q, b_K [d_head] → [T, T].
    Errors: ValueError as in the module's docstring.
    Cost: O(T·d·d_head + T²·d_head). The rank is at most min(T, d_head), with biases too.
    Source: the lecture's formula, which leaves the scale out (Vaswani et al. 2017, 3.2.1).
    """
    Q, K = _queries_and_keys(X, W_Q, W_K, b_Q, b_K)
    return Q @ K.T / (math.sqrt(Q.shape[1]) if scale else 1.0)


def four_terms(
    X: ArrayLike, W_Q: ArrayLike, W_K: ArrayLike, b_Q: ArrayLike, b_K: ArrayLike
) -> FloatArray:
    """The four terms whose sum is the unscaled score matrix.

    Content XW_Q W_KᵀXᵀ, query XW_Q b_K 1ᵀ (constant along each row), key 1 b_QᵀW_KᵀXᵀ (constant
    along each column), constant (b_Qᵀb_K) 11ᵀ. A row softmax does not see the second and fourth.

    Shapes: X [T, d], W_Q, W_K [d, d_head], b_Q, b_K [d_head] → [4, T, T].
    Errors: ValueError as in the module's docstring.
    Cost: O(T·d·d_head + T²·d_head).
    Source: the lecture's expansion, whose last term reads 1b_Q b_K 1ᵀ.
    """
    Q, K = _queries_and_keys(X, W_Q, W_K, None, None)  # [T, d_head] each
    b_Q, b_K = vector(b_Q, "b_Q", Q.shape[1]), vector(b_K, "b_K", Q.shape[1])
    terms = np.empty((4, Q.shape[0], Q.shape[0]))
    terms[0] = Q @ K.T
    terms[1] = (Q @ b_K)[:, np.newaxis]
    terms[2] = K @ b_Q
    terms[3] = b_Q @ b_K
    return terms


def softmax_rows(S: ArrayLike, mask: ArrayLike | None = None) -> FloatArray:
    """exp(s_j)/Σ_j exp(s_j) along the last axis, over the places where mask is True.

    The row's largest kept score is subtracted first: nothing overflows, and the sum is at least 1.
    Masked places are exactly 0; a row without any kept place is all 0.

    Shapes: S [..., k], k ≥ 1; mask of S's shape or of one that broadcasts to it → S's shape.
    Errors: ValueError as in the module's docstring, for S a number, and for another mask.
    Cost: O(size of S).
    Source: what turns scores into the pattern; a row is compared with itself alone.
    """
    S = real_array(S, "S")
    if S.ndim == 0 or S.shape[-1] == 0:
        raise ValueError(f"S has shape {S.shape}, wanted (..., k) with k ≥ 1")
    keep = np.ones((), dtype=np.bool_) if mask is None else real_array(mask, "mask") != 0
    try:
        keep = np.broadcast_to(keep, S.shape)
    except ValueError:
        raise ValueError(
            f"mask has shape {keep.shape}, wanted one that broadcasts to {S.shape}"
        ) from None
    kept = np.where(keep, S, -np.inf)
    largest = kept.max(axis=-1, keepdims=True)
    weights = np.exp(kept - np.where(np.isfinite(largest), largest, 0.0))
    total = weights.sum(axis=-1, keepdims=True)
    return np.asarray(weights / np.where(total > 0, total, 1.0), np.float64)


def fold_bias(W_Q: ArrayLike, W_K: ArrayLike, b_Q: ArrayLike, b_K: ArrayLike) -> FloatArray:
    """M with [x_i; 1]ᵀ M [x_j; 1] the unscaled score: [W_Q; b_Qᵀ][W_K; b_Kᵀ]ᵀ, rank ≤ d_head.

    With biases the score is no bilinear form of the tokens, but of the tokens with a 1 appended.

    Shapes: W_Q, W_K [d, d_head], b_Q, b_K [d_head] → [d + 1, d + 1], the ones coordinate last.
    Errors: ValueError as in the module's docstring.
    Cost: O(d²·d_head).
    Source: "Note that x_iᵀ W_QK x_j is a bilinear form!"
    """
    W_Q, W_K = _weights(W_Q, W_K)
    h = W_Q.shape[1]
    return np.vstack([W_Q, vector(b_Q, "b_Q", h)]) @ np.vstack([W_K, vector(b_K, "b_K", h)]).T


def topk_keys(
    X: ArrayLike,
    W_Q: ArrayLike,
    W_K: ArrayLike,
    b_Q: ArrayLike | None,
    b_K: ArrayLike | None,
    k: int,
    block: int = 256,
) -> IndexArray:
    """For each query the k keys of the largest scores, descending; of equal ones the lower index.

    No [T, T] array: of each block of queries only the best k so far are kept while the keys pass
    by. The blocks of keys are k long at least, so that a large k costs no more passes.

    Shapes: X [T, d], W_Q, W_K [d, d_head], b_Q, b_K [d_head] or None → [T, k].
    Errors: ValueError as in the module's docstring, for k outside 1 … T, and for block < 1.
    Cost: O(T·d·d_head + T²·d_head) time; O(T·(d_head + k) + block·max(block, k)) memory.
    Source: "it maximizes the output of the value x_iᵀ W_QK x_j", against the other keys.
    """
    Q, K = _queries_and_keys(X, W_Q, W_K, b_Q, b_K)
    T = Q.shape[0]
    k, block = integer(k, "k", 1), integer(block, "block", 1)
    if k > T:
        raise ValueError(f"k is {k}, wanted an integer in 1 … {T}")
    width = max(block, k)
    keys = np.empty((T, k), dtype=np.intp)
    for start in range(0, T, block):
        queries = Q[start : start + block]
        scores, found = np.empty((len(queries), 0)), np.empty((len(queries), 0), dtype=np.intp)
        for first in range(0, T, width):
            new = queries @ K[first : first + width].T
            number = np.broadcast_to(np.arange(first, first + new.shape[1]), new.shape)
            scores, found = np.hstack([scores, new]), np.hstack([found, number])
            chosen = _largest(scores, min(k, scores.shape[1]))
            scores = scores[chosen].reshape(len(queries), -1)
            found = found[chosen].reshape(len(queries), -1)
        order = np.argsort(-scores, axis=1, kind="stable")
        keys[start : start + block] = np.take_along_axis(found, order, axis=1)
    return keys


def _weights(W_Q: ArrayLike, W_K: ArrayLike) -> tuple[FloatArray, FloatArray]:
    Q, K = matrix(W_Q, "W_Q"), matrix(W_K, "W_K")
    if K.shape != Q.shape:
        raise ValueError(f"W_K has shape {K.shape}, wanted W_Q's shape {Q.shape}")
    return Q, K


def _queries_and_keys(
    X: ArrayLike,
    W_Q: ArrayLike,
    W_K: ArrayLike,
    b_Q: ArrayLike | None,
    b_K: ArrayLike | None,
) -> tuple[FloatArray, FloatArray]:
    """[T, d_head] each: XW_Q + 1b_Qᵀ and XW_K + 1b_Kᵀ."""
    W_Q, W_K = _weights(W_Q, W_K)
    X = matrix(X, "X")
    if X.shape[1] != W_Q.shape[0]:
        raise ValueError(f"X has shape {X.shape}, wanted (T, {W_Q.shape[0]})")
    h = W_Q.shape[1]
    Q = X @ W_Q + (0.0 if b_Q is None else vector(b_Q, "b_Q", h))
    K = X @ W_K + (0.0 if b_K is None else vector(b_K, "b_K", h))
    return Q, K


def _largest(scores: FloatArray, k: int) -> NDArray[np.bool_]:
    """Marks the k largest of each row, of equal ones the first."""
    border = np.partition(scores, -k, axis=1)[:, -k, np.newaxis]  # the k-th largest
    above: NDArray[np.bool_] = scores > border
    equal: NDArray[np.bool_] = scores == border
    free = k - above.sum(axis=1, keepdims=True)
    first: NDArray[np.bool_] = np.cumsum(equal, axis=1, dtype=np.int32) <= free
    return above | (equal & first)
