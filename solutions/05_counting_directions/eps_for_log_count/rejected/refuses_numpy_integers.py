"""Takes Python's int only for n."""
# caught by: inverts_the_formula
# nudge: Is np.int64(768) an integer?

import math


def eps_for_log_count(n, logN):
    if type(n) is not int or n < 1 or not logN >= 0:
        raise ValueError("bad argument")
    return math.sqrt(-math.expm1(-2 * logN / n))
