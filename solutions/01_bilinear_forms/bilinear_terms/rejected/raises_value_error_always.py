"""Raises ValueError whatever comes in, which is right for bad input only."""
# caught by: gives_the_four_terms_of_the_example, has_every_term_in_its_place, reads_any_numbers_and_leaves_them_unchanged, refuses_what_does_not_fit
# nudge: What should happen when everything fits?

import numpy as np


def bilinear_terms(A, x, y):
    raise ValueError("refused")
