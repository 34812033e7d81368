"""Pushes ε into the allowed range in place of refusing it."""
# caught by: refuses_bad_arguments
# nudge: What should happen for ε = 1.5?

import math


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, min(max(eps, 0.0), 0.999999))
    return max(math.log(n), -log_mu - math.log(2)) if two_sided else max(math.log(2 * n), -log_mu)
