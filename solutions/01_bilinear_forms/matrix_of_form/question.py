# %% [markdown]
# ### 3. The matrix inside a black box
#
# The lecture: *every bilinear form can be expressed as* $\langle x,y\rangle=x^\top A\,y$.
# That sentence holds in finite dimension and for a fixed basis $e_1,\dots,e_n$, and then $A$ is found by asking. Write both vectors in the basis and use linearity, first in $x$, then in $y$:
#
# $$f(x,y)=f\Big(\sum_i x_ie_i,\;\sum_j y_je_j\Big)=\sum_{i,j}x_i\,y_j\,f(e_i,e_j).$$
#
# Compare with $\sum_{ij}a_{ij}x_iy_j$: the entry $a_{ij}$ **is** the number $f(e_i,e_j)$. So $A$ exists, there is only one, and $mn$ questions to $f$ are enough to know $f$ everywhere.
#
# Here $f$ is a Python function that somebody else wrote.
# You cannot look inside; you can only call it with two vectors: $x\in\mathbb{R}^m$, $y\in\mathbb{R}^n$.
# Such functions have habits: some use your arrays as scratch paper and leave rubbish in them, some now and then return something that is no number.
#
# **Your task.** Find the matrix of $f$ in the standard basis.


# %% tags=["answer"]
def matrix_of_form(f, m, n=None):
    """The matrix A of the bilinear form f in the standard basis: a_ij = f(e_i, e_j).

    f: a function of two arrays x, shape (m,), and y, shape (n,), that returns one number.
       f may overwrite both arrays. Hand it new, writable float64 arrays at each call, x and y two
       different arrays, and never one that you handed out before.
    m, n: the dimensions, integers (Python's or numpy's) of at least 1. n=None means n = m.

    Returns a float64 array of shape (m, n), after at most m*n + 4 calls of f.

    Raises ValueError when f returns NaN, infinity or something that is no single number (an array
    with several entries, say), and when m or n is below 1 or no integer (1.5).
    """
    # BEGIN SOLUTION
    n = m if n is None else n
    for size in (m, n):
        if not isinstance(size, (int, np.integer)) or size < 1:
            raise ValueError(f"a dimension is an integer of at least 1, not {size}")
    A = np.empty((m, n))
    for i in range(m):
        for j in range(n):
            # np.eye makes both arrays anew: whatever f wrote into the last ones is gone.
            value = f(np.eye(m)[i], np.eye(n)[j])
            if np.ndim(value) != 0 or not np.isfinite(value):
                raise ValueError("f must return one finite number")
            A[i, j] = value
    return A
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="To hear about a_12, which vector must stand in the first place of f, and which in the second?"
def finds_the_matrix_of_the_example(matrix_of_form):
    """The form x₁y₁ + 2x₁y₂ + 3x₂y₁ + 4x₂y₂ has the matrix [[1, 2], [3, 4]]."""
    import numpy as np

    def f(x, y):
        return x[0] * y[0] + 2 * x[0] * y[1] + 3 * x[1] * y[0] + 4 * x[1] * y[1]

    A = matrix_of_form(f, 2)
    wanted = np.array([[1, 2], [3, 4]])
    said = f"matrix_of_form(f, 2) returned\n{A}\nexpected\n{wanted}"
    assert np.shape(A) == (2, 2), f"{said}\nof shape (2, 2), not {np.shape(A)}"
    assert np.allclose(A, wanted), said


# %% tags=["check"] points=0.5 hint="x has m entries and y has n: two bases of different length. How many rows does A have?"
def finds_a_rectangular_matrix(matrix_of_form):
    """A form of x in two and y in three dimensions has a matrix with 2 rows and 3 columns."""
    import numpy as np

    def f(x, y):
        return 5 * x[0] * y[2] - x[1] * y[0] + 2 * x[1] * y[1]

    A = matrix_of_form(f, 2, 3)
    wanted = np.array([[0, 0, 5], [-1, 2, 0]])
    form = "for f(x, y) = 5 x_1 y_3 - x_2 y_1 + 2 x_2 y_2"
    said = f"matrix_of_form(f, 2, 3) returned\n{A}\nexpected\n{wanted}\n{form}"
    assert np.shape(A) == (2, 3), f"{said}, of shape (2, 3), not {np.shape(A)}"
    assert np.allclose(A, wanted), said


# %% tags=["check", "hidden"] points=0.25 hint="Nothing in f(e_i, e_j) promises that f(e_j, e_i) is the same, and no entry is too small to be kept."
def finds_the_matrix_of_any_form(matrix_of_form):
    """The matrix is right for any shape, symmetric or not, with n given or left out, tiny and huge."""
    import numpy as np
    from mathtx_ref import bilinear as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(301)
    for m, n in [(3, 3), (2, 5), (5, 2), (1, 4), (4, 1), (1, 1)]:
        for size in (1.0, 1e-80, 1e98) if (m, n) == (2, 5) else (1.0,):
            B = size * rng.standard_normal((m, n))
            B[-1, 0] *= 1e-9

            def f(x, y, B=B):
                return float(x @ B @ y)

            expected = reference.matrix_of_form(f, m, n)
            assert_close(matrix_of_form(f, m, n), expected, what=f"the matrix, {m, n},")
            if m == n:
                assert_close(
                    matrix_of_form(f, m), expected, what=f"the matrix with n left out, {m},"
                )
                assert_close(matrix_of_form(f, m, n=None), expected, what="the matrix with n=None")


