"""Uses matrix_of_form, and compares at Gaussian points stretched by a factor per entry."""

import numpy as np


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    A = matrix_of_form(f, m, n)
    rng = np.random.default_rng(rng)
    m, n = A.shape
    for k in range(trials):
        for s, t in [(1e-2, 1e-2), (1, 1), (1e4, 1e4), (1e-2, 1e4), (1e4, 1e-2)]:
            x, y = s * rng.standard_normal(m), t * rng.standard_normal(n)
            terms = A * np.outer(x, y)
            value = np.asarray(f(x, y)).item()
            if not np.isfinite(value) or abs(value - terms.sum()) > rtol * np.abs(terms).sum():
                return False
    return True
