"""Handles one pair of vectors and refuses batches."""
# caught by: gives_one_number_for_each_pair_of_a_batch, broadcasts_the_leading_axes
# nudge: What are the leading axes of a batch for?

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.shape != A.shape[:1] or y.shape != A.shape[1:]:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return x @ A @ y
