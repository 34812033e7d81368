# %% [markdown]
# ### 3. The form in a direction
#
# $Q(cx)=c^2Q(x)$: along a line through the origin a quadratic form is a parabola, and one number says which. Divide the length out, and you have it,
#
# $$R(x)=\frac{x^\top A\,x}{x^\top x},$$
#
# the **Rayleigh quotient**: the value of $Q$ on the unit sphere in the direction of $x$, so $R(cx)=R(x)$ for every $c\ne0$. A zero vector has no direction and no Rayleigh quotient.
#
# That $R$ does not depend on the length is easily said. Now take $x=10^{200}\cdot(1,1)$: the sum of the squares is $2\cdot10^{400}$, float64 ends near $1.8\cdot10^{308}$, and the formula as it stands answers `nan`. For $x=10^{-200}\cdot(1,1)$ the squares are $0$, and it answers `nan` again. The direction is a perfectly good one in both cases.
#
# **Your task.** Write $R$ for one vector and for batches, for vectors of any length that is not zero.


# %% tags=["answer"]
def rayleigh(A, x):
    """The Rayleigh quotient xᵀAx / xᵀx, the value of the quadratic form in the direction of x.

    A: a matrix of shape (n, n), symmetric or not.
    x: a vector of shape (n,), or a batch of them, shape (..., n).
    Both are array-like: compute in float64, change neither.
    The length of x may lie anywhere between 1e-200 and 1e200, in a batch each vector's own (entries
    of x are 0 or between 1e-200 and 1e200 in size).

    Returns one number for one vector; for a batch an array with one value for each vector, of the
    shape of its leading axes. The memory needed for a batch grows with the number of its vectors, not
    with its square.

    Raises ValueError when A is not a square matrix with exactly two axes, when the last axis of x
    has not length n (length 1 is not stretched, a bare number is no vector), when A or x holds NaN
    or infinity, and when x is the zero vector or holds one in its batch.
    """
    # BEGIN SOLUTION
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError(f"A {A.shape} must be square and x {x.shape} fit it")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("A and x must be finite")
    largest = np.abs(x).max(axis=-1, keepdims=True)
    if (largest == 0).any():
        raise ValueError("a zero vector has no direction")
    # R does not depend on the length: shrink each vector to entries of at most 1, then square.
    x = x / largest
    return ((x @ A) * x).sum(axis=-1) / (x * x).sum(axis=-1)
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="Evaluate x^T A x and x^T x for this x by hand, then divide."
def gives_5_for_the_example(rayleigh):
    """For A = [[1, 5], [1, 3]] and x = (1, 1) the quotient is 10/2 = 5, and the same for x = (−3, −3)."""
    import numpy as np

    for x in ([1, 1], [-3, -3]):
        value = rayleigh([[1, 5], [1, 3]], x)
        said = f"rayleigh([[1, 5], [1, 3]], {x}) returned {value}, expected 5"
        assert value is not None and np.shape(value) == (), f"{said}, one number"
        assert abs(value - 5) < 1e-9, said


# %% tags=["check"] points=0.25 hint="Three vectors want three numbers. Along which axis do the sums run?"
def gives_one_number_for_each_vector_of_a_batch(rayleigh):
    """Three vectors give three numbers."""
    import numpy as np

    values = rayleigh([[2, 0], [0, -1]], [[1, 0], [0, 5], [1, 1]])
    call = "rayleigh([[2, 0], [0, -1]], [[1, 0], [0, 5], [1, 1]])"
    said = f"{call} returned {values}, expected [ 2.  -1.   0.5]"
    assert np.shape(values) == (3,), f"{said} of shape (3,), not {np.shape(values)}"
    assert np.allclose(values, [2, -1, 0.5]), said


