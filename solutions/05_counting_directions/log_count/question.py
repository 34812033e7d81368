# %% [markdown]
# ### 1. The formula of the notes
#
# How many vectors fit into $\mathbb{R}^n$ if each two of them must form an angle of at least $\theta$, a little less than $90°$? The notes:
#
# > Answer: $\;e^{\,n\log\frac1{\sin\theta}}$
#
# The exponent is what matters, so compute that. We say what is nearly orthogonal by the cosine, $\varepsilon=\cos\theta$. Then $\sin\theta=\sqrt{1-\varepsilon^2}$, and
#
# $$n\log\frac1{\sin\theta}=-\frac n2\log(1-\varepsilon^2)\;\approx\;\frac{n\varepsilon^2}2\quad\text{for small }\varepsilon .$$
#
# For GPT-2 small ($n=768$) and $\varepsilon=0.25$ it is $24.78$, and $e^{24.78}=5.8\cdot10^{10}$: fifty-eight billion. Keep the number in mind; the notes speak of trillions.
#
# What *is* this formula? Not a count. It is the exponent of the best lower bounds that are known for a fixed angle and $n\to\infty$ (Chabauty 1953, Shannon 1959, Wyner 1965): factors that grow slower than exponentially are left out. The true exponent is not known to anybody. Question 3 finds a bound that holds for every single $n$.
#
# A numerical trap: for $\varepsilon=10^{-9}$ the computer's $1-\varepsilon^2$ is exactly 1, and so is $\sin(\arccos\varepsilon)$. The logarithm is then 0, although the right answer, about $n\cdot5\cdot10^{-19}$, is a perfectly good `float`. You know the function that computes $\log(1+x)$ without forming $1+x$.
#
# **Your task.** The exponent, for one $\varepsilon$ or for many at once.


# %% tags=["answer"]
def log_count(n, eps):
    """The exponent n·log(1/sin θ) = −(n/2)·log(1 − ε²) with ε = cos θ.

    n: the dimension, one integer (Python's or numpy's) of at least 1.
    eps: a number or an array of any shape (array-like, not empty), every entry in 0 ≤ ε < 1. It is
       left unchanged.

    Returns a number for a number, else an array of the shape of eps. The relative error is at most
    1e-9 for every eps between 1e-100 and 0.999; for eps = 0 the result is exactly 0.

    Raises ValueError when n is below 1 or no integer (1.5), and when an entry of eps is negative,
    1 or larger, or NaN.
    """
    # BEGIN SOLUTION
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError(f"the dimension is an integer of at least 1, not {n}")
    eps = np.asarray(eps, dtype=float)
    if not ((eps >= 0) & (eps < 1)).all():  # false for NaN, too
        raise ValueError("eps must lie in 0 ≤ eps < 1")
    # log1p(x) is log(1 + x), and keeps the digits of a tiny x that 1 + x loses.
    return -(n / 2) * np.log1p(-(eps**2))
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="The logarithm is the natural one, n stands in front of it, and half of it stays when sin is written as a square root."
def gives_the_exponents_of_gpt2_and_gpt3(log_count):
    """The exponent is 24.7828 for (768, 0.25) and 15.3792 for (12288, 0.05)."""
    for n, eps, wanted in [(768, 0.25, 24.7827921168), (12288, 0.05, 15.3792320601)]:
        value = log_count(n, eps)
        said = f"log_count({n}, {eps}) returned {value}, expected {wanted}"
        assert value is not None and abs(float(value) - wanted) < 1e-8, said


# %% tags=["check"] points=0.25 hint="np.log1p takes whole arrays, math.log1p does not. At eps = 0 the sine is 1."
def takes_many_eps_at_once(log_count):
    """An array of three ε gives three exponents, the one for ε = 0 being 0."""
    import numpy as np

    values = log_count(2, np.array([0.0, 0.6, 0.8]))
    wanted = np.log([1.0, 1.5625, 2.7777777777777777])  # 1/0.64 and 1/0.36
    said = f"log_count(2, np.array([0.0, 0.6, 0.8])) returned {values}, expected {wanted}"
    assert np.shape(values) == (3,), f"{said} of shape (3,), not {np.shape(values)}"
    assert np.allclose(values, wanted), said


