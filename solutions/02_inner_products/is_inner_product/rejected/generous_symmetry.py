"""Forgives an asymmetry of 1e-8 of the norm."""
# caught by: accepts_inner_products_and_nothing_else
# nudge: Which rtol is meant?

import numpy as np


def is_inner_product(A):
    return bool(is_symmetric(A, rtol=1e-8) and definiteness(A) == "positive definite")
