# %% [markdown]
# ### 1. A bilinear form is a number for two vectors
#
# The lecture's definition: a bilinear form on a real vector space $V$ is a function $f: V\times V\to\mathbb{R}$ that is linear in each of its two vectors,
#
# $$f(ax,y)=a\,f(x,y)\qquad f(x+z,y)=f(x,y)+f(z,y)$$
# $$f(x,ay)=a\,f(x,y)\qquad f(x,y+z)=f(x,y)+f(x,z)$$
#
# (The notes write $V\times V\to K$. For a real vector space $K$ has to be $\mathbb{R}$: the value is a real number.)
#
# If $V$ has finite dimension **and a basis has been fixed**, every bilinear form is
#
# $$\langle x,y\rangle = x^\top A\,y .$$
#
# The notes leave out both conditions; question 5 shows what happens when the basis changes.
# They also print the case of two dimensions with an equals sign too many. It should read
#
# $$\begin{pmatrix}x_1&x_2\end{pmatrix}\begin{pmatrix}a_{11}&a_{12}\\a_{21}&a_{22}\end{pmatrix}\begin{pmatrix}y_1\\y_2\end{pmatrix},$$
#
# a product of three factors, which is one number. Written with an $=$ before the last factor it would claim $x^\top A=y$.
# Try it: for $A=\begin{pmatrix}1&2\\3&4\end{pmatrix}$, $x=(5,6)$, $y=(7,8)$ the row $x^\top A$ is $(23,34)$, which is certainly not $(7,8)$, and the number is $433$.
#
# The two vectors may also live in different spaces, $x\in\mathbb{R}^m$ and $y\in\mathbb{R}^n$: then $A$ is rectangular, and nothing else changes.
#
# **Your task.** Write $x^\top A\,y$ for one pair of vectors, and for whole batches of pairs in one call: a transformer never asks about a single pair.


# %% tags=["answer"]
def bilinear(A, x, y):
    """The bilinear form xᵀAy.

    A: a matrix of shape (m, n); m and n may differ.
    x: a vector of shape (m,), or a batch of them, shape (..., m).
    y: a vector of shape (n,), or a batch of them, shape (..., n).
    All three are array-like (lists, integers, float32, …): compute in float64, change none of them.

    Returns one number for two vectors. With a batch, an array with one value for each pair of
    vectors: the leading axes of x and y broadcast as always in numpy. For example
        x (5, m),    y (5, n)  gives shape (5,): x[0] with y[0], x[1] with y[1], …
        x (5, m),    y (n,)    gives shape (5,): each x[i] with the one y
        x (5, 1, m), y (4, n)  gives shape (5, 4): each of five x with each of four y

    Raises ValueError when A has not exactly two axes, when the last axis of x has not length m or
    that of y not length n (length 1 is not stretched, a bare number is no vector), when the leading
    axes do not broadcast, and when A, x or y holds NaN or infinity.
    """
    # BEGIN SOLUTION
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors or batches of vectors")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError(f"A {A.shape} does not fit x {x.shape} and y {y.shape}")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("A, x and y must be finite")
    # x @ A is a batch of vectors of length n: what is left is a dot product with y along that axis.
    return ((x @ A) * y).sum(axis=-1)
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="Work out the row x^T A by hand first, then its dot product with y. If you get 431, x and y have changed places."
def gives_433_for_the_example(bilinear):
    """The example above gives 433, and 431 when x and y change places."""
    import numpy as np

    A, x, y = [[1, 2], [3, 4]], [5, 6], [7, 8]
    for u, v, value, wanted in [(x, y, bilinear(A, x, y), 433), (y, x, bilinear(A, y, x), 431)]:
        said = f"bilinear({A}, {u}, {v}) returned {value}, expected {wanted}"
        assert value is not None and np.shape(value) == (), f"{said}, one number"
        assert abs(value - wanted) < 1e-9, said


