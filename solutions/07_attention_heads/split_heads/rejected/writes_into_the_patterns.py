"""Sets the first rows of the caller's patterns to 0."""
# caught by: finds_the_largest_mean
# nudge: Whose array is it after np.asarray?

import numpy as np


def split_heads(weight, bias, H):
    weight, bias = np.asarray(weight, dtype=float), np.asarray(bias, dtype=float)
    if weight.ndim != 2 or weight.shape[0] != weight.shape[1] or bias.shape != weight.shape[:1]:
        raise ValueError(f"weight {weight.shape} and bias {bias.shape}: wanted (d, d) and (d,)")
    if not (np.isfinite(weight).all() and np.isfinite(bias).all()):
        raise ValueError("all numbers must be finite")
    d = len(weight)
    if not isinstance(H, (int, np.integer)) or H < 1 or d % H:
        raise ValueError(f"H is an integer that divides {d}, not {H}")
    return weight.reshape(H, d // H, d).transpose(0, 2, 1), bias.reshape(H, d // H)


def find_prev_token_head(patterns):
    P = np.asarray(patterns, dtype=float)
    if P.ndim != 4 or P.shape[2] != P.shape[3] or P.shape[3] < 2 or not np.isfinite(P).all():
        raise ValueError(f"patterns has shape {P.shape}, wanted (L, H, T, T), T ≥ 2, all finite")
    P[:, :, 0] = 0
    means = np.diagonal(P, offset=-1, axis1=2, axis2=3).mean(axis=-1)
    layer, head = np.unravel_index(means.argmax(), means.shape)
    return int(layer), int(head)


def numerical_rank(s, shape, dtype):
    s = np.asarray(s, dtype=float)
    if s.ndim != 1 or s.size == 0 or not np.isfinite(s).all() or (s < 0).any():
        raise ValueError("s must be a vector of finite numbers, none negative")
    eps = float(np.finfo(dtype).eps)
    return int(np.sum(s > max(shape) * eps * s.max()))
