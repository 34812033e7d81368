"""Returns the kind of the form instead of True or False."""
# caught by: asks_for_both_words_of_the_definition, accepts_inner_products_and_nothing_else
# nudge: Which two answers are asked for?

import numpy as np


def is_inner_product(A):
    return definiteness(A) if is_symmetric(A) else "not symmetric"
