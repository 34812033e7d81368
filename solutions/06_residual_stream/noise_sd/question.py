# %% [markdown]
# ### 2. How loud are the others?
#
# To ask a token $x=\sum_j c_j f_j$ whether feature $i$ is active, take its dot product with $f_i$. Let all features be unit vectors:
#
# $$f_i\cdot x=\underbrace{c_i}_{\text{signal}}+\underbrace{\sum_{j\ne i}c_j\,(f_i\cdot f_j)}_{\text{noise}} .$$
#
# The notes say: *when expected value of angle is small, two concepts barely affect each other.* Take the sentence literally and it is wrong: a small angle means that the concepts are nearly the *same*. The expected angle between two random directions is $90^\circ$, by symmetry. What is small is the expected $|\cos|$, for $n=768$ about $0.029$, and the figure of question 3 measures both.
#
# And many times "barely" need not be little. If the features are independent random directions in $\mathbb{R}^n$, each cosine $f_i\cdot f_j$ has mean $0$ and variance exactly $1/n$, and the cosines of one $f_i$ with different $f_j$ are uncorrelated. Variances add, so the noise has mean $0$ and
#
# $$\operatorname{sd}=\sqrt{\frac1n\sum_{j\ne i}c_j^2}\,.$$
#
# With $k$ features of strength 1 that is $\sqrt{(k-1)/n}$: $0.286$ for $k=64$, $n=768$, and about as loud as the signal itself for $k=n$. A feature that is *not* active is read as pure noise, and then all $k$ contribute: $\sqrt{k/n}$. (The worst case is something else: if all cosines are at most $\varepsilon$ in size and their signs conspire, the noise reaches $(k-1)\varepsilon$. Random signs cancel most of it.)
#
# **Your task.** Return the standard deviation, of the readout of an active feature or of an absent one.


# %% tags=["answer"]
def noise_sd(n, coef, i=None):
    """The standard deviation of the noise in a readout among random unit features of R^n.

    n: the dimension, an integer ≥ 1.
    coef: the coefficients of the k active features, a vector (k,) of numbers of any sign, k ≥ 1.
    i: which of the active features is read, an integer in 0 … k−1: the sum runs over all others, and
       is 0 when there is no other. None: the feature that is read is not active, and all k count.

    Returns √(Σ_{j≠i} c_j² / n) as one number. (The other c_j² are never much smaller than c_i² in a
    check: how you leave out c_i² is up to you.)

    Raises ValueError when n is below 1 or no integer, when coef is no vector or holds NaN or infinity,
    and when i is not one of 0 … k−1: a negative i is refused here, and so is 1.5.
    """
    # BEGIN SOLUTION
    coef = np.array(coef, dtype=float)  # a copy, so that leaving one out changes nothing outside
    whole = all(isinstance(m, (int, np.integer)) for m in (n, 0 if i is None else i))
    if not whole or n < 1:
        raise ValueError(f"n = {n} and i = {i} must be integers, n at least 1")
    if coef.ndim != 1 or not np.isfinite(coef).all():
        raise ValueError("coef must be a vector of finite numbers")
    if i is not None:  # not `if i`: feature 0 is a feature like any other
        if not 0 <= i < len(coef):
            raise ValueError(f"i = {i} is no number of the {len(coef)} active features")
        coef[i] = 0.0
    return np.sqrt((coef**2).sum() / n)
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="Variances add, standard deviations do not: square the coefficients, add, divide by n, and take the root at the end."
def is_half_for_three_and_four(noise_sd):
    """In 100 dimensions with coefficients 3 and 4: 0.5 for an absent feature, 0.3 for the second one."""
    import numpy as np

    for i, wanted in [(None, 0.5), (1, 0.3)]:
        value = noise_sd(100, [3, 4]) if i is None else noise_sd(100, [3, 4], i)
        call = "noise_sd(100, [3, 4])" if i is None else f"noise_sd(100, [3, 4], {i})"
        said = f"{call} returned {value}, expected {wanted}"
        assert value is not None and np.shape(value) == (), f"{said}, one number"
        assert abs(value - wanted) < 1e-12, said


