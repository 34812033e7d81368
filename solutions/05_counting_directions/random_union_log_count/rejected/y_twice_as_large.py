"""Forgets to halve √μ under the root."""
# caught by: finds_fewer_than_the_dimension_for_gpt3, solves_the_quadratic_equation, is_exact_in_high_dimension
# nudge: Put your N into N(N − 1)μ: is it 1?

import math


def random_union_log_count(n, eps):
    half = log_cap(n, eps) / 2
    return math.asinh(math.exp(half)) - half
