# %% [markdown]
# ### 2. And back: one polynomial, one symmetric matrix
#
# The way back is not unique. The polynomial $x_1^2+6\,x_1x_2+3\,x_2^2$ belongs to
#
# $$\begin{pmatrix}1&5\\1&3\end{pmatrix},\qquad\begin{pmatrix}1&6\\0&3\end{pmatrix},\qquad\begin{pmatrix}1&3\\3&3\end{pmatrix},\qquad\begin{pmatrix}1&106\\-100&3\end{pmatrix},\ \dots$$
#
# You can move any amount from $a_{ij}$ to $a_{ji}$, and $Q$ does not notice: an antisymmetric $K$ gives $x^\top Kx=0$ for all $x$.
# So $Q$ does not determine $A$. But exactly one of these matrices is **symmetric**, and it is the one that people mean when they say *the* matrix of $Q$: everything that follows is about it.
#
# **Your task.** Find the symmetric matrix of a polynomial whose coefficients are given as in question 1.


# %% tags=["answer"]
def matrix_from_coeffs(C):
    """The symmetric matrix S with xᵀSx = Σ_{i≤j} c_ij x_i x_j.

    C: an array of shape (n, n). Only the entries on and above the diagonal count; below it there may
       stand any finite numbers, which are ignored.
    It is array-like: compute in float64, do not change it.

    Returns an array of shape (n, n), symmetric.

    Raises ValueError when C is not a square matrix with exactly two axes, and when an entry on or
    above the diagonal is NaN or infinity.
    """
    # BEGIN SOLUTION
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError(f"C {C.shape} must be a square matrix")
    upper = np.triu(C)
    if not np.isfinite(upper).all():
        raise ValueError("C must be finite")
    # The diagonal meets itself and is halved once too often: the sum puts it right.
    return (upper + upper.T) / 2
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="The 6 of x_1 x_2 is shared by the places (1, 2) and (2, 1). Does the coefficient of x_1^2 share its place with anyone?"
def finds_the_symmetric_matrix_of_the_example(matrix_from_coeffs):
    """x₁² + 6x₁x₂ + 3x₂² has the symmetric matrix [[1, 3], [3, 3]]."""
    import numpy as np

    S = matrix_from_coeffs([[1, 6], [0, 3]])
    wanted = np.array([[1, 3], [3, 3]])
    said = f"matrix_from_coeffs([[1, 6], [0, 3]]) returned\n{S}\nexpected\n{wanted}"
    assert np.shape(S) == (2, 2), f"{said}\nof shape (2, 2), not {np.shape(S)}"
    assert np.allclose(S, wanted), said


# %% tags=["check", "hidden"] points=0.25 hint="Put your S into question 1: quad_coeffs must give C back. Which entries are halved, and which are not?"
def gives_the_matrix_of_any_polynomial(matrix_from_coeffs):
    """The matrix is right for every number of variables and for coefficients of any magnitude."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3201)
    cases = {"the zero polynomial": np.zeros((3, 3)), "a single number": np.array([[-2.5]])}
    for n in (2, 3, 4, 7):
        for size in (1.0, 1e-95, 1e95):
            cases[f"{n} variables, size {size},"] = np.triu(size * rng.standard_normal((n, n)))
        cases[f"{n} variables, mixed terms only,"] = np.triu(rng.standard_normal((n, n)), 1)
        cases[f"{n} variables, squares only,"] = np.diag(rng.standard_normal(n))
    sizes = 10.0 ** rng.integers(-40, 40, (5, 5))
    cases["coefficients of very different size"] = np.triu(sizes)
    for name, C in cases.items():
        expected = reference.matrix_from_coeffs(C)
        assert_close(matrix_from_coeffs(C), expected, what=f"the matrix for {name}")


# %% tags=["check", "hidden"] points=0.25 hint="C + C.T adds what stands below the diagonal to what stands above. Which function keeps the upper part only?"
def ignores_what_stands_below_the_diagonal(matrix_from_coeffs):
    """Numbers below the diagonal of C make no difference."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3202)
    for n in (2, 3, 6):
        C = np.triu(rng.standard_normal((n, n)))
        C[0, -1] = C[-1, -1] = 0.0
        expected = reference.matrix_from_coeffs(C)
        for name, below in [
            ("random numbers", rng.standard_normal((n, n))),
            ("the mirror image of C", C.T),
            ("the negative mirror image of C", -C.T),
            ("huge numbers", np.full((n, n), 1e90)),
        ]:
            what = f"the matrix with {name} below the diagonal, n = {n},"
            assert_close(matrix_from_coeffs(C + np.tril(below, -1)), expected, what=what)


# %% tags=["check", "hidden"] points=0.125 hint="The half of 7 is 3.5, also when the 7 came as an integer. And whose array do you clear below the diagonal?"
def reads_any_numbers_and_leaves_them_unchanged(matrix_from_coeffs):
    """Integers, float32, lists and read-only arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(3203)
    fixed = rng.standard_normal((3, 3))
    fixed.setflags(write=False)
    cases = {
        "float64": rng.standard_normal((4, 4)),
        "int8": np.array([[100, 7, -128], [5, 120, 99], [6, 8, 127]], np.int8),
        "uint8": np.array([[200, 251], [3, 200]], np.uint8),
        "lists of odd integers": [[1, 3, 5], [0, 7, 9], [0, 0, 11]],
        "tuples": ((1.5, 2), (0, 0.1)),
        "float32": rng.standard_normal((3, 3)).astype(np.float32),
        "read-only": fixed,
        "strided": rng.standard_normal((6, 8))[::2, ::-3],
        "column order": rng.standard_normal((4, 4)).T,
    }
    for name, C in cases.items():
        expected = reference.matrix_from_coeffs(C)
        S = assert_unchanged(matrix_from_coeffs, C, what=f"matrix_from_coeffs with {name}")
        assert_close(S, expected, what=f"the matrix for {name}")


# %% tags=["check", "hidden"] points=0.125 hint="Which shapes can hold the coefficients of a polynomial in n variables? And one NaN spoils every value of Q."
def refuses_what_is_no_square_array(matrix_from_coeffs):
    """An array that is not square, another number of axes, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    S = matrix_from_coeffs(np.eye(3))
    assert_close(S, np.eye(3), what="matrix_from_coeffs of the identity")
    for shape in [(2, 3), (3, 2), (1, 3), (3, 1), (3,), (), (2, 2, 2), (1, 2, 2)]:
        what = f"matrix_from_coeffs of an array of shape {shape}"
        assert_raises_value_error(matrix_from_coeffs, np.ones(shape), what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for i, j in [(0, 0), (0, 2), (1, 2), (2, 2)]:
            C = np.triu(np.ones((3, 3)))
            C[i, j] = bad
            what = f"matrix_from_coeffs with {bad} in place ({i + 1}, {j + 1})"
            assert_raises_value_error(matrix_from_coeffs, C, what=what)
