"""Goes through the entries one by one and returns a Python float for a number."""

import math

import numpy as np


def log_count(n, eps):
    if int(n) != n or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    values = np.array(eps, dtype=np.float64)
    logs = np.empty(values.shape)
    for place in np.ndindex(*values.shape):
        e = float(values[place])
        if math.isnan(e) or e < 0 or e >= 1:
            raise ValueError(f"eps holds {e}")
        logs[place] = -0.5 * n * math.log1p(-e * e)
    return float(logs) if logs.ndim == 0 else logs
