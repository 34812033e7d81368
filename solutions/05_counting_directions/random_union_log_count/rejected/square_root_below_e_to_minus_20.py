"""Takes 1/√μ for N as soon as log μ is below −20."""
# caught by: is_exact_in_high_dimension
# nudge: Where does the ½ in N stop mattering for the accuracy that is asked for?

import math


def random_union_log_count(n, eps):
    log_mu = log_cap(n, eps)
    if log_mu < -20:
        return -log_mu / 2
    return math.log(0.5 + math.sqrt(0.25 + math.exp(-log_mu)))
