"""Counts every pair twice: N(N−1)·2μ ≤ 1."""
# caught by: finds_a_million_for_gpt2, finds_fewer_than_the_dimension_for_gpt3, solves_the_quadratic_equation, is_exact_in_high_dimension, neither_overflows_nor_underflows
# nudge: How many pairs have N vectors?

import math


def random_union_log_count(n, eps):
    log_mu = log_cap(n, eps) + math.log(2)
    root = math.exp(log_mu / 2)
    return -log_mu / 2 + math.log(root / 2 + math.sqrt(root**2 / 4 + 1))
