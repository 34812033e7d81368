# %% [markdown]
# ### 2. The terms of the sum
#
# Written out, the lecture's form in two dimensions is
#
# $$a_{11}x_1y_1+a_{12}x_1y_2+a_{21}x_2y_1+a_{22}x_2y_2 .$$
#
# Each term belongs to one entry of $A$: the row says which $x_i$ it takes, the column which $y_j$.
# So the terms form a matrix of the same shape as $A$, and $x^\top A\,y$ is the sum of its entries.
# For the example of question 1 they add up to $35+80+126+192=433$.
#
# This picture answers questions that the sum alone hides: *which* pair of coordinates makes an attention score large?
#
# **Your task.** Return the matrix of all terms, $T_{ij}=a_{ij}\,x_i\,y_j$.


# %% tags=["answer"]
def bilinear_terms(A, x, y):
    """The terms T_ij = a_ij x_i y_j, whose sum is xᵀAy.

    A: a matrix of shape (m, n); m and n may differ.
    x: one vector of shape (m,).   y: one vector of shape (n,).   (No batches here.)
    All three are array-like: compute in float64, change none of them.

    Returns an array of shape (m, n).

    Raises ValueError when A has not exactly two axes, when x or y has not exactly one axis, when
    their lengths are not m and n (length 1 is not stretched), and when A, x or y holds NaN or
    infinity.
    """
    # BEGIN SOLUTION
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.shape != A.shape[:1] or y.shape != A.shape[1:]:
        raise ValueError(f"A {A.shape} does not fit x {x.shape} and y {y.shape}")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("A, x and y must be finite")
    # x stands up as a column, so that x_i meets row i; y lies along the columns already.
    return A * x[:, None] * y
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="In row 1, every term holds x_1. In column 1, every term holds y_1."
def gives_the_four_terms_of_the_example(bilinear_terms):
    """The example's terms are 35, 80, 126 and 192, each in its place."""
    import numpy as np

    T = bilinear_terms([[1, 2], [3, 4]], [5, 6], [7, 8])
    wanted = np.array([[35, 80], [126, 192]])
    said = f"bilinear_terms([[1, 2], [3, 4]], [5, 6], [7, 8]) returned\n{T}\nexpected\n{wanted}"
    assert np.shape(T) == (2, 2), f"{said}\nof shape (2, 2), not {np.shape(T)}"
    assert np.allclose(T, wanted), said
    assert abs(np.sum(T) - 433) < 1e-9, f"{said}\nwhose sum is 433, not {np.sum(T)}"


# %% tags=["check", "hidden"] points=0.25 hint="With m rows and n columns only one of x and y can lie along the rows as it stands. Which one needs a new axis?"
def has_every_term_in_its_place(bilinear_terms):
    """T_ij is a_ij x_i y_j for square, rectangular, single-row and single-column A, tiny and huge."""
    import numpy as np
    from mathtx_ref import bilinear as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(201)
    for m, n in [(3, 3), (2, 4), (5, 3), (1, 3), (4, 1), (1, 1)]:
        A, x, y = rng.standard_normal((m, n)), rng.standard_normal(m), rng.standard_normal(n)
        A[0, 0] = 0.0
        for a, b, c in [(1, 1, 1), (1e-96, 1e-96, 1e-96), (1e98, 1e98, 1e98), (1e9, 1e-90, 1e80)]:
            expected = reference.bilinear_terms(a * A, b * x, c * y)
            T = bilinear_terms(a * A, b * x, c * y)
            assert_close(T, expected, what=f"bilinear_terms(A, x, y), A of shape {m, n},")


# %% tags=["check", "hidden"] points=0.25 hint="Convert to float64 before you multiply, and multiply into a new array."
def reads_any_numbers_and_leaves_them_unchanged(bilinear_terms):
    """Integers, float32, lists and read-only arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import bilinear as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(202)
    read_only = [rng.standard_normal(s) for s in [(2, 3), (2,), (3,)]]
    for array in read_only:
        array.setflags(write=False)
    cases = {
        "float64": [rng.standard_normal(s) for s in [(2, 3), (2,), (3,)]],
        "int8": [np.full(s, 100, np.int8) for s in [(3, 2), (3,), (2,)]],
        "lists": [[[10**9, 2], [3, 10**9]], [10**9, 10**6], [10**6, 10**9]],
        "float32": [rng.standard_normal(s).astype(np.float32) for s in [(3, 4), (3,), (4,)]],
        "read-only": read_only,
        "strided": [rng.standard_normal((8, 6))[::-2, ::2].T, rng.standard_normal(3), rng.standard_normal(8)[::2]],
    }  # fmt: skip
    for name, arguments in cases.items():
        expected = reference.bilinear_terms(*arguments)
        T = assert_unchanged(bilinear_terms, *arguments, what=f"bilinear_terms with {name}")
        assert_close(T, expected, what=f"bilinear_terms with {name}")


# %% tags=["check", "hidden"] points=0.25 hint="Broadcasting accepts far more than it should here. Compare the shapes of x and y with A's before you multiply."
def refuses_what_does_not_fit(bilinear_terms):
    """Shapes that do not fit, batches, NaN and infinity raise ValueError, and nothing else does."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    T = bilinear_terms(np.full((2, 3), 2.0), np.full(2, 3.0), np.full(3, 5.0))
    assert_close(T, np.full((2, 3), 30.0), what="bilinear_terms of what fits")
    shapes = [((3,), (2,)), ((3,), (3,)), ((2,), (2,)), ((1,), (3,)), ((2,), (1,)), ((), (3,))]
    shapes += [((2,), ()), ((2, 1), (3,)), ((2,), (1, 3)), ((1, 2), (3,)), ((4, 2), (4, 3))]
    shapes = [((2, 3), left, right) for left, right in shapes]
    shapes += [((1, 3), (), (3,)), ((2, 1), (2,), ()), ((2,), (2,), (2,)), ((2,), (1,), (2,))]
    shapes += [((2, 2, 2), (2,), (2,))]
    for matrix, left, right in shapes:
        what = f"bilinear_terms of A {matrix}, x {left}, y {right}"
        arguments = np.ones(matrix), np.ones(left), np.ones(right)
        assert_raises_value_error(bilinear_terms, *arguments, what=what)
    for bad in (np.nan, np.inf):
        for spoilt in range(3):
            arguments = [np.ones((2, 3)), np.ones(2), np.ones(3)]
            arguments[spoilt][..., -1] = bad
            what = f"bilinear_terms with {bad} in argument {spoilt + 1}"
            assert_raises_value_error(bilinear_terms, *arguments, what=what)
