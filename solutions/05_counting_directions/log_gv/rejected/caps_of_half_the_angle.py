"""Uses caps of radius θ/2, which bound the number from above."""
# caught by: counts_the_directions_of_gpt2, is_right_two_sided, is_right_one_sided, is_right_in_low_dimension
# nudge: Which cap does an accepted vector forbid?

import math


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, math.cos(math.acos(eps) / 2)) if 0 <= eps < 1 else log_cap(n, eps)
    return max(math.log(n), -log_mu - math.log(2)) if two_sided else max(math.log(2 * n), -log_mu)