# %% tags=["check"] points=0.25 hint="Three pairs want three numbers. A product with the transposed batch pairs every x with every y."
def gives_one_number_for_each_pair_of_a_batch(bilinear):
    """Three pairs of vectors give three numbers."""
    import numpy as np

    A = np.array([[1.0, 2.0, 0.0], [3.0, 4.0, -1.0]])
    x = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    y = np.array([[1.0, 1.0, 1.0], [2.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
    values = bilinear(A, x, y)
    given = f"with A = {A.tolist()}, x = {x.tolist()}, y = {y.tolist()}"
    said = f"bilinear(A, x, y) returned {values}, expected [3. 5. 6.]"
    assert np.shape(values) == (3,), f"{said}, shape (3,), {given}"
    assert np.allclose(values, [3.0, 5.0, 6.0]), f"{said}, {given}"


# %% tags=["check", "hidden"] points=0.25 hint="Write down the shapes of the factors in x^T A y: which axis of A meets x, and which meets y? Does anything in your code rely on a particular size of the numbers?"
def is_right_for_matrices_of_every_shape(bilinear):
    """The value is xᵀAy for square, rectangular, single-row and single-column A, for tiny and huge numbers."""
    import numpy as np
    from mathtx_ref import bilinear as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(101)
    for m, n in [(3, 3), (2, 3), (5, 2), (1, 4), (6, 1), (1, 1), (8, 8)]:
        A, x, y = rng.standard_normal((m, n)), rng.standard_normal(m), rng.standard_normal(n)
        for a, b, c in [(1, 1, 1), (1e-96, 1e-96, 1e-96), (1e98, 1e98, 1e98), (1e9, 1e-9, 1e-7)]:
            expected = reference.bilinear(a * A, b * x, c * y)
            terms = abs(b * x) @ abs(a * A) @ abs(c * y)
            value = bilinear(a * A, b * x, c * y)
            assert_close(
                value, expected, scale=terms, what=f"bilinear(A, x, y), A of shape {m, n},"
            )


# %% tags=["check", "hidden"] points=0.25 hint="Let only the last axis of x and y take part in the sums; the axes before it are the caller's."
def broadcasts_the_leading_axes(bilinear):
    """Batches of x alone, of y alone, of both, and of different depth broadcast."""
    import numpy as np
    from mathtx_ref import bilinear as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(102)
    batches = [((5,), (5,)), ((5,), ()), ((), (5,)), ((1,), (1,)), ((2, 3), (2, 3)), ((3,), (2, 3))]
    batches += [((5, 1), (4,)), ((5, 1), (1, 4)), ((1,), (4,)), ((4,), (4,)), ((2, 1, 3), (4, 1))]
    for m, n in [(2, 3), (4, 4), (3, 1), (1, 5), (1, 1)]:
        A = rng.standard_normal((m, n))
        for left, right in batches:
            x, y = rng.standard_normal((*left, m)), rng.standard_normal((*right, n))
            expected = reference.bilinear(A, x, y)
            terms = reference.bilinear(abs(A), abs(x), abs(y))
            what = f"bilinear(A, x, y), A of shape {m, n}, x {x.shape}, y {y.shape},"
            assert_close(bilinear(A, x, y), expected, scale=terms, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="What is the largest number an int8 can hold? Convert before you multiply, not after."
def computes_in_float64_whatever_comes_in(bilinear):
    """Lists, small and large integers, float32 and arrays with any memory layout give the float64 value."""
    import numpy as np
    from mathtx_ref import bilinear as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(103)
    big = 10**9
    cases = {
        "int8": [np.full(s, 100, np.int8) for s in [(2, 3), (2,), (3,)]],
        "uint8": [np.full(s, 250, np.uint8) for s in [(2, 2), (2,), (2,)]],
        "a batch of int8": [np.full(s, -120, np.int8) for s in [(2, 3), (4, 2), (4, 3)]],
        "lists of integers": [[[big, 2 * big], [big, big]], [big, 3 * big], [big, big]],
        "tuples": [((1.5, 2.0), (0.1, 4.0), (7.0, 0.3)), (1.0, 2.0, 0.7), (3, 0.1)],
        "nested lists": [[[1, 2], [3, 4]], [[1, 0.1], [2, 0.3]], [[5, 6], [7, 8]]],
        "float32": [rng.standard_normal(s).astype(np.float32) for s in [(3, 4), (3,), (4,)]],
        "float32 only for A": [np.float32([[0.1, 0.7]]), np.array([0.3]), np.array([0.9, 0.2])],
        "strided": [rng.standard_normal((6, 8))[::2, ::-2], rng.standard_normal(6)[::2], rng.standard_normal(4)[::-1]],
        "column order": [rng.standard_normal((4, 3)).T, rng.standard_normal((3, 5)).T, rng.standard_normal(4)],
    }  # fmt: skip
    read_only = [rng.standard_normal(s) for s in [(3, 4), (2, 3), (2, 4)]]
    for array in read_only:
        array.setflags(write=False)
    cases["read-only"] = read_only
    for name, (A, x, y) in cases.items():
        expected = reference.bilinear(A, x, y)
        terms = reference.bilinear(*(np.abs(np.asarray(a, dtype=float)) for a in (A, x, y)))
        assert_close(bilinear(A, x, y), expected, scale=terms, what=f"the value for {name}")


# %% tags=["check", "hidden"] points=0.25 hint="numpy stretches axes of length 1 without a word. Which shapes do you have to compare yourself?"
def refuses_shapes_that_do_not_fit(bilinear):
    """Shapes that do not fit raise ValueError, and shapes that fit do not."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    A = np.ones((2, 3))
    assert_close(bilinear(A, np.ones(2), np.ones(3)), 6.0, what="bilinear of shapes that fit")
    shapes = [
        ((3,), (2,)),  # x and y have changed places
        ((3,), (3,)),
        ((2,), (2,)),
        ((2,), (4,)),
        ((1,), (3,)),  # numpy would stretch these
        ((2,), (1,)),
        ((5, 1), (5, 3)),
        ((5, 2), (5, 1)),
        ((5, 2), (4, 3)),  # five x, four y
        ((2, 5, 2), (3, 5, 3)),
        ((5, 2), (5, 2)),
        ((2, 1), (3,)),  # columns are no vectors, and the columns of a matrix no batch
        ((2,), (3, 1)),
        ((2, 5), (5, 3)),
        ((5, 2), (3, 5)),
        ((), (3,)),  # numbers are no vectors
        ((2,), ()),
    ]
    shapes = [((2, 3), left, right) for left, right in shapes]
    shapes += [((1, 3), (), (3,)), ((2, 1), (2,), ()), ((1, 1), (), ())]
    shapes += [((2,), (2,), (2,)), ((2,), (1,), (2,)), ((), (1,), (1,))]  # A is no matrix
    shapes += [((2, 2, 2), (2,), (2,)), ((1, 2, 2), (2,), (2,))]
    for matrix, left, right in shapes:
        what = f"bilinear of A {matrix}, x {left}, y {right}"
        arguments = np.ones(matrix), np.ones(left), np.ones(right)
        assert_raises_value_error(bilinear, *arguments, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="One NaN anywhere spoils the value quietly. Ask np.isfinite about every argument."
def refuses_nan_and_infinity(bilinear):
    """NaN or infinity in A, x or y raises ValueError, and finite numbers do not."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    value = bilinear(np.ones((2, 3)), np.ones(2), np.ones(3))
    assert_close(value, 6.0, what="bilinear of finite numbers")
    for bad in (np.nan, np.inf, -np.inf):
        for spoilt in range(3):
            arguments = [np.ones((2, 3)), np.ones(2), np.ones(3)]
            arguments[spoilt][..., -1] = bad
            what = f"bilinear with {bad} in argument {spoilt + 1}"
            assert_raises_value_error(bilinear, *arguments, what=what)
    x = np.ones((4, 2))
    x[2, 1] = np.nan
    what = "bilinear with NaN in one x of a batch"
    assert_raises_value_error(bilinear, np.zeros((2, 3)), x, np.ones((4, 3)), what=what)


# %% tags=["check", "hidden"] points=0.25 hint="np.asarray makes no copy when there is nothing to convert, and x *= 2 writes into the caller's array."
def leaves_its_arguments_unchanged(bilinear):
    """The value is right, and A, x and y are afterwards as they were before."""
    import numpy as np
    from mathtx_ref import bilinear as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(104)
    for batch in [(), (4,)]:
        A, x, y = (rng.standard_normal(s) for s in [(3, 2), (*batch, 3), (*batch, 2)])
        expected = reference.bilinear(A, x, y)
        terms = reference.bilinear(abs(A), abs(x), abs(y))
        value = assert_unchanged(bilinear, A, x, y, what="bilinear")
        assert_close(value, expected, scale=terms, what="bilinear(A, x, y)")
    arguments = [[1.0, 2.0], [3.0, 4.0]], [5.0, 6.0], [7.0, 8.0]
    assert_unchanged(bilinear, *arguments, what="bilinear with lists")
