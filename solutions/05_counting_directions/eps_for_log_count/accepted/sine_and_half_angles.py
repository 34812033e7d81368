"""Uses 1 − e^(−x) = 2·e^(−x/2)·sinh(x/2)."""

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    half = logN / n
    return np.sqrt(2 * np.exp(-half) * np.sinh(half))
