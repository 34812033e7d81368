"""Uses the caller’s y as room for the product."""
# caught by: leaves_its_arguments_unchanged
# nudge: Whose array do you write into?

import numpy as np


def checked_writes_the_product_into_y(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear(A, x, y):
    A, x, y = checked_writes_the_product_into_y(A, x, y)
    product = x @ A
    if product.shape == y.shape and y.flags.writeable:
        y *= product
        return y.sum(axis=-1)
    return (product * y).sum(axis=-1)
