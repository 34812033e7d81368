"""Lentz's continued fraction for the incomplete beta function, for the tail or its complement."""

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


def log_cap(n, eps):
    n, eps = cap_arguments(n, eps)
    a, b, x = (n - 1) / 2, 0.5, 1 - eps**2
    front = (
        cap_constant(n) + a * math.log1p(-(eps**2)) + b * math.log(eps * eps)
        if eps > 1e-30
        else 0.0
    )

    def fraction(a, b, x):
        # the usual modified Lentz method for I_x(a, b)
        c, d = 1.0, 1 - (a + b) * x / (a + 1)
        d = 1 / d
        h = d
        for m in range(1, 3000):
            even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d, c = 1 / (1 + even * d), 1 + even / c
            h *= d * c
            odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d, c = 1 / (1 + odd * d), 1 + odd / c
            h *= d * c
            if abs(d * c - 1) < 1e-15:
                break
        return h

    if eps <= 1e-30:
        return math.log(0.5)
    if x < (a + 1) / (a + b + 2):
        return front + math.log(fraction(a, b, x) / a) - math.log(2)
    inside = math.exp(front) * fraction(b, a, eps * eps) / b
    return math.log1p(-inside) - math.log(2)
