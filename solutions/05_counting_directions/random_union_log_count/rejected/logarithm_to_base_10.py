"""Takes the logarithm to base 10."""
# caught by: finds_a_million_for_gpt2, finds_fewer_than_the_dimension_for_gpt3, solves_the_quadratic_equation, is_exact_in_high_dimension, neither_overflows_nor_underflows
# nudge: Which logarithm is meant?

import math


def random_union_log_count(n, eps):
    half = log_cap(n, eps) / 2
    return (math.asinh(math.exp(half) / 2) - half) / math.log(10)
