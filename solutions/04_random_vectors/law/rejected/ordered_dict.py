"""Returns an OrderedDict, where a plain dict was asked for."""
# caught by: has_the_variances_for_n_4_and_sigma_2, has_the_exact_variances
# nudge: A plain dict crosses to the checks, its subclasses do not: dict(…) makes one.
# undiagnosable

import math
from collections import OrderedDict

import numpy as np


def law(n, sigma):
    if not isinstance(n, (int, np.integer)) or n < 1 or not sigma > 0:
        raise ValueError("wanted an integer n of at least 1 and sigma above 0")
    n, sigma = int(n), float(sigma)
    quotient = math.exp(math.lgamma((n + 1) / 2) - math.lgamma(n / 2))
    values = OrderedDict()
    values["var_inner"] = n * sigma**4
    values["var_inner_over_sqrt_n"] = sigma**4
    values["var_cos"] = 1 / n
    values["mean_abs_cos"] = 1 / (math.sqrt(math.pi) * quotient)
    values["mean_norm"] = sigma * math.sqrt(2) * quotient
    return values
