"""Takes n vectors from a basis in the one-sided case as well."""
# caught by: is_right_one_sided, is_right_in_low_dimension
# nudge: Which cosine have v and −v, and is it at most ε?

import math


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, eps)
    return max(math.log(n), -log_mu - math.log(2)) if two_sided else max(math.log(n), -log_mu)
