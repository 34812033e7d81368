"""Puts y on the left and x on the right of A."""
# caught by: gives_433_for_the_example, gives_one_number_for_each_pair_of_a_batch, is_right_for_matrices_of_every_shape, refuses_shapes_that_do_not_fit
# nudge: Which vector stands on the left in xᵀAy?

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    if A.ndim != 2 or (y.shape[-1], x.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    return ((y @ A) * x).sum(axis=-1)
