"""Solves N²μ = 1, which differs for small N."""
# caught by: solves_the_quadratic_equation
# nudge: For N = 2, compare N² with N(N − 1).


def random_union_log_count(n, eps):
    return -log_cap(n, eps) / 2
