"""Accepts negative definite forms, too."""
# caught by: accepts_inner_products_and_nothing_else
# nudge: Which sign has the square of a length?

import numpy as np


def is_inner_product(A):
    return bool(is_symmetric(A) and definiteness(A).endswith(" definite"))