# %% tags=["check", "hidden"] points=0.5 hint="If f overwrites the arrays that it gets, which of your arrays are still what they were at the next call?"
def survives_a_form_that_overwrites_its_arguments(matrix_of_form):
    """A form that uses its arguments as scratch paper has the same matrix as one that does not."""
    import numpy as np
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(302)
    for m, n in [(3, 4), (4, 4), (4, 2), (1, 1)]:
        B = rng.standard_normal((m, n))

        def zeroes(x, y, B=B):
            value = float(x @ B @ y)
            x[:] = 0.0
            y[:] = np.nan
            return value

        def halves(x, y, B=B):
            x *= 0.5  # impossible for integers, and twice for an x that is handed out twice
            value = float(x @ B @ y)
            y *= 3.0
            return 2.0 * value

        def replaces(x, y, B=B):
            z = B @ y
            y[:] = 0.0  # spoils x as well, if x and y are one array
            return float(x @ z)

        for f in (zeroes, halves, replaces):
            what = f"the matrix of a form that overwrites x and y ({f.__name__}), {m, n},"
            assert_close(matrix_of_form(f, m, n), B, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="np.eye(m, dtype=int) is no array of float64, and neither is a list."
def hands_over_writable_float64_arrays(matrix_of_form):
    """f gets writable float64 arrays of shapes (m,) and (n,), two different ones, for a right matrix."""
    import numpy as np
    from mathtx_ref.checking import assert_close

    seen = []

    def f(x, y):
        for vector in (x, y):
            array = type(vector) is np.ndarray
            seen.append(
                (str(vector.dtype), vector.shape, vector.flags.writeable) if array else None
            )
        seen.append(x is not y and not np.shares_memory(x, y))
        return 2.0 * float(np.sum(x)) * float(np.sum(y))

    for m, n in [(2, 3), (3, 3)]:
        seen.clear()
        A = matrix_of_form(f, m, n)
        assert_close(A, np.full((m, n), 2.0), what="the matrix of 2 (x_1 + …) (y_1 + …)")
        assert seen, "f was never called"
        for left, right, apart in zip(seen[::3], seen[1::3], seen[2::3], strict=True):
            assert left == ("float64", (m,), True), (
                f"x was {left}, wanted float64, ({m},), writable"
            )
            assert right == ("float64", (n,), True), (
                f"y was {right}, wanted float64, ({n},), writable"
            )
            assert apart, "x and y share their memory, wanted two different arrays"


# %% tags=["check", "hidden"] points=0.25 hint="How many entries has A, and how often do you call f for each of them? Keep a value that you will need twice."
def asks_no_more_often_than_allowed(matrix_of_form):
    """The right matrix is found with at most m·n + 4 calls of f."""
    import numpy as np
    from mathtx_ref.checking import assert_close, count_calls

    for m, n in [(3, 5), (6, 2), (1, 7)]:
        f = count_calls(lambda x, y: float(x[0] * y[-1] + x[-1] * y[0]))
        expected = np.zeros((m, n))
        expected[0, -1] += 1.0
        expected[-1, 0] += 1.0
        what = f"the matrix of x_1 y_{n} + x_{m} y_1, {m, n},"
        assert_close(matrix_of_form(f, m, n), expected, what=what)
        assert f.calls <= m * n + 4, f"f was called {f.calls} times for {m, n}, allowed {m * n + 4}"


# %% tags=["check", "hidden"] points=0.5 hint="Look at each value before you store it: is it one number, and is it finite?"
def refuses_values_that_are_no_finite_number(matrix_of_form):
    """NaN, infinity or an array returned by f, even only once, raises ValueError, and numbers do not."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    for kind in (float, int, np.float64):
        A = matrix_of_form(lambda x, y, kind=kind: kind(2 * np.sum(x) * np.sum(y)), 2, 3)
        what = f"the matrix of a form that returns {kind.__name__}"
        assert_close(A, np.full((2, 3), 2.0), what=what)
    for bad in (np.nan, np.inf, -np.inf, float("nan"), np.array([1.0, 2.0]), np.ones((2, 2))):
        for i, j in [(0, 0), (1, 2)]:  # the first call and the last entry

            def f(x, y, bad=bad, i=i, j=j):
                return bad if x[i] * y[j] != 0.0 else float(x[0] * y[0])

            name = f"an array of shape {bad.shape}" if isinstance(bad, np.ndarray) else str(bad)
            what = f"matrix_of_form of a form with f(e_{i + 1}, e_{j + 1}) = {name}"
            assert_raises_value_error(matrix_of_form, f, 2, 3, what=what)

    def entrywise(x, y):
        return x * y  # forgets the sum

    what = "matrix_of_form of a function that returns x * y"
    assert_raises_value_error(matrix_of_form, entrywise, 3, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="range(0) is simply empty and range(1.5) fails with another error: look at m and n first."
def refuses_impossible_dimensions(matrix_of_form):
    """m or n below 1 or not an integer raises ValueError; numpy's integers are integers."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    def f(x, y):
        return float(np.sum(x) * np.sum(y))

    for m, n in [
        (0, 2),
        (2, 0),
        (-1, 2),
        (2, -3),
        (1.5, 2),
        (2, 1.5),
        (0, None),
        (-2, None),
        (2.5, None),
    ]:
        what = f"matrix_of_form with m={m}, n={n}"
        assert_raises_value_error(matrix_of_form, f, m, n, what=what)
    value = matrix_of_form(f, np.int64(2), np.int32(3))
    assert_close(value, np.ones((2, 3)), what="the matrix with m, n as numpy integers")
