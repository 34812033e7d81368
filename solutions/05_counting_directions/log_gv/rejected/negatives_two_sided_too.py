"""Takes 2n vectors from a basis in the two-sided case as well."""
# caught by: is_no_worse_than_a_basis, is_right_two_sided, is_right_in_low_dimension
# nudge: Which |cos| have v and −v?

import math


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, eps)
    return (
        max(math.log(2 * n), -log_mu - math.log(2)) if two_sided else max(math.log(2 * n), -log_mu)
    )
