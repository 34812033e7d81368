"""Writes ½ + √(1/μ)."""
# caught by: solves_the_quadratic_equation
# nudge: Complete the square: which number is added under the root?

import math


def random_union_log_count(n, eps):
    root = math.exp(log_cap(n, eps) / 2)
    return -log_cap(n, eps) / 2 + math.log1p(root / 2)
