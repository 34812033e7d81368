"""Multiplies in the type that came in: small integers overflow."""
# caught by: reads_any_matrix_and_returns_row_numbers
# nudge: In which type of number is 100 · 100 computed for int8?

import numpy as np


def greedy_code(C, eps):
    C = np.asarray(C)
    if C.ndim != 2 or not np.isfinite(C).all() or not C.any(axis=1).all() or not eps >= 0:
        raise ValueError("bad argument")
    lengths = np.sqrt((C * C).sum(axis=1, dtype=C.dtype).astype(float))
    accepted = []
    with np.errstate(all="ignore"):
        for i in range(len(C)):
            if all(abs(float(C[i] @ C[j])) / (lengths[i] * lengths[j]) <= eps for j in accepted):
                accepted.append(i)
    return accepted
