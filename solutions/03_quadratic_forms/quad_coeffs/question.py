# %% [markdown]
# ### 1. The polynomial in the matrix
#
# Put the same vector into both places of a bilinear form:
#
# $$Q(x)=\langle x,x\rangle=\sum_{i,j}a_{ij}\,x_ix_j=x^\top A\,x .$$
#
# The notes say that *the coefficient of any term, say $x_ix_j$, is stored in position $(i,j)$ of $A$*. Try it on
#
# $$A=\begin{pmatrix}1&5\\1&3\end{pmatrix},\qquad x=(1,1):\qquad x^\top A\,x=1+5+1+3=10 .$$
#
# With the coefficients $1$ of $x_1^2$, $5$ of $x_1x_2$ and $3$ of $x_2^2$ the polynomial would give $9$.
# One number got lost: $x_1x_2$ and $x_2x_1$ are the same term, and the sum over all $i,j$ meets it twice.
# The sentence holds for $i=j$ only. Here $Q(x)=x_1^2+6\,x_1x_2+3\,x_2^2$.
#
# **Your task.** Read the coefficients of the polynomial off the matrix, each term written once:
#
# $$Q(x)=\sum_{i\le j}c_{ij}\,x_ix_j .$$


# %% tags=["answer"]
def quad_coeffs(A):
    """The coefficients of the polynomial Q(x) = xᵀAx = Σ_{i≤j} c_ij x_i x_j.

    A: a matrix of shape (n, n), symmetric or not.
    It is array-like: compute in float64, do not change it.

    Returns an array C of shape (n, n): c_ij in place (i, j) for i ≤ j, and 0 below the diagonal.

    Raises ValueError when A is not a square matrix with exactly two axes, and when it holds NaN or
    infinity.
    """
    # BEGIN SOLUTION
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError(f"A {A.shape} must be a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("A must be finite")
    # The entry below the diagonal belongs to the same term as its mirror image above.
    return np.triu(A) + np.tril(A, -1).T
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="Multiply out x^T A x for two variables: how often does the product x_1 x_2 appear, and with which factors?"
def finds_the_6_of_the_example(quad_coeffs):
    """The polynomial of [[1, 5], [1, 3]] is x₁² + 6x₁x₂ + 3x₂²."""
    import numpy as np

    C = quad_coeffs([[1, 5], [1, 3]])
    wanted = np.array([[1, 6], [0, 3]])
    said = f"quad_coeffs([[1, 5], [1, 3]]) returned\n{C}\nexpected\n{wanted}"
    assert np.shape(C) == (2, 2), f"{said}\nof shape (2, 2), not {np.shape(C)}"
    assert np.allclose(C, wanted), said


# %% tags=["check", "hidden"] points=0.25 hint="Compare Q(x) with the sum of c_ij x_i x_j at a random x. Is the diagonal counted once, are the mixed terms complete, and is nothing left below the diagonal?"
def gives_the_coefficients_of_any_form(quad_coeffs):
    """The coefficients are right for every size, symmetric or not, with entries of any magnitude, and 0 below the diagonal."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3101)
    cases = {"the zero matrix": np.zeros((3, 3)), "a single number": np.array([[-2.5]])}
    for n in (2, 3, 4, 7):
        A = rng.standard_normal((n, n))
        cases |= {
            f"a random matrix, n = {n},": A,
            f"a symmetric matrix, n = {n},": A + A.T,
            f"an antisymmetric matrix, n = {n},": A - A.T,
            f"an upper triangular matrix, n = {n},": np.triu(A),
            f"a lower triangular matrix, n = {n},": np.tril(A),
            f"a tiny matrix, n = {n},": 1e-95 * A,
            f"a huge matrix, n = {n},": 1e95 * A,
        }
    sizes = 10.0 ** rng.integers(-40, 40, (5, 5))
    cases["entries of very different size"] = sizes * rng.choice([-1, 1], (5, 5)) * (1 - np.eye(5))
    for name, A in cases.items():
        expected = reference.quad_coeffs(A)
        d = abs(np.diag(A))
        terms = np.triu(abs(A) + abs(A.T) + d + d[:, None])  # whatever Q(e_i + e_j) adds up
        assert_close(quad_coeffs(A), expected, scale=terms, what=f"the coefficients of {name}")


# %% tags=["check", "hidden"] points=0.25 hint="100 + 100 does not fit into an int8, and np.asarray makes no copy of a float64 array: whose entries does += change?"
def reads_any_numbers_and_leaves_them_unchanged(quad_coeffs):
    """Integers, float32, lists and read-only arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(3102)
    fixed = rng.standard_normal((3, 3))
    fixed.setflags(write=False)
    cases = {
        "float64": rng.standard_normal((4, 4)),
        "int8": np.array([[100, 100, -128], [100, 120, 90], [-128, 90, 127]], np.int8),
        "uint8": np.array([[200, 250], [250, 200]], np.uint8),
        "lists of integers": [[1, 2, 3], [4, 5, 6], [7, 8, 9]],
        "lists with fractions": [[1.5, 2], [0.25, 0.1]],
        "tuples": ((1, 10**15 + 1), (10**15, 3)),
        "float32": rng.standard_normal((3, 3)).astype(np.float32),
        "float32 whose sum is none": np.float32([[0.5, 1.0], [0.1, 0.7]]),
        "read-only": fixed,
        "strided": rng.standard_normal((6, 8))[::2, ::-3],
        "column order": rng.standard_normal((4, 4)).T,
    }
    for name, A in cases.items():
        expected = reference.quad_coeffs(A)
        a = abs(np.asarray(A, dtype=float))
        d = np.diag(a)
        terms = np.triu(a + a.T + d + d[:, None])
        C = assert_unchanged(quad_coeffs, A, what=f"quad_coeffs with {name}")
        assert_close(C, expected, scale=terms, what=f"the coefficients for {name}")


# %% tags=["check", "hidden"] points=0.25 hint="A quadratic form puts the same x on both sides. Which shapes of A allow that? And look at the entries below the diagonal too before you trust them."
def refuses_what_is_no_square_matrix(quad_coeffs):
    """A matrix that is not square, another number of axes, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    C = quad_coeffs(np.eye(3))
    assert_close(C, np.eye(3), what="quad_coeffs of the identity")
    for shape in [(2, 3), (3, 2), (1, 3), (3, 1), (3,), (), (2, 2, 2), (1, 2, 2)]:
        what = f"quad_coeffs of an array of shape {shape}"
        assert_raises_value_error(quad_coeffs, np.ones(shape), what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for i, j in [(0, 0), (0, 2), (2, 1)]:
            A = np.ones((3, 3))
            A[i, j] = bad
            what = f"quad_coeffs with {bad} in place ({i + 1}, {j + 1})"
            assert_raises_value_error(quad_coeffs, A, what=what)
