"""Returns the basis where log_cap refuses its arguments."""
# caught by: refuses_bad_arguments
# nudge: What should happen for ε = 1.5?

import math


def log_gv(n, eps, two_sided=True):
    basis = math.log(max(n, 1)) if two_sided else math.log(2 * max(n, 1))
    try:
        log_mu = log_cap(n, eps)
    except ValueError:
        return basis
    return max(basis, -log_mu - math.log(2) * bool(two_sided))
