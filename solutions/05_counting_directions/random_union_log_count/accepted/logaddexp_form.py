"""Adds ½ and √(¼ + 1/μ) as logarithms."""

import math

import numpy as np


def random_union_log_count(n, eps):
    root = np.logaddexp(math.log(0.25), -log_cap(n, eps)) / 2
    return np.logaddexp(math.log(0.5), root)
