"""Reads NaN on the basis as 0 and goes on."""
# caught by: never_accepts_nan_or_infinity
# nudge: May a bilinear form be NaN anywhere?
# undiagnosable

import numpy as np


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    n = m if n is None else n
    if not all(isinstance(size, (int, np.integer)) and size >= 1 for size in (m, n)):
        raise ValueError("a dimension is an integer of at least 1")
    rng = np.random.default_rng() if rng is None else rng
    A = np.array([[float(f(np.eye(m)[i], np.eye(n)[j])) for j in range(n)] for i in range(m)])
    A = np.nan_to_num(A)
    sizes = (1.0, 1e-2, 1e4, 1e2)
    for trial in range(trials):
        x = sizes[trial % 4] * rng.standard_normal(m)
        y = sizes[trial // 4 % 4] * rng.standard_normal(n)
        for u, v in [(x, y), (-x, y), (x, -y), (-x, -y)]:
            value = f(u.copy(), v.copy())
            if not abs(value - u @ A @ v) <= rtol * (abs(u) @ abs(A) @ abs(v)):
                return False
    return True
