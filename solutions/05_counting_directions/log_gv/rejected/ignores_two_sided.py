"""Never looks at two_sided."""
# caught by: counts_the_directions_of_gpt2, is_right_one_sided, is_right_in_low_dimension
# nudge: What changes with two_sided=False?

import math


def log_gv(n, eps, two_sided=True):
    return max(math.log(n), -log_cap(n, eps) - math.log(2))
