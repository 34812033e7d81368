# %% [markdown]
# ### 1. The inner product is not the cosine
#
# The lecture's first fact: two random vectors in a high-dimensional space are typically nearly orthogonal. The notes put it like this:
#
# > Ie, their inner product will be close to zero. In other words $x^Ty\approx0$, where $x^Ty=\cos\theta$.
#
# Try that on two vectors of the plane. For $x=(3,4)$ and $y=(4,3)$ the inner product is $24$, and no cosine is $24$.
# And for $x=(10^{-6},10^{-6})$, $y=(1,1)$ it is $2\cdot10^{-6}$, close to zero indeed, yet the two are *parallel*.
#
# The equation holds for vectors of length 1 and for no others (unless both sides are 0). In general
#
# $$\cos\theta=\frac{x^\top y}{\lVert x\rVert\,\lVert y\rVert},$$
#
# which is $0.96$ for the first pair and $1$ for the second. "Nearly orthogonal" is a statement about **this** number: stretching a vector must not change it.
#
# (It is not the correlation coefficient either: that one subtracts each vector's mean first.)
#
# **Your task.** The cosines between the rows of two matrices: first row with first row, second with second, and so on.


# %% tags=["answer"]
def cosines(X, Y):
    """The cosine of the angle between each row of X and the same row of Y.

    X, Y: matrices of the same shape (m, n), m, n at least 1, array-like. A row may be very long or
    very short: its entries are 0 or between 1e-100 and 1e100 in size.

    Returns a float64 array of shape (m,), each value in [-1, 1]: clip what rounding has pushed out.
    Its error is at most (n + 4)·1e-15·Σ|x_i y_i|/(‖x‖‖y‖), which any sum in float64 keeps.

    Raises ValueError when X or Y has not exactly two axes, when their shapes differ (nothing is
    stretched or broadcast), when a row is zero (it has no direction), and for NaN or infinity.
    """
    # BEGIN SOLUTION
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    if X.ndim != 2 or X.shape != Y.shape:
        raise ValueError(f"wanted two matrices of one shape, got {X.shape} and {Y.shape}")
    if not (np.isfinite(X).all() and np.isfinite(Y).all()):
        raise ValueError("X and Y must be finite")
    lengths = np.linalg.norm(X, axis=1), np.linalg.norm(Y, axis=1)
    if not (lengths[0].all() and lengths[1].all()):
        raise ValueError("a zero row has no direction")
    # Row by row: X @ Y.T would pair each row of X with every row of Y.
    return np.clip((X * Y).sum(axis=1) / (lengths[0] * lengths[1]), -1.0, 1.0)
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="Divide the inner product by both lengths. Three pairs of rows want three numbers."
def gives_the_cosines_of_the_example(cosines):
    """(3, 4) and (4, 3) have the cosine 0.96; parallel vectors have 1, orthogonal ones 0."""
    import numpy as np

    values = cosines([[3, 4], [1e-6, 1e-6], [1, 0]], [[4, 3], [1, 1], [0, 2]])
    call = "cosines([[3, 4], [1e-6, 1e-6], [1, 0]], [[4, 3], [1, 1], [0, 2]])"
    said = f"{call} returned {values}, expected [0.96 1.   0.  ]"
    assert np.shape(values) == (3,), f"{said} of shape (3,), not {np.shape(values)}"
    assert np.allclose(values, [0.96, 1, 0], rtol=1e-12), said


# %% tags=["check", "hidden"] points=0.125 hint="Which axis runs along a vector, and which from pair to pair? Nothing is to be subtracted or added, neither to a vector nor to a length."
def is_right_for_matrices_of_every_shape(cosines):
    """The cosines are right for many and few rows, long and short ones, n = 1 included."""
    import numpy as np
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(4101)
    for m, n in [(3, 5), (5, 3), (4, 4), (1, 6), (6, 1), (1, 1), (40, 200)]:
        X, Y = rng.standard_normal((m, n)) + 0.5, rng.standard_normal((m, n)) - 0.2
        if n > 1:
            X[0], Y[-1] = 0.0, 0.0  # rows that add up to 0 and still have a direction
            X[0, [0, -1]], Y[-1, [0, -1]] = [2.0, -2.0], [-3.0, 3.0]
        expected = reference.cosines(X, Y)
        terms = reference.cosines(abs(X), abs(Y))
        what = f"cosines(X, Y), shape {m, n},"
        assert_close(cosines(X, Y), expected, rtol=(n + 4) * 1e-15, scale=terms, what=what)
    # Nearly orthogonal because they live on different axes: small cosines have all their digits.
    X, Y = rng.random((4, 3)) + 0.1, rng.random((4, 3)) + 0.1
    X[:, :2] *= [1e-7, 1e-9]
    Y[:, 2] *= 1e-8
    expected = reference.cosines(X, Y)
    assert_close(cosines(X, Y), expected, rtol=7e-15, what="cosines of nearly orthogonal rows")


