"""Leaves the logarithms: 1/μ or N is too large for a float."""
# caught by: neither_overflows_nor_underflows
# nudge: What is e^1500 as a float?

import numpy as np


def random_union_log_count(n, eps):
    with np.errstate(over="ignore"):
        inverse = np.exp(-log_cap(n, eps))
    return float(np.log(0.5 + np.sqrt(0.25 + inverse)))
