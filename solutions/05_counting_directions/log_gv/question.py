# %% [markdown]
# ### 3. From patches to a bound that holds
#
# The sketch goes on: *see how many patches you can fit*. Careful, two arguments are mixed up here.
#
# - **Fitting patches that do not overlap.** If the angles between vectors are at least $\theta$, the caps of radius $\theta/2$ around them are disjoint, so there are at most $1/\mu(\theta/2)$ vectors. That is an *upper* bound: nobody says that the space can be filled.
# - **Excluding patches.** Take a vector. It forbids the directions in the cap of radius $\theta$ around it. Take another one outside that cap; it forbids its own cap; and so on, as long as anything is left. When nothing is left the caps cover the sphere, so $N\mu(\theta)\ge1$. That is a *lower* bound: $N\ge1/\mu$ vectors exist. It is named after Gilbert and Varshamov, who used it for codes, and it is what the notes want.
#
# Next: what is nearly orthogonal? The formula of the notes counts vectors whose angles are **at least** $\theta$, $\cos\le\varepsilon$; then $v$ and $-v$ may both be there. For concepts in a residual stream we want $|\cos|\le\varepsilon$, and each vector forbids **two** caps, around $v$ and around $-v$: $N\ge\frac1{2\mu}$. Half as many, the same exponent.
#
# Here the notes have the inequality the wrong way round: *"number of vectors that have inner products that is 0.25 **or greater** is trillions"*. How many unit vectors are there whose inner products with each other are all 0.25 or greater? As many as you like: take them all from a narrow cone. It must read "0.25 **or less**, in absolute value".
#
# Finally: for small $\varepsilon$ the caps are nearly half spheres and the bound is poor, $\frac1{2\mu}=6.02$ for $(768,\,0.05)$, where everybody knows 768 vectors, an orthonormal basis. So take the better of the two. In the one-sided case a basis and its negatives give $2n$.
#
# $$\log N\ge\begin{cases}\max(\log n,\;-\log\mu-\log2)&\text{two-sided: }|\cos|\le\varepsilon\\[2pt]\max(\log 2n,\;-\log\mu)&\text{one-sided: }\cos\le\varepsilon\end{cases}$$
#
# **Your task.** This bound. Your `log_cap` has done the work.


# %% tags=["answer"]
def log_gv(n, eps, two_sided=True):
    """The logarithm of a number of nearly orthogonal vectors that certainly exist in R^n.

    n: the dimension, an integer of at least 2.   eps: one number, 0 ≤ eps < 1.
    two_sided: True for |cos| ≤ eps between each two vectors, False for cos ≤ eps.

    Returns one number: the larger one of log n and −log μ − log 2 (two-sided), the larger one of
    log 2n and −log μ (one-sided), where μ is the share of one cap, exp(log_cap(n, eps)).
    The ranges of n and eps and the accuracy are those of log_cap: an error of 2e-7 · max(1, |log μ|)
    is allowed.

    Raises ValueError when n is below 2 or no integer, and when eps is negative, 1 or larger, or NaN.
    """
    # BEGIN SOLUTION
    log_mu = log_cap(n, eps)  # raises ValueError for a bad n or eps
    if two_sided:
        return max(math.log(n), -log_mu - math.log(2))  # v forbids two caps, at v and at −v
    return max(math.log(2 * n), -log_mu)
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="Each vector forbids two caps. In logarithms a factor 2 is a summand."
def counts_the_directions_of_gpt2(log_gv):
    """For n = 768 and ε = 0.25 the two-sided bound is e^26.93, and half as much as the one-sided."""
    value = log_gv(768, 0.25)
    said = f"log_gv(768, 0.25) returned {value}, expected 26.9302268"
    assert value is not None and abs(float(value) - 26.9302268) < 1e-5, said
    value = log_gv(768, 0.25, two_sided=False)
    said = f"log_gv(768, 0.25, two_sided=False) returned {value}, expected 27.6233740"
    assert value is not None and abs(float(value) - 27.6233740) < 1e-5, said


# %% tags=["check"] points=0.25 hint="What does an orthonormal basis give, without any caps?"
def is_no_worse_than_a_basis(log_gv):
    """For n = 768 and ε = 0.05 an orthonormal basis is better than caps: log 768."""
    import math

    value = log_gv(768, 0.05)
    said = f"log_gv(768, 0.05) returned {value}, expected log 768 = {math.log(768):.9f}"
    assert value is not None and abs(float(value) - math.log(768)) < 1e-9, said