# %% tags=["check", "hidden"] points=0.125 hint="How small is the product of two squared lengths when the vectors have entries of 1e-95? Multiply the lengths instead, and treat as zero what is zero."
def does_not_depend_on_the_lengths(cosines):
    """Stretching the rows, even to sizes of 1e-95 or 1e95, changes no cosine; its sign follows."""
    import numpy as np
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(4102)
    for m, n in [(4, 3), (3, 8)]:
        X, Y = rng.random((m, n)) + 0.1, rng.random((m, n)) + 0.1
        expected = reference.cosines(X, Y)
        for a, b in [(1e-95, 1e-95), (1e95, 1e95), (1e-95, 1e95), (-2.0, 1e-9), (1e6, 3.0)]:
            what = f"cosines({a:g}·X, {b:g}·Y)"
            sign = np.sign(a) * np.sign(b)
            value = cosines(a * X, b * Y)
            assert_close(value, sign * expected, rtol=(n + 4) * 1e-15, what=what)
        # Long and short rows side by side: no size of the whole matrix may count.
        a = 10.0 ** rng.permutation(np.linspace(-95, 95, m))[:, None]
        what = "cosines of rows with very different lengths"
        assert_close(cosines(a * X, Y / a), expected, rtol=(n + 4) * 1e-15, what=what)


# %% tags=["check", "hidden"] points=0.125 hint="Rounding gives 1.0000000000000002 for some parallel vectors, and np.arccos of that is NaN. Clip."
def stays_between_minus_one_and_one(cosines):
    """Parallel and opposite vectors give 1 and −1 up to rounding, never more."""
    import numpy as np
    from mathtx_ref.checking import assert_close
    from mathtx_ref.values import as_float64

    rng = np.random.default_rng(4103)
    for n in (1, 2, 3, 10, 50):
        X = rng.standard_normal((400, n))
        stretch = rng.uniform(0.1, 10.0, (400, 1)) * rng.choice([-1.0, 1.0], (400, 1))
        found = as_float64(cosines(X, stretch * X), (400,), f"cosines of parallel rows, n = {n},")
        largest = float(abs(found).max())
        assert largest <= 1.0, f"a cosine of parallel rows is {largest!r} in size, wanted at most 1"
        assert_close(found, np.sign(stretch[:, 0]), rtol=(n + 4) * 1e-15, what="parallel rows")


# %% tags=["check", "hidden"] points=0.125 hint="Convert to float64 before you multiply, not after."
def computes_in_float64_whatever_comes_in(cosines):
    """Lists, small integers, float32, read-only and strided arrays give the float64 value."""
    import numpy as np
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(4104)
    read_only = [rng.random((3, 4)), rng.random((3, 4))]
    for array in read_only:
        array.setflags(write=False)
    cases = {
        "int8": [np.full((2, 3), 100, np.int8), np.array([[100, 90, 5], [7, 100, 120]], np.int8)],
        "uint8": [np.array([[200, 250]], np.uint8), np.array([[250, 3]], np.uint8)],
        "large integers": [[[10**12, 1], [2, 10**12]], [[10**12, 10**12], [10**12, 3]]],
        "tuples": [((0.1, 2), (0.7, 3)), ((5, 0.3), (1, 1))],
        "float32": [rng.random((4, 3)).astype(np.float32), rng.random((4, 3)).astype(np.float32)],
        "read-only": read_only,
        "strided": [rng.random((6, 8))[::2, ::-2], rng.random((4, 3)).T],
    }
    for name, (X, Y) in cases.items():
        assert_close(
            cosines(X, Y), reference.cosines(X, Y), rtol=2e-14, what=f"the cosines for {name}"
        )


# %% tags=["check", "hidden"] points=0.125 hint="numpy stretches a single row to many without a word, and 0/0 is NaN without an error. Look at the shapes and lengths yourself."
def refuses_what_has_no_cosines(cosines):
    """Unequal shapes, single vectors, zero rows, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    values = cosines(np.eye(3), np.eye(3))
    assert_close(values, np.ones(3), rtol=1e-6, what="cosines of equal directions")
    for left, right in [
        ((2, 3), (2, 4)),
        ((2, 3), (3, 3)),
        ((2, 3), (3, 2)),
        ((1, 3), (4, 3)),  # numpy would stretch these
        ((4, 3), (1, 3)),
        ((4, 1), (4, 3)),
        ((3,), (3,)),
        ((3,), (2, 3)),
        ((2, 3), (3,)),
        ((2, 2, 3), (2, 2, 3)),
        ((), ()),
    ]:
        what = f"cosines of shapes {left} and {right}"
        assert_raises_value_error(cosines, np.ones(left), np.ones(right), what=what)
    for spoilt in range(2):
        for bad in (0.0, np.nan, np.inf, -np.inf):
            arguments = [np.ones((3, 2)), np.ones((3, 2))]
            if bad == 0.0:
                arguments[spoilt][1] = 0.0
            else:
                arguments[spoilt][2, 0] = bad
            name = "a zero row" if bad == 0.0 else str(bad)
            what = f"cosines with {name} in argument {spoilt + 1}"
            assert_raises_value_error(cosines, *arguments, what=what)


# %% tags=["check", "hidden"] points=0.125 hint="X /= lengths writes into the caller's array; X / lengths makes a new one."
def leaves_its_arguments_unchanged(cosines):
    """The cosines are right, and X and Y are afterwards as they were before."""
    import numpy as np
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(4106)
    for m, n in [(3, 4), (1, 2)]:
        X, Y = rng.random((m, n)) + 0.5, rng.random((m, n)) + 0.5
        expected = reference.cosines(X, Y)
        value = assert_unchanged(cosines, X, Y, what="cosines")
        assert_close(value, expected, rtol=(n + 4) * 1e-15, what="cosines(X, Y)")
