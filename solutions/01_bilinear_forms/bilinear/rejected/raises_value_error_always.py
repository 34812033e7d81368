"""Raises ValueError whatever comes in, which is right for bad input only."""
# caught by: gives_433_for_the_example, gives_one_number_for_each_pair_of_a_batch, is_right_for_matrices_of_every_shape, broadcasts_the_leading_axes, computes_in_float64_whatever_comes_in, refuses_shapes_that_do_not_fit, refuses_nan_and_infinity, leaves_its_arguments_unchanged
# nudge: What should happen when everything fits?

import numpy as np


def bilinear(A, x, y):
    raise ValueError("refused")
