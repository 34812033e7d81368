"""Never looks at n."""
# caught by: refuses_impossible_numbers
# nudge: What is a dimension of −2?

import math


def gamma_quotient(n):
    return math.exp(math.lgamma((n + 1) / 2) - math.lgamma(n / 2))


def law(n, sigma):
    if not sigma > 0:
        raise ValueError("sigma is above 0")
    n = abs(n) or 1
    return {
        "var_inner": n * sigma**4,
        "var_inner_over_sqrt_n": sigma**4,
        "var_cos": 1 / n,
        "mean_abs_cos": 1 / (math.sqrt(math.pi) * gamma_quotient(n)),
        "mean_norm": sigma * math.sqrt(2) * gamma_quotient(n),
    }
