"""Asks for positive definite and forgets symmetric."""
# caught by: asks_for_both_words_of_the_definition, accepts_inner_products_and_nothing_else
# nudge: Are ⟨u, v⟩ and ⟨v, u⟩ the same for [[1, −10], [10, 1]]?

import numpy as np


def is_inner_product(A):
    return definiteness(A) == "positive definite"
