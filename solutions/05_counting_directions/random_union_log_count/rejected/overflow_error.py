"""Computes 1/μ itself, which raises OverflowError when it is too large."""
# caught by: neither_overflows_nor_underflows
# nudge: What is e^1500 as a float?

import math


def random_union_log_count(n, eps):
    return math.log(0.5 + math.sqrt(0.25 + math.exp(-log_cap(n, eps))))
