"""Returns scaled eigenvectors of A and never uses V."""
# caught by: keeps_the_nested_spans, makes_the_basis_of_the_example
# nudge: What has your Q to do with V?

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    if np.linalg.matrix_rank(V) < V.shape[1]:
        raise ValueError("the columns are dependent")

    values, vectors = np.linalg.eigh((A + A.T) / 2)
    return (vectors / np.sqrt(values))[:, : V.shape[1]]
