# %% [markdown]
# ### 4. Which ε for a trillion?
#
# The notes on GPT-3: *"you only need to have inner product of more than 0.05 to store different concepts."* (Again the inequality is the wrong way round: concepts are kept apart by inner products of **at most** some $\varepsilon$.) Your table says that $0.05$ gives millions. So which $\varepsilon$ gives $10^{12}$?
#
# Ask the printed formula first, because it can be solved. From $\log N=-\frac n2\log(1-\varepsilon^2)$,
#
# $$\varepsilon=\sqrt{1-N^{-2/n}}=\sqrt{1-e^{-2\log N/n}} .$$
#
# The approximation $\log N\approx n\varepsilon^2/2$ would give $\varepsilon\approx\sqrt{2\log N/n}$, which is $0.2682$ instead of $0.2635$ for $n=768$. And $1-e^{-x}$ for tiny $x$ is the same trap as in question 1, seen from the other side. The cure has a name, too.
#
# **Your task.** The inverse of `log_count`.


# %% tags=["answer"]
def eps_for_log_count(n, logN):
    """The ε at which log_count(n, ε) is logN: √(1 − exp(−2·logN/n)).

    n: the dimension, an integer (Python's or numpy's) of at least 1.
    logN: one number, the natural logarithm of the count, at least 0.

    Returns one number. The relative error is at most 1e-9 for every logN from 1e-100 to 5n; for
    logN = 0 the result is exactly 0.

    Raises ValueError when n is below 1 or no integer (1.5), and when logN is negative or NaN.
    """
    # BEGIN SOLUTION
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError(f"the dimension is an integer of at least 1, not {n}")
    if not logN >= 0:  # true for NaN, too
        raise ValueError(f"logN must be at least 0, not {logN}")
    # expm1(x) is exp(x) − 1, and keeps the digits of a tiny x.
    return math.sqrt(-math.expm1(-2 * logN / n))
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="logN is a natural logarithm already: it enters the exponential as it is."
def finds_eps_for_a_trillion(eps_for_log_count):
    """For 10¹² directions ε is 0.26349 in dimension 768 and 0.06699 in dimension 12,288."""
    import math

    for n, wanted in [(768, 0.2634918577), (12288, 0.0669861111)]:
        value = eps_for_log_count(n, math.log(1e12))
        said = f"eps_for_log_count({n}, np.log(1e12)) returned {value}, expected {wanted}"
        assert value is not None and abs(float(value) - wanted) < 1e-9, said


# %% tags=["check", "hidden"] points=0.25 hint="Put your eps into log_count: do you get logN back, for a large logN as well?"
def inverts_the_formula(eps_for_log_count):
    """ε is exact for small and large counts in low and high dimension."""
    import numpy as np
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close

    for n in (1, 2, 3, 17, 768, np.int64(12_288)):
        for share in (0.01, 0.1, 0.5, 1.0, 2.0, 5.0):
            logN = share * float(n)
            wanted = reference.eps_for_log_count(n, logN)
            what = f"eps_for_log_count({n}, {logN})"
            assert_close(eps_for_log_count(n, logN), wanted, rtol=1e-9, what=what)
    wanted = reference.eps_for_log_count(7, 3)
    for logN in (3, np.float64(3), np.int64(3)):
        what = f"eps_for_log_count(7, {logN!r})"
        assert_close(eps_for_log_count(7, logN), wanted, rtol=1e-9, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="1 - exp(-1e-20) is 0 on a computer. Which function returns exp(x) - 1 with all its digits?"
def keeps_the_digits_of_a_tiny_count(eps_for_log_count):
    """For a tiny log N the ε is about √(2·log N/n), to nine digits, and for 0 exactly 0."""
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close

    for n in (1, 768, 12_288, 1_000_000):
        for logN in (0, 0.0, 1e-100, 1e-40, 1e-18, 1e-12, 1e-9, 1e-6, 1e-3, 0.003, 0.7):
            wanted = reference.eps_for_log_count(n, logN)
            what = f"eps_for_log_count({n}, {logN})"
            assert_close(eps_for_log_count(n, logN), wanted, rtol=1e-9, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="A count below 1 has a negative logarithm, and no eps belongs to it. Every comparison with NaN is false."
def refuses_bad_arguments(eps_for_log_count):
    """log N below 0 or NaN, and n below 1 or no integer, raise ValueError; (768, 27.6) does not."""
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    cases = [(768, -1.0), (768, -1e-12), (768, float("nan")), (2, -3)]
    for n, logN in [*cases, (0, 1.0), (-2, 1.0), (1.5, 1.0), (0, 0.0), (-768, 27.6)]:
        what = f"eps_for_log_count({n}, {logN})"
        assert_raises_value_error(eps_for_log_count, n, logN, what=what)
    wanted = reference.eps_for_log_count(768, 27.6)  # roughly: the digits are judged above
    assert_close(
        eps_for_log_count(768, 27.6), wanted, rtol=0.2, what="eps_for_log_count(768, 27.6)"
    )
