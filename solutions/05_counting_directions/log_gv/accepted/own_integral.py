"""Computes the cap with a rule of its own and checks its arguments itself."""

import math

import numpy as np


def log_gv(n, eps, two_sided=True):
    if not isinstance(n, (int, np.integer)) or n < 2 or not (eps >= 0 and eps < 1):
        raise ValueError("wanted an integer n of at least 2 and 0 <= eps < 1")
    theta, cot = math.acos(eps), eps / math.sqrt(1 - eps**2)
    width = theta if n == 2 else min(theta, math.sqrt(cot**2 + 90 / (n - 2)) - cot)
    x, w = np.polynomial.legendre.leggauss(100)
    u = width * (x + 1) / 2
    log_integral = math.log(width / 2 * (w * (np.cos(u) - cot * np.sin(u)) ** (n - 2)).sum())
    log_mu = log_integral + (n - 2) / 2 * math.log1p(-eps * eps) - math.log(math.pi) / 2
    log_mu += math.lgamma(n / 2) - math.lgamma((n - 1) / 2)
    return max(math.log(n), -log_mu - math.log(2)) if two_sided else max(math.log(2 * n), -log_mu)
