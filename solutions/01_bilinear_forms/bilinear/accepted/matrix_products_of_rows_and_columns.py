"""Makes x a row and y a column, and takes the one entry of the product."""

import numpy as np


def checked_matrix_products_of_rows_and_columns(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear(A, x, y):
    A, x, y = checked_matrix_products_of_rows_and_columns(A, x, y)
    product = x[..., None, :] @ A @ y[..., :, None]
    return product[..., 0, 0]
