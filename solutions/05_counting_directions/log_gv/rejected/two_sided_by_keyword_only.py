"""Takes two_sided by keyword only."""
# caught by: is_right_one_sided, is_right_in_low_dimension
# nudge: Which arguments does the first line of the answer cell name, and how?

import math


def log_gv(n, eps, *, two_sided=True):
    log_mu = log_cap(n, eps)
    return max(math.log(n), -log_mu - math.log(2)) if two_sided else max(math.log(2 * n), -log_mu)
