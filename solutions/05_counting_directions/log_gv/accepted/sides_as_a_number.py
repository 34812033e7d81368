"""Has the number of caps as a number, and takes the logarithm of a quotient."""

import math


def log_gv(n, eps, two_sided=True):
    sides = 2 if two_sided else 1
    caps = -(log_cap(n, eps) + math.log(sides))
    basis = math.log(2 * n / sides)
    return caps if caps > basis else basis
