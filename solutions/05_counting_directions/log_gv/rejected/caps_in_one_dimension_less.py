"""Takes the cap in dimension n − 1."""
# caught by: counts_the_directions_of_gpt2, is_right_two_sided, is_right_one_sided, is_right_in_low_dimension
# nudge: In which space do the caps lie?

import math


def log_gv(n, eps, two_sided=True):
    log_cap(n, eps)
    log_mu = log_cap(max(n - 1, 2), eps)
    return max(math.log(n), -log_mu - math.log(2)) if two_sided else max(math.log(2 * n), -log_mu)
