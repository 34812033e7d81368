"""Reading a real head: its weights, its patterns, the rank of what it computes.

The shapes and what is refused are those of `attention`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from mathtx_ref.inputs import FloatArray, integer, real_array, square_matrix, vector


def split_heads(weight: ArrayLike, bias: ArrayLike, H: int) -> tuple[FloatArray, FloatArray]:
    """(W, b) of each head from a torch linear layer y = x·weightᵀ + bias: X@W[h] + b[h].

    Rows h·d_head … (h+1)·d_head − 1 of the weight, layout (out, in), are head h, transposed here.

    Shapes: weight [d, d], bias [d] → [H, d, d_head], [H, d_head] with d_head = d/H.
    Errors: ValueError as in the docstring of `attention`, and for H that does not divide d.
    Cost: O(d²).
    Source: a real head.
    """
    weight = square_matrix(weight, "weight")
    d = weight.shape[0]
    bias = vector(bias, "bias", d)
    H = integer(H, "H", 1)
    if d % H:
        raise ValueError(f"H is {H}, wanted a divisor of d = {d}")
    return weight.reshape(H, d // H, d).transpose(0, 2, 1).copy(), bias.reshape(H, d // H).copy()


def find_prev_token_head(patterns: ArrayLike) -> tuple[int, int]:
    """(l, h) of the head with the largest mean of P[i, i−1] over i ≥ 1; of equal ones the first.

    Shapes: patterns [L, H, T, T] with L, H ≥ 1, T ≥ 2 → (int, int).
    Errors: ValueError as in the docstring of `attention`.
    Cost: O(LHT).
    Source: a real head: such a head's W_QK is far from symmetric.
    """
    P = real_array(patterns, "patterns")
    if P.ndim != 4 or P.shape[2] != P.shape[3] or P.shape[3] < 2 or 0 in P.shape:
        raise ValueError(f"patterns has shape {P.shape}, wanted (L, H, T, T) with T ≥ 2")
    means = np.diagonal(P, offset=-1, axis1=2, axis2=3).mean(axis=-1)  # [L, H]
    layer, head = divmod(int(means.argmax()), P.shape[1])
    return layer, head


def numerical_rank(s: ArrayLike, shape: Sequence[int], dtype: DTypeLike) -> int:
    """#{s > max(shape)·eps(dtype)·max s}: the singular values that are more than rounding.

    dtype is the one the data were computed in: a float32 product cast to float64 keeps its noise.

    Shapes: s [r] with r ≥ 1, shape that of the matrix → int.
    Errors: ValueError as in the docstring of `attention`, for negative s and a dtype that is not
    floating.
    Cost: O(r).
    Source: "results in n × n matrix with max rank d_head".
    """
    s = real_array(s, "s")
    if s.ndim != 1 or s.size == 0 or (s < 0).any():
        raise ValueError(f"s has shape {s.shape}, wanted (r,) with r ≥ 1 and no negative value")
    try:
        eps = float(np.finfo(np.dtype(dtype)).eps)
    except (TypeError, ValueError):
        raise ValueError(f"dtype is {dtype!r}, wanted a floating type") from None
    if not isinstance(shape, Sequence) or not shape:
        raise ValueError(f"shape is {shape!r}, wanted a tuple like (m, n)")
    sides = [integer(side, "a side of shape", 1) for side in shape]
    return int((s > max(sides) * eps * s.max()).sum())
