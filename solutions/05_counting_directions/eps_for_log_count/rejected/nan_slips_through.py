"""Refuses a negative logN; NaN is not negative."""
# caught by: refuses_bad_arguments
# nudge: What is the answer to nan < 0?

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1 or logN < 0:
        raise ValueError("bad argument")
    return float(np.sqrt(-np.expm1(-2 * logN / n)))
