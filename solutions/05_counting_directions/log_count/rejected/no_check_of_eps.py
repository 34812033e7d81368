"""Does not look at eps: outside the range it answers NaN or nonsense."""
# caught by: refuses_what_is_no_cosine_or_no_dimension
# nudge: Which ε are cosines of an angle of at most 90°?

import numpy as np


def log_count(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    eps = np.asarray(eps, dtype=float)
    with np.errstate(all="ignore"):
        return -n / 2 * np.log1p(-(eps**2))
