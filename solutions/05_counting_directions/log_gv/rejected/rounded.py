"""Rounds the result to four digits after the point."""
# caught by: counts_the_directions_of_gpt2, is_no_worse_than_a_basis, is_right_two_sided, is_right_one_sided, is_right_in_low_dimension
# nudge: How accurate is a rounded number?

import math


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, eps)
    return round(
        max(math.log(n), -log_mu - math.log(2)) if two_sided else max(math.log(2 * n), -log_mu), 4
    )
