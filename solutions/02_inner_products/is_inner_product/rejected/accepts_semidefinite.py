"""Accepts positive semidefinite forms, in which some vector has length 0."""
# caught by: accepts_inner_products_and_nothing_else
# nudge: Which vectors may have length 0?

import numpy as np


def is_inner_product(A):
    return bool(
        is_symmetric(A) and definiteness(A) in ("positive definite", "positive semidefinite")
    )