# %% tags=["check", "hidden"] points=0.5 hint="Which sum do you take over j: of c_j, of its size, or of its square? And is it the root that you return?"
def adds_the_squares_of_all_coefficients(noise_sd):
    """For an absent feature it is √(Σc²/n), for coefficients of every sign and size, in small and large dimensions."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(61201)
    for n in (1, 2, 3, 50, 384, 768, 12288, 10**6, 10**12):
        for k in (1, 2, 5, 64):
            coef = rng.uniform(0.5, 2.0, k) * rng.choice([-1.0, 1.0], k)
            for size in (1.0, 1e-90, 1e90, 1e-9):
                expected = reference.noise_sd(n, size * coef)
                assert_close(
                    noise_sd(n, size * coef), expected, what=f"noise_sd({n}, coef), k = {k},"
                )
    for coef, i, wanted in [([0, 3, 0, 4], None, 2.5), ([0, 3, 4], 0, 2.5), ([0, 0], None, 0)]:
        assert_close(noise_sd(4, coef, i), wanted, what=f"noise_sd(4, {coef}, {i})")
    for n, k, wanted in [(768, 64, 0.2886751346), (768, 768, 1.0), (384, 16, 0.2041241452)]:
        assert_close(noise_sd(n, np.ones(k)), wanted, rtol=1e-9, what=f"noise_sd({n}, {k} ones)")


# %% tags=["check", "hidden"] points=0.25 hint="The feature that is read does not disturb itself. Which coefficient leaves the sum, and does it still when its place is the first?"
def leaves_out_the_feature_that_is_read(noise_sd):
    """For an active feature its own coefficient does not count, at every place: the first, the last, between."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(61202)
    for n, k in [(768, 2), (10, 3), (3, 8), (1, 2), (384, 20)]:
        coef = rng.uniform(0.5, 2.0, k) * rng.choice([-1.0, 1.0], k)
        for i in {0, 1, k // 2, k - 1}:
            for place in (i, np.int64(i)):
                expected = reference.noise_sd(n, coef, i)
                assert_close(
                    noise_sd(n, coef, place), expected, what=f"noise_sd({n}, coef, {i}), k = {k},"
                )
    assert_close(
        noise_sd(768, np.ones(64), 0), 0.2864109, rtol=1e-6, what="noise_sd(768, 64 ones, 0)"
    )
    assert_close(noise_sd(9, [2.0, 2.0, 2.0], i=2), 8**0.5 / 3, what="noise_sd(9, [2, 2, 2], i=2)")


# %% tags=["check", "hidden"] points=0.25 hint="One active feature, and it is the one that is read: who is left to disturb it?"
def is_zero_when_no_other_feature_is_active(noise_sd):
    """A feature that is active alone is read without noise; an absent one then is not."""
    from mathtx_ref.checking import assert_close

    for n in (1, 7, 768):
        for c in (1.0, -2.5):
            # Σc² − c² may round to 1e-16 and its root to 1e-8: that is still no noise.
            assert_close(noise_sd(n, [c], 0), 0.0, atol=1e-7, what=f"noise_sd({n}, [{c}], 0)")
            assert_close(noise_sd(n, [c]), abs(c) / n**0.5, what=f"noise_sd({n}, [{c}])")


# %% tags=["check", "hidden"] points=0.25 hint="coef[-1] is the last entry and no error, and a dimension of 0 divides by zero without one. What do n and i have to be?"
def refuses_what_makes_no_sense(noise_sd):
    """A dimension below 1 or no integer, an i outside 0 … k−1 or no integer, a matrix, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    assert_close(noise_sd(np.int64(4), [3.0, 4.0]), 2.5, what="noise_sd(4, [3, 4])")
    for n in (0, -1, -768, 1.5, 0.5):
        assert_raises_value_error(noise_sd, n, [1.0, 2.0], what=f"noise_sd with n = {n}")
        assert_raises_value_error(noise_sd, n, [1.0, 2.0], 1, what=f"noise_sd with n = {n}, i = 1,")
    for i in (3, 100, -1, -3, -4, 1.5):
        what = f"noise_sd with three coefficients and i = {i}"
        assert_raises_value_error(noise_sd, 10, [1.0, 2.0, 3.0], i, what=what)
    for shape in [(3, 1), (1, 3), (2, 2), (1, 1), ()]:
        for i in (None, 0):
            what = f"noise_sd with coef of shape {shape}"
            assert_raises_value_error(noise_sd, 10, np.ones(shape), i, what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for i in (None, 0, 1):  # also when the bad one is left out
            what = f"noise_sd with coef = [1, {bad}], i = {i},"
            assert_raises_value_error(noise_sd, 10, [1.0, bad], i, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Setting coef[i] = 0 is a fine way to leave it out, but in whose array? And 100² is too large for an int8."
def reads_any_numbers_and_leaves_them_unchanged(noise_sd):
    """Lists, integers, float32, strided and read-only coefficients are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(61203)
    fixed = rng.uniform(1, 2, 5)
    fixed.setflags(write=False)
    cases = {
        "float64": rng.uniform(1, 2, 5),
        "int8": np.array([100, -100, 90], np.int8),
        "uint8": np.array([200, 250, 255], np.uint8),
        "int32": np.array([10**6, 2 * 10**6, 10**6], np.int32),
        "a list": [3, 4, 10],
        "a list of large integers": [4 * 10**9, 5 * 10**9, 4 * 10**9],
        "a tuple": (0.3, 2, 1),
        "float32": np.float32([0.1, 0.7, 0.3]),
        "read-only": fixed,
        "strided": rng.uniform(1, 2, 9)[::-2],
    }
    for name, coef in cases.items():
        for i in (None, 0, 2):
            expected = reference.noise_sd(20, coef, i)
            value = assert_unchanged(noise_sd, 20, coef, i, what=f"noise_sd with {name}, i = {i},")
            assert_close(value, expected, what=f"the value for {name}, i = {i},")
