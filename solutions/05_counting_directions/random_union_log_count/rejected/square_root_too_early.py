"""Takes 1/√μ for N as soon as N is above 100."""
# caught by: finds_fewer_than_the_dimension_for_gpt3, is_exact_in_high_dimension
# nudge: How large is the difference of 1/√μ and ½ + √(¼ + 1/μ)?

import math


def random_union_log_count(n, eps):
    half = log_cap(n, eps) / 2
    return -half if half < -4.6 else math.asinh(math.exp(half) / 2) - half
