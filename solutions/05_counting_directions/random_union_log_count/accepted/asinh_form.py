"""Recognises y + √(1 + y²) as exp(arsinh y)."""

import math


def random_union_log_count(n, eps):
    half = log_cap(n, eps) / 2
    return math.asinh(math.exp(half) / 2) - half
