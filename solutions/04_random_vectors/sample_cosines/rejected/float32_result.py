"""Returns float32."""
# caught by: works_for_every_m_and_chunk
# nudge: Which dtype has the array that you fill?

import numpy as np


def need_for_short_floats(*numbers):
    for number in numbers:
        if not isinstance(number, (int, np.integer)):
            raise ValueError("wanted integers")
    n, m, chunk = numbers
    if n < 2 or m < 1 or chunk < 1:
        raise ValueError("wanted n of at least 2, m and chunk of at least 1")


def sample_cosines(n, m, *, rng, chunk=256):
    need_for_short_floats(n, m, chunk)
    out = np.empty(m, dtype=np.float32)
    for start in range(0, m, chunk):
        x, y = rng.standard_normal((2, min(chunk, m - start), n))
        t = (x * y).sum(axis=1) / np.linalg.norm(x, axis=1) / np.linalg.norm(y, axis=1)
        out[start : start + chunk] = np.clip(t, -1, 1)
    return out
