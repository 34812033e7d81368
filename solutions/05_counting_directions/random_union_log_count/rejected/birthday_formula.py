"""Uses the birthday problem's √(2 log 2/μ)."""
# caught by: finds_a_million_for_gpt2, finds_fewer_than_the_dimension_for_gpt3, solves_the_quadratic_equation, is_exact_in_high_dimension, neither_overflows_nor_underflows
# nudge: Which number stands on the right of the condition?

import math


def random_union_log_count(n, eps):
    return (math.log(math.log(2)) - log_cap(n, eps)) / 2
