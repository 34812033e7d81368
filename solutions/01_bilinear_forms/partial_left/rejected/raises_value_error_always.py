"""Raises ValueError whatever comes in, which is right for bad input only."""
# caught by: gives_23_34_for_the_example, holds_x_for_matrices_of_every_shape, returns_a_vector_when_n_is_1, computes_in_float64_whatever_comes_in, refuses_what_does_not_fit, leaves_its_arguments_unchanged
# nudge: What should happen when everything fits?

import numpy as np


def partial_left(A, x):
    raise ValueError("refused")
