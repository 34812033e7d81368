"""Goes through μ itself, which underflows."""
# caught by: is_right_two_sided, is_right_one_sided
# nudge: What is 1/μ when μ is 0 as a float?

import math


def log_gv(n, eps, two_sided=True):
    mu = math.exp(log_cap(n, eps))
    caps = math.inf if mu == 0 else math.log(1 / mu)
    return max(math.log(n), caps - math.log(2)) if two_sided else max(math.log(2 * n), caps)
