"""Raises ValueError whatever comes in, which is right for bad input only."""
# caught by: gives_the_matrix_in_the_new_basis, describes_the_same_form, accepts_small_large_and_skewed_bases, refuses_a_singular_matrix, refuses_shapes_that_do_not_fit, reads_any_numbers_and_leaves_them_unchanged
# nudge: What should happen when everything fits?

import numpy as np


def change_of_basis(A, P):
    raise ValueError("refused")
