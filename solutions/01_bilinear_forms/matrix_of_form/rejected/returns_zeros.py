"""Returns a matrix of zeros and never asks f."""
# caught by: finds_the_matrix_of_the_example, finds_a_rectangular_matrix, finds_the_matrix_of_any_form, survives_a_form_that_overwrites_its_arguments, hands_over_writable_float64_arrays, asks_no_more_often_than_allowed, refuses_values_that_are_no_finite_number, refuses_impossible_dimensions
# nudge: Where would the values of f enter?

import numpy as np


def matrix_of_form(f, m, n=None):
    return np.zeros((m, m if n is None else n))