# %% tags=["check", "hidden"] points=0.25 hint="Use every entry of A, above and below the diagonal, and divide by x^T x, which is not the length of x."
def is_right_for_matrices_of_every_size(rayleigh):
    """The value is xᵀAx/xᵀx for symmetric and other matrices, of one row or many, tiny and huge."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3301)
    for n in (1, 2, 3, 5, 8):
        A, x = rng.standard_normal((n, n)), rng.standard_normal(n)
        if n == 1:
            x = np.array([-0.7])
        for matrix in (A, A + A.T, A - A.T, np.triu(A), np.tril(A), np.zeros((n, n))):
            for size, length in [(1, 1), (1e-95, 1), (1e95, 1), (1, 7), (1e50, 1e-3)]:
                expected = reference.rayleigh(size * matrix, length * x)
                terms = size * (abs(x) @ abs(matrix) @ abs(x)) / (x @ x)
                value = rayleigh(size * matrix, length * x)
                assert_close(value, expected, scale=terms, what=f"rayleigh(A, x), n = {n},")
    # A small entry of x beside a large one of A: together they are the value.
    A, x = np.array([[0.0, 1e5], [1e5, 1.0]]), np.array([1.0, 1e-5])
    expected = reference.rayleigh(A, x)
    assert_close(rayleigh(A, x), expected, rtol=1e-9, what="rayleigh(A, x) for x = (1, 1e-5)")


# %% tags=["check", "hidden"] points=0.5 hint="R(cx) = R(x): you may choose c before you square anything, and for each vector of a batch another one. np.linalg.norm squares as well."
def does_not_depend_on_the_length(rayleigh):
    """Vectors of length 1e200 and 1e-200 have the quotient of their direction, also side by side in one batch."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3302)
    for n in (1, 2, 4):
        A = rng.standard_normal((n, n))
        x = rng.standard_normal((6, n))
        lengths = np.array([1e200, -1e200, 1e-200, -1e-200, 1e160, 1.0])
        x *= 0.9 / np.linalg.norm(x, axis=1, keepdims=True)  # a little inside the promised range
        x[[2, 3]] /= 0.81
        for size in (1.0, 1e90, 1e-90):
            long = lengths[:, None] * x
            expected = reference.rayleigh(size * A, x)
            terms = size * np.einsum("ki,ij,kj->k", abs(x), abs(A), abs(x)) / (x * x).sum(1)
            for row in range(6):
                value = rayleigh(size * A, long[row])
                what = f"rayleigh(A, x), x of length {abs(lengths[row]):g}, n = {n},"
                assert_close(value, expected[row], scale=terms[row], what=what)
            values = rayleigh(size * A, long)
            what = f"rayleigh(A, x) for a batch of very different lengths, n = {n},"
            assert_close(values, expected, scale=terms, what=what)
    A = np.array([[1.0, 2.0], [3.0, 5.0]])
    for x, expected in [
        ([1e200, 0.0], 1.0),
        ([0.0, -1e-200], 5.0),
        ([1e-200, 1e200], 5.0),
        ([1e199, -1e199], 0.5),
        ([-3.0, 3.0], 0.5),
    ]:
        assert_close(rayleigh(A, x), expected, what=f"rayleigh(A, x) for x = {x}")


# %% tags=["check", "hidden"] points=0.125 hint="Only the last axis of x takes part in the sums; all axes before it are the caller's, however many."
def takes_batches_of_any_depth(rayleigh):
    """A batch of shape (2, 3, n) gives values of shape (2, 3), a batch of one gives shape (1,)."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3303)
    for n in (1, 3, 4):
        A = rng.standard_normal((n, n))
        for batch in [(1,), (n,), (6,), (2, 3), (n, n), (3, 1), (2, 1, 2)]:
            x = 0.3 + rng.standard_normal((*batch, n))
            expected = reference.rayleigh(A, x)
            terms = np.einsum("...i,ij,...j->...", abs(x), abs(A), abs(x)) / (x * x).sum(-1)
            what = f"rayleigh(A, x), A of shape {A.shape}, x {x.shape},"
            assert_close(rayleigh(A, x), expected, scale=terms, what=what)


# %% tags=["check", "hidden"] points=0.125 hint="A product of the batch with its own transpose has an entry for every pair of vectors. How many of them do you need?"
def needs_no_memory_for_pairs_of_vectors(rayleigh):
    """A batch of 2000 vectors needs less than 8 MB, while all its pairs would need 32."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close, measure

    rng = np.random.default_rng(3306)
    A, x = rng.standard_normal((4, 4)), rng.standard_normal((2000, 4))
    expected = reference.rayleigh(A, x)
    terms = np.einsum("ki,ij,kj->k", abs(x), abs(A), abs(x)) / (x * x).sum(-1)
    values, peak, _ = measure(rayleigh, A, x)
    assert_close(values, expected, scale=terms, what="rayleigh(A, x) for 2000 vectors")
    assert peak < 8e6, (
        f"rayleigh needed {peak / 1e6:.0f} MB for 2000 vectors of 4 entries, wanted less than 8"
    )


