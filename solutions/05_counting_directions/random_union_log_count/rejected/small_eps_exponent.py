"""Returns nε²/4, the rough size only."""
# caught by: finds_a_million_for_gpt2, finds_fewer_than_the_dimension_for_gpt3, solves_the_quadratic_equation, is_exact_in_high_dimension, neither_overflows_nor_underflows
# nudge: What does nε²/4 say at ε = 0?


def random_union_log_count(n, eps):
    log_cap(n, eps)
    return n * eps**2 / 4
