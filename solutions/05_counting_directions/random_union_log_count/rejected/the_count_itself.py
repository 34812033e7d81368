"""Returns N and not its logarithm."""
# caught by: finds_a_million_for_gpt2, finds_fewer_than_the_dimension_for_gpt3, solves_the_quadratic_equation, is_exact_in_high_dimension, neither_overflows_nor_underflows
# nudge: Count or logarithm?

import math


def random_union_log_count(n, eps):
    half = log_cap(n, eps) / 2
    value = math.asinh(math.exp(half) / 2) - half
    return math.exp(value) if value < 700 else math.inf
