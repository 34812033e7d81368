"""Takes the absolute value: a negative ε is let through."""
# caught by: refuses_what_is_no_cosine_or_no_dimension
# nudge: May ε be negative here?

import numpy as np


def log_count(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    eps = np.asarray(eps, dtype=float)
    if not (abs(eps) < 1).all():
        raise ValueError("eps must be below 1")
    return -n / 2 * np.log1p(-(eps**2))
