"""Halves the exponent of question 1."""
# caught by: finds_a_million_for_gpt2, finds_fewer_than_the_dimension_for_gpt3, solves_the_quadratic_equation, is_exact_in_high_dimension, neither_overflows_nor_underflows
# nudge: Is e to that exponent equal to 1/μ?


def random_union_log_count(n, eps):
    log_cap(n, eps)
    return log_count(n, eps) / 2
