"""Does not look at n."""
# caught by: refuses_what_is_no_cosine_or_no_dimension
# nudge: What is a space of dimension 1.5, or −3?

import numpy as np


def log_count(n, eps):
    eps = np.asarray(eps, dtype=float)
    if not ((eps >= 0) & (eps < 1)).all():
        raise ValueError("eps must lie in 0 <= eps < 1")
    return -n / 2 * np.log1p(-(eps**2))
