"""Adds log 2 where it must be subtracted: 2/μ in place of 1/(2μ)."""
# caught by: counts_the_directions_of_gpt2, is_right_two_sided
# nudge: Does forbidding two caps leave room for more vectors, or for fewer?

import math


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, eps)
    return max(math.log(n), -log_mu + math.log(2)) if two_sided else max(math.log(2 * n), -log_mu)