# %% tags=["check", "hidden"] points=0.5 hint="Two-sided: two caps for each vector, of radius θ and not θ/2, or the basis."
def is_right_two_sided(log_gv):
    """The two-sided bound is right in high dimension, above the basis and at it."""
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close

    cases = [
        (100, 0.1),
        (100, 0.6),
        (384, 0.25),
        (768, 0.1),
        (768, 0.15),
        (768, 0.9),
        (12_288, 0.03),
    ]
    for n, eps in [
        *cases,
        (12_288, 0.05),
        (12_288, 0.5),
        (12_288, 0.9),
        (20_000, 0.0),
        (20_000, 0.95),
    ]:
        size = max(1.0, -reference.log_cap(n, eps))
        wanted = reference.log_gv(n, eps)
        assert_close(log_gv(n, eps), wanted, rtol=2e-7, scale=size, what=f"log_gv({n}, {eps})")
        value = log_gv(n, eps, two_sided=True)
        what = f"log_gv({n}, {eps}, two_sided=True)"
        assert_close(value, wanted, rtol=2e-7, scale=size, what=what)


# %% tags=["check", "hidden"] points=0.5 hint="One-sided, v and -v may both be there: one cap for each vector, and twice as many vectors from a basis."
def is_right_one_sided(log_gv):
    """The one-sided bound is right, above the basis with its negatives and at it."""
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close

    cases = [
        (100, 0.1),
        (100, 0.6),
        (384, 0.25),
        (768, 0.05),
        (768, 0.15),
        (768, 0.9),
        (12_288, 0.03),
    ]
    for n, eps in [
        *cases,
        (12_288, 0.05),
        (12_288, 0.5),
        (12_288, 0.9),
        (20_000, 0.0),
        (20_000, 0.95),
    ]:
        size = max(1.0, -reference.log_cap(n, eps))
        wanted = reference.log_gv(n, eps, False)
        what = f"log_gv({n}, {eps}, two_sided=False)"
        assert_close(log_gv(n, eps, two_sided=False), wanted, rtol=2e-7, scale=size, what=what)
        what = f"log_gv({n}, {eps}, False)"
        assert_close(log_gv(n, eps, False), wanted, rtol=2e-7, scale=size, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="In the plane, compare your number with what you can draw. Which of the two is larger there, the basis or the caps?"
def is_right_in_low_dimension(log_gv):
    """The bound is right for n from 2 to 16, both ways."""
    import numpy as np
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close

    for n in (2, 3, np.int64(5), 16):
        for eps in (0, 0.1, np.float64(0.5), 0.9):
            size = max(1.0, -reference.log_cap(n, eps))
            for two_sided in (True, False):
                value = log_gv(n, eps, two_sided)
                wanted = reference.log_gv(n, eps, two_sided)
                what = f"log_gv({n}, {eps}, {two_sided})"
                assert_close(value, wanted, rtol=2e-7, scale=size, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="If log_cap refuses bad arguments and you call it first, you get this for nothing, in both cases of two_sided."
def refuses_bad_arguments(log_gv):
    """ε outside 0 ≤ ε < 1 or NaN, and n below 2 or no integer, raise ValueError, both ways; (768, 0.25) does not."""
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    cases = [(768, 1.0), (768, 1.5), (768, -0.05), (768, float("nan")), (2, 1), (3, -1e-9)]
    for n, eps in [*cases, (1, 0.25), (0, 0.25), (-2, 0.25), (2.5, 0.25)]:
        for two_sided in (True, False):
            what = f"log_gv({n}, {eps}, {two_sided})"
            assert_raises_value_error(log_gv, n, eps, two_sided, what=what)
    wanted = reference.log_gv(768, 0.25)  # roughly: whether it is exact is judged above
    assert_close(log_gv(768, 0.25), wanted, rtol=0.2, what="log_gv(768, 0.25)")


# %% tags=["figure"]
# The numbers of the notes, recomputed: how many directions?
try:
    rows = []
    for n, eps in [(768, 0.25), (12_000, 0.05), (12_288, 0.05), (768, 0.05)]:
        logs = [log_count(n, eps), log_gv(n, eps), log_gv(n, eps, two_sided=False)]
        rows.append([f"{n}", f"{eps}", *(f"{count:.3g}" for count in np.exp(logs))])
    for row in [
        ["n", "ε", "formula of the notes", "|cos| ≤ ε, certainly", "cos ≤ ε, certainly"],
        *rows,
    ]:
        print("{:>6} {:>6} {:>22} {:>22} {:>20}".format(*row))
except (NotImplementedError, NameError) as missing:
    print(f"This table waits for an answer: {missing}")

# %% [markdown]
# **What the table shows.** GPT-2 small, $\varepsilon=0.25$: the printed formula gives $5.8\cdot10^{10}$, caps give $9.9\cdot10^{11}$ one-sided and $5.0\cdot10^{11}$ two-sided. "Trillions" is generous: the one-sided number is just short of *one* trillion.
# GPT-3, $\varepsilon=0.05$: $4.8\cdot10^6$ by the formula and $3.4\cdot10^7$ by caps, with $n=12{,}288$. (The notes' $12{,}000$ is a rounded value, and costs a third of the directions.) Millions, not trillions.
# The last row shows that the formula can be worthless: it promises $2.6$ vectors where a basis has $768$.
