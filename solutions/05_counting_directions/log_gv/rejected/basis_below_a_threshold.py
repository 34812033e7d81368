"""Takes the basis below ε = 1/√n and the caps beyond, whichever is larger."""
# caught by: is_no_worse_than_a_basis, is_right_two_sided, is_right_one_sided, is_right_in_low_dimension
# nudge: At (768, 0.05), which is beyond 1/√768, which of the two is larger?

import math


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, eps)
    if eps < 1 / math.sqrt(n):
        return math.log(n if two_sided else 2 * n)
    return -log_mu - math.log(2) if two_sided else -log_mu
