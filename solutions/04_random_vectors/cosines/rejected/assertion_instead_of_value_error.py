"""Uses assert, which raises AssertionError."""
# caught by: refuses_what_has_no_cosines
# nudge: Which class of exception does assert raise?

import numpy as np


def cosines(X, Y):
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    assert X.ndim == 2 and X.shape == Y.shape
    assert np.isfinite(X).all() and np.isfinite(Y).all()
    lengths = np.linalg.norm(X, axis=1) * np.linalg.norm(Y, axis=1)
    assert lengths.all()
    return np.clip((X * Y).sum(axis=1) / lengths, -1, 1)
