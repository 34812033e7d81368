"""Asks for the kind first and for the symmetry second, with a comparison."""

import numpy as np


def is_inner_product(A):
    kind = definiteness(A)
    return kind == "positive definite" and bool(is_symmetric(A))
