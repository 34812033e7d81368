"""Takes a basis where it is larger, which is no random set."""
# caught by: finds_fewer_than_the_dimension_for_gpt3, solves_the_quadratic_equation, is_exact_in_high_dimension
# nudge: Is an orthonormal basis drawn at random?

import math


def random_union_log_count(n, eps):
    log_mu = log_cap(n, eps)
    root = math.exp(log_mu / 2)
    return max(math.log(n), -log_mu / 2 + math.log(root / 2 + math.sqrt(root**2 / 4 + 1)))
