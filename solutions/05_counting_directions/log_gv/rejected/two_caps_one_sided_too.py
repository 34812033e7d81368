"""Lets a vector forbid two caps in the one-sided case as well."""
# caught by: counts_the_directions_of_gpt2, is_right_one_sided, is_right_in_low_dimension
# nudge: Does v forbid −v when only cos ≤ ε is asked for?

import math


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, eps)
    return max(math.log(n if two_sided else 2 * n), -log_mu - math.log(2))
