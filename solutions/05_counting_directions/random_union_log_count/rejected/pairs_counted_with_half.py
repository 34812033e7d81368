"""Counts each pair with one cap only: N(N−1)/2·μ ≤ 1."""
# caught by: finds_a_million_for_gpt2, finds_fewer_than_the_dimension_for_gpt3, solves_the_quadratic_equation, is_exact_in_high_dimension, neither_overflows_nor_underflows
# nudge: How many caps has |cos| > ε?

import math


def random_union_log_count(n, eps):
    log_mu = log_cap(n, eps) - math.log(2)
    root = math.exp(log_mu / 2)
    return -log_mu / 2 + math.log(root / 2 + math.sqrt(root**2 / 4 + 1))
