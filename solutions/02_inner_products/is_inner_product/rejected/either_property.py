"""Joins the two properties with or."""
# caught by: asks_for_both_words_of_the_definition, accepts_inner_products_and_nothing_else
# nudge: Are both words of the definition needed?

import numpy as np


def is_inner_product(A):
    return bool(is_symmetric(A) or definiteness(A) == "positive definite")