# %% tags=["check", "hidden"] points=0.5 hint="Compare with -n/2 log(1 - eps^2) for a large eps as well: an approximation for small eps is not enough, and a power such as sin(θ)^n underflows."
def has_the_exact_exponent(log_count):
    """The exponent is exact for every dimension and for ε from 0.001 to 0.999."""
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close

    for n in (1, 2, 3, 17, 384, 768, 12_288, 1_000_000):
        for eps in (0.001, 0.03, 0.25, 0.5, 0.8, 0.99, 0.999):
            what = f"log_count({n}, {eps})"
            assert_close(log_count(n, eps), reference.log_count(n, eps), rtol=1e-9, what=what)


# %% tags=["check", "hidden"] points=0.5 hint="Print 1 - 1e-18. Then ask which function takes the -1e-18 directly. Two logarithms of opposite sign cancel."
def keeps_the_digits_of_a_tiny_eps(log_count):
    """For tiny ε the exponent is about nε²/2, to nine digits, and not 0."""
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close

    for n in (1, 768, 12_288):
        for eps in (0.0, 1e-100, 1e-40, 1e-14, 1e-11, 1e-9, 3e-8, 1e-6, 1e-4):
            what = f"log_count({n}, {eps})"
            assert_close(log_count(n, eps), reference.log_count(n, eps), rtol=1e-9, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Convert eps to a float64 array first; then nothing in the formula depends on how many axes it has. An in-place operation writes into the array of the caller."
def keeps_the_shape_and_leaves_eps_unchanged(log_count):
    """Numbers, lists, integers, float32 and arrays with any number of axes give their own shape; eps is unchanged."""
    import numpy as np
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(5101)
    fixed = rng.uniform(0, 0.9, (3, 2))
    fixed.setflags(write=False)
    cases = {
        "a number": 0.3,
        "the integer 0": 0,
        "a numpy number": np.float64(0.4),
        "a list": [0.1, 0.2, 0.3],
        "nested lists": [[0.1, 0.2], [0, 0.4], [0.9, 0.6]],
        "int8": np.zeros(4, np.int8),
        "float32": np.array([0.1, 0.7], np.float32),
        "shape (1,)": np.array([0.5]),
        "shape (2, 3)": rng.uniform(0, 0.9, (2, 3)),
        "a strided array of shape (2, 1, 4)": rng.uniform(0, 0.9, (8, 1, 2)).T[:, :, ::2],
        "read-only": fixed,
    }
    for name, eps in cases.items():
        for n in (5, np.int64(768), np.int32(9)):
            value = assert_unchanged(log_count, n, eps, what=f"log_count with eps {name}")
            what = f"log_count({n}, eps), eps {name},"
            assert_close(value, reference.log_count(n, eps), rtol=1e-9, what=what)
            if np.ndim(eps):
                assert type(value) is np.ndarray, f"{what} is no array"


# %% tags=["check", "hidden"] points=0.25 hint="Look at every entry of eps, and remember that every comparison with NaN is false. Is n an integer?"
def refuses_what_is_no_cosine_or_no_dimension(log_count):
    """ε outside 0 ≤ ε < 1 or NaN, in an array too, and n below 1 or no integer raise ValueError; (768, 0.25) does not."""
    import numpy as np
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    nan = float("nan")
    what = "log_count(768, [0.25, 0.5])"
    wanted = reference.log_count(768, [0.25, 0.5])
    assert_close(log_count(768, [0.25, 0.5]), wanted, rtol=0.2, what=what)
    for eps in (1.0, 1, 1.5, -0.25, -1e-12, nan, np.inf, [0.1, 1.0], [[0.2], [-0.3]], [0.1, nan]):
        assert_raises_value_error(log_count, 768, eps, what=f"log_count(768, {eps})")
    for n in (0, -3, 1.5):
        assert_raises_value_error(log_count, n, 0.25, what=f"log_count({n}, 0.25)")
        assert_raises_value_error(log_count, n, [0.1, 0.2], what=f"log_count({n}, [0.1, 0.2])")
