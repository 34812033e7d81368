"""Does not look at logN: the root of a negative number is NaN."""
# caught by: refuses_bad_arguments
# nudge: Which counts have a negative logarithm?

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    with np.errstate(invalid="ignore"):
        return np.sqrt(-np.expm1(-2 * logN / n))
