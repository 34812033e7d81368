"""Rounds the result to four digits after the point."""
# caught by: finds_a_million_for_gpt2, finds_fewer_than_the_dimension_for_gpt3, solves_the_quadratic_equation, is_exact_in_high_dimension
# nudge: How accurate is a rounded number?

import math


def random_union_log_count(n, eps):
    half = log_cap(n, eps) / 2
    return round(math.asinh(math.exp(half) / 2) - half, 4)
