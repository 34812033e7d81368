"""Counts eigenvalues up to 1e-8 of the norm as zero."""
# caught by: accepts_inner_products_and_nothing_else
# nudge: Which eigenvalues count as zero in question 3?

import numpy as np


def is_inner_product(A):
    return bool(is_symmetric(A) and definiteness(A, rtol=1e-8) == "positive definite")
