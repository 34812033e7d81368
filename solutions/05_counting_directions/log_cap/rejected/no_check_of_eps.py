"""Does not look at ε."""
# caught by: refuses_what_is_no_cosine
# nudge: Which angle has the cosine 1.5?

import math

import numpy as np


def cap_arguments(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError("n must be an integer of at least 2")
    if not 0 <= eps < 1:
        raise ValueError("eps must lie in 0 <= eps < 1")
    return int(n), float(eps)


def cap_constant(n):
    return math.lgamma(n / 2) - math.lgamma((n - 1) / 2) - math.log(math.pi) / 2


def exact_log_cap(n, eps):
    theta, cot = math.acos(eps), eps / math.sqrt(1 - eps**2)
    width = theta if n == 2 else min(theta, math.sqrt(cot**2 + 80 / (n - 2)) - cot)
    points, weights = np.polynomial.legendre.leggauss(64)
    u = width * (points + 1) / 2
    integral = width / 2 * weights @ (np.cos(u) - cot * np.sin(u)) ** (n - 2)
    return cap_constant(n) + (n - 2) / 2 * math.log1p(-(eps**2)) + math.log(integral)


def log_cap(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError("n must be an integer of at least 2")
    if not 0 < eps < 1:
        return math.log(0.5) if eps <= 0 else -math.inf
    return exact_log_cap(int(n), float(eps))
