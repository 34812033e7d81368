"""Parts that inner products and quadratic forms share."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from mathtx_ref.inputs import FloatArray, matrix

# Relative to the largest singular value. Columns that are dependent in exact arithmetic are so up
# to a few n·eps once they have been computed and rounded; a basis worse than this would leave
# fewer than four digits in anything computed from it.
_DEPENDENT = 1e-12


def symmetric_part(A: FloatArray) -> FloatArray:
    """S = (A + Aᵀ)/2, symmetric to the last bit: all that x ↦ xᵀAx sees of A."""
    return A / 2 + A.T / 2


def independent_columns(value: ArrayLike, name: str, height: int) -> FloatArray:
    """A matrix [height, k] of full column rank, its columns scaled to length 1.

    ValueError: another height, k > height, or columns that are dependent, which is decided after
    the scaling: the smallest singular value is ≤ 1e-12 times the largest, or a column is zero.
    """
    V = matrix(value, name)
    if V.shape[0] != height:
        raise ValueError(f"{name} has shape {V.shape}, wanted ({height}, k)")
    if V.shape[1] > height:
        raise ValueError(f"{name} has shape {V.shape}, wanted at most {height} columns")
    lengths = np.linalg.norm(V, axis=0)  # [k]
    if lengths.all():
        unit: FloatArray = V / lengths
        sizes = np.linalg.svd(unit, compute_uv=False)  # [k], descending
        if sizes[-1] > _DEPENDENT * sizes[0]:
            return unit
    raise ValueError(f"{name} has dependent columns, wanted a basis of its column space")
