"""Divides by μ, which is 0 as a float."""
# caught by: neither_overflows_nor_underflows
# nudge: What is e^-1500 as a float?
# twin of: overflows

import math


def random_union_log_count(n, eps):
    mu = math.exp(log_cap(n, eps))
    return math.log(0.5 + math.sqrt(0.25 + 1 / mu)) if mu > 0 else math.inf
