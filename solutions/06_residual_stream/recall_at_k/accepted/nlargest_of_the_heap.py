"""Takes the k highest with heapq.nlargest, which keeps the order of equal ones."""

import heapq

import numpy as np


def recall_at_k(F, idx):
    F, numbers = np.asarray(F, dtype=float), list(idx)
    if F.ndim != 2 or not np.isfinite(F).all():
        raise ValueError("a finite matrix is wanted")
    if not all(isinstance(i, (int, np.integer)) and 0 <= i < len(F) for i in numbers):
        raise ValueError("numbers of features are wanted")
    active = {int(i) for i in numbers}
    readout = F @ F[sorted(active)].sum(axis=0)
    best = heapq.nlargest(len(active), range(len(F)), key=lambda j: readout[j])
    return len(active.intersection(best)) / len(active)
