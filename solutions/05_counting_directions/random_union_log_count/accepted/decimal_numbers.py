"""Computes N itself with Python's decimal numbers, whose exponents have room."""

from decimal import Decimal, localcontext


def random_union_log_count(n, eps):
    with localcontext() as context:
        context.prec = 40
        inverse = Decimal(-float(log_cap(n, eps))).exp()
        return float((Decimal("0.5") + (Decimal("0.25") + inverse).sqrt()).ln())
