"""Asks for symmetry to the last digit."""
# caught by: decides_relative_to_the_size_of_a
# nudge: Are computed entries equal to the last digit?

import numpy as np


def is_inner_product(A):
    return bool(definiteness(A) == "positive definite" and np.array_equal(A, np.transpose(A)))
