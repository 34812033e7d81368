"""Uses log μ where −log μ belongs, so that the basis always wins."""
# caught by: counts_the_directions_of_gpt2, is_right_two_sided, is_right_one_sided
# nudge: Is 1/μ larger or smaller than 1?

import math


def log_gv(n, eps, two_sided=True):
    log_mu = log_cap(n, eps)
    return max(math.log(n), log_mu - math.log(2)) if two_sided else max(math.log(2 * n), log_mu)
