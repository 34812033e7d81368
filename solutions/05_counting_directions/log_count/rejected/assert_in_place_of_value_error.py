"""Refuses bad arguments with assert."""
# caught by: refuses_what_is_no_cosine_or_no_dimension
# nudge: Which exception does assert raise?

import numpy as np


def log_count(n, eps):
    assert isinstance(n, (int, np.integer)) and n >= 1
    eps = np.asarray(eps, dtype=float)
    assert ((eps >= 0) & (eps < 1)).all()
    return -n / 2 * np.log1p(-(eps**2))
