"""Returns −log μ, the count of a chosen set."""
# caught by: finds_a_million_for_gpt2, finds_fewer_than_the_dimension_for_gpt3, solves_the_quadratic_equation, is_exact_in_high_dimension, neither_overflows_nor_underflows
# nudge: N appears squared in the condition. What is N then?


def random_union_log_count(n, eps):
    return -log_cap(n, eps)
