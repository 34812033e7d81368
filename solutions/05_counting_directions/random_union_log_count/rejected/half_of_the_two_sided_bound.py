"""Takes the root of the two-sided bound, 1/√(2μ)."""
# caught by: finds_a_million_for_gpt2, finds_fewer_than_the_dimension_for_gpt3, solves_the_quadratic_equation, is_exact_in_high_dimension, neither_overflows_nor_underflows
# nudge: The factors ½ and 2 cancel. Where does your 2 come from?


def random_union_log_count(n, eps):
    return log_gv(n, eps) / 2
