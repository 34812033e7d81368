"""Takes entries that differ by less than 1e-8 for equal, as np.allclose does."""
# caught by: decides_relative_to_the_size_of_a
# nudge: What does allclose say about 1e-12 times a matrix?

import numpy as np


def is_inner_product(A):
    return bool(definiteness(A) == "positive definite" and np.allclose(A, np.transpose(A)))
