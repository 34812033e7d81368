"""Takes the two-sided bound for the one-sided one."""
# caught by: counts_the_directions_of_gpt2, is_no_worse_than_a_basis, is_right_two_sided, is_right_one_sided, is_right_in_low_dimension
# nudge: In which case does a vector forbid two caps?

import math


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, eps)
    if not two_sided:
        return max(math.log(n), -log_mu - math.log(2))
    return max(math.log(2 * n), -log_mu)
