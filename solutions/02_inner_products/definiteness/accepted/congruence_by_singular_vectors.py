"""Reads the signs off the singular value decomposition of S."""

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S = (A + A.T) / 2
    left, sizes, _ = np.linalg.svd(S + 0.0)
    if sizes[0] == 0:
        return "zero"
    keep = sizes > (1e-12 if rtol is None else rtol) * sizes[0]
    # S maps the span of the kept left vectors to itself: its eigenvalues there are not near 0.
    inside = left[:, keep].T @ (S / sizes[0]) @ left[:, keep]
    values = np.linalg.eigvalsh((inside + inside.T) / 2)
    positive, negative = int((values > 0).sum()), int((values < 0).sum())
    if positive and negative:
        return "indefinite"
    if not positive and not negative:
        return "zero"
    sign = "positive" if positive else "negative"
    return f"{sign} definite" if positive + negative == len(A) else f"{sign} semidefinite"
