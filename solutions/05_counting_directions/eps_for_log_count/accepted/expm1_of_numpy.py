"""The same with numpy, as a 0-d array."""

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    return np.asarray(np.sqrt(-np.expm1(-2.0 * np.asarray(logN, dtype=float) / n)))
