"""Lets the rule of Gauss and Legendre have 14 points, which is enough for the accuracy asked for."""

import math

import numpy as np


def log_cap(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError("n must be an integer of at least 2")
    if not 0 <= eps < 1:
        raise ValueError("eps must lie in 0 <= eps < 1")
    theta = math.acos(eps)
    sine = math.sqrt((1 - eps) * (1 + eps))
    slope = eps / sine
    width = theta
    if n > 2:
        width = min(theta, math.sqrt(slope**2 + 80 / (n - 2)) - slope)
    points, weights = np.polynomial.legendre.leggauss(14)
    u = (points + 1) * width / 2
    values = (np.cos(u) - slope * np.sin(u)) ** (int(n) - 2)
    constant = math.lgamma(n / 2) - math.lgamma((n - 1) / 2) - math.log(math.pi) / 2
    return constant + (n - 2) * math.log(sine) + math.log(weights @ values * width / 2)
