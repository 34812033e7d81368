"""Takes the other root of the quadratic equation, with a minus sign, in size."""
# caught by: solves_the_quadratic_equation
# nudge: Which root is positive?

import math


def random_union_log_count(n, eps):
    log_mu = log_cap(n, eps)
    root = math.exp(log_mu / 2)
    return -log_mu / 2 + math.log(math.sqrt(root**2 / 4 + 1) - root / 2)
