"""Has the default the wrong way round."""
# caught by: counts_the_directions_of_gpt2, is_no_worse_than_a_basis, is_right_two_sided
# nudge: Which case is meant when two_sided is left out?

import math


def log_gv(n, eps, two_sided=False):
    log_mu = log_cap(n, eps)
    return max(math.log(n), -log_mu - math.log(2)) if two_sided else max(math.log(2 * n), -log_mu)
