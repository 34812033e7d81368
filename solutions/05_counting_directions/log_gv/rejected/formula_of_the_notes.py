"""Uses the exponent of the notes in place of the caps."""
# caught by: counts_the_directions_of_gpt2, is_right_two_sided, is_right_one_sided, is_right_in_low_dimension
# nudge: Which of the two bounds holds for every n?

import math


def log_gv(n, eps, two_sided=True):
    if n < 2:
        raise ValueError("n must be at least 2")
    exponent = log_count(n, eps)
    return max(math.log(n), exponent - math.log(2)) if two_sided else max(math.log(2 * n), exponent)
