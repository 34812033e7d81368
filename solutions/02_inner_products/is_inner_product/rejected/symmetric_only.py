"""Asks for symmetric and forgets positive definite."""
# caught by: asks_for_both_words_of_the_definition, accepts_inner_products_and_nothing_else
# nudge: Which length has (1, −1) in [[1, 2], [2, 1]]?

import numpy as np


def is_inner_product(A):
    return bool(is_symmetric(A))