# %% tags=["check", "hidden"] points=0.25 hint="Convert before you multiply, and remember that x /= 2 divides the caller's x."
def reads_any_numbers_and_leaves_them_unchanged(rayleigh):
    """Integers, float32, lists and read-only arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(3304)
    fixed, still = rng.standard_normal((3, 3)), rng.standard_normal((4, 3))
    fixed.setflags(write=False)
    still.setflags(write=False)
    cases = {
        "float64": (rng.standard_normal((4, 4)), rng.standard_normal(4)),
        "a batch of float64": (rng.standard_normal((4, 4)), rng.standard_normal((3, 4))),
        "int8": (np.full((2, 2), 100, np.int8), np.array([100, -90], np.int8)),
        "int8 with a smallest entry": (np.full((2, 2), 7, np.int8), np.array([-128, 100], np.int8)),
        "int8 with a smallest entry and 0": (
            np.eye(2, dtype=np.int8),
            np.array([-128, 0], np.int8),
        ),
        "a batch of uint8": (np.full((2, 2), 250, np.uint8), np.full((3, 2), 200, np.uint8)),
        "lists of large integers": ([[10**9, 2], [3, 10**9]], [10**9, 3 * 10**9]),
        "lists": ([[1, 2], [3, 4]], [[1, 0.5], [0.1, 3]]),
        "float32": (rng.standard_normal((3, 3)).astype(np.float32), np.float32([0.1, 0.7, -0.3])),
        "large float32": (np.eye(2, dtype=np.float32), np.float32([3e30, 4e30])),
        "read-only": (fixed, still),
        "strided": (rng.standard_normal((6, 8))[::2, ::-3], rng.standard_normal(6)[::-2]),
        "column order": (rng.standard_normal((3, 3)).T, rng.standard_normal((3, 5)).T),
    }
    for name, (A, x) in cases.items():
        a, z = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
        expected = reference.rayleigh(A, x)
        terms = np.einsum("...i,ij,...j->...", abs(z), abs(a), abs(z)) / (z * z).sum(-1)
        value = assert_unchanged(rayleigh, A, x, what=f"rayleigh with {name}")
        assert_close(value, expected, scale=terms, what=f"the value for {name}")


# %% tags=["check", "hidden"] points=0.125 hint="0/0 is nan with a mere warning. Look for a zero vector yourself, in every row of a batch."
def refuses_a_zero_vector(rayleigh):
    """A zero vector, alone or in a batch, raises ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    A = np.array([[2.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 4.0]])
    value = rayleigh(2 * np.eye(3), np.ones(3))
    assert_close(value, 2.0, rtol=1e-6, what="rayleigh of (1, 1, 1)")
    batch = np.ones((2, 4, 3))
    batch[1, 2] = 0.0
    cases = {
        "zeros": np.zeros(3),
        "integer zeros": [0, 0, 0],
        "negative zeros": np.full(3, -0.0),
        "a batch that ends with a zero vector": np.array([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]]),
        "a deep batch with one zero vector": batch,
    }
    for name, x in cases.items():
        assert_raises_value_error(rayleigh, A, x, what=f"rayleigh of {name}")
    assert_raises_value_error(rayleigh, np.zeros((3, 3)), np.zeros(3), what="rayleigh of zeros")
    assert_raises_value_error(rayleigh, [[2.0]], [0.0], what="rayleigh of the vector (0)")


# %% tags=["check", "hidden"] points=0.125 hint="Which shapes does numpy stretch or contract in silence? Compare them yourself, and ask np.isfinite about both arguments."
def refuses_shapes_that_do_not_fit(rayleigh):
    """Shapes that do not fit, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    value = rayleigh(2 * np.eye(3), np.ones(3))
    assert_close(value, 2.0, rtol=1e-6, what="rayleigh of shapes that fit")
    shapes = [((3, 3), s) for s in [(2,), (4,), (1,), (), (3, 1), (3, 2), (5, 1), (2, 3, 1)]]
    shapes += [((2, 3), s) for s in [(3,), (2,), (4, 3)]]
    shapes += [((3, 2), (3,)), ((3,), (3,)), ((2, 3, 3), (3,)), ((1, 1), (3,)), ((), (1,))]
    shapes += [((1, 3), (3,)), ((1, 3, 3), (3,)), ((1, 1), (2, 3)), ((1, 1), ())]
    for left, right in shapes:
        what = f"rayleigh with A of shape {left} and x of shape {right}"
        assert_raises_value_error(rayleigh, np.ones(left), np.ones(right), what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for spoilt in range(2):
            arguments = [np.eye(3), np.ones((2, 3))]
            arguments[spoilt][1, 2] = bad
            what = f"rayleigh with {bad} in argument {spoilt + 1}"
            assert_raises_value_error(rayleigh, *arguments, what=what)
