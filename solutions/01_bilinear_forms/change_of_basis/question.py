# %% [markdown]
# ### 5. The same form in another basis
#
# The matrix belongs to the form *and to the basis*. Take a new basis and put its vectors, written in the old one, into the columns of a matrix $P$.
# A vector with the new coordinates $x'$ has the old coordinates $x=Px'$. Insert this for both vectors:
#
# $$x^\top A\,y=(Px')^\top A\,(Py')=x'^\top\,\big(P^\top AP\big)\,y' .$$
#
# So the same form has the matrix $A'=P^\top AP$ in the new basis. This is called *congruence*.
#
# Do not mix it up with $P^{-1}AP$, the change of basis of a *linear map*: that one takes a vector and returns a vector; a form takes two vectors and returns a number. The two agree when $P$ is orthogonal ($P^\top=P^{-1}$), so an orthogonal $P$ is a poor test of your formula.
#
# What does the form keep? The rank, and for a symmetric form the number of positive, negative and zero eigenvalues (Sylvester's law of inertia). The eigenvalues themselves are *not* a property of the form: the cell below the checks shows it.
#
# **Your task.** Return $P^\top AP$, and refuse a $P$ whose columns are no basis.


# %% tags=["answer"]
def change_of_basis(A, P):
    """The matrix PᵀAP of the form xᵀAy in the basis of the columns of P: x = Px', y = Py'.

    A: a matrix of shape (n, n).   P: a matrix of shape (n, n), invertible.
    Both are array-like: compute in float64, change neither.

    Returns an array of shape (n, n).

    Raises ValueError when A or P is not a square matrix (a P with more rows than columns is no basis
    either, even if its columns are independent), when they differ in size, when one of them holds NaN
    or infinity, and when P is singular. Decide about singular relative to the size of P: 1e-100 times
    a basis is a basis, and [[1, 2, 3], [4, 5, 6], [7, 8, 9]] is none, although rounding may hide it.
    Nothing in between is asked for: P is either exactly singular, or the ratio of its largest to its
    smallest singular value (its condition number) is at most 1e6.
    """
    # BEGIN SOLUTION
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError(f"A {A.shape} and P {P.shape} must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("A and P must be finite")
    # matrix_rank compares the singular values with the largest one: the size of P plays no role.
    if np.linalg.matrix_rank(P) < len(P):
        raise ValueError("P is singular: its columns are no basis")
    return P.T @ A @ P
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="Put x = P x' and y = P y' into x^T A y and collect what stands between x' and y'."
def gives_the_matrix_in_the_new_basis(change_of_basis):
    """In the basis (1, 0), (1, 1) the form with matrix [[1, 2], [3, 4]] has the matrix [[1, 3], [4, 10]]."""
    import numpy as np

    value = change_of_basis([[1, 2], [3, 4]], [[1, 1], [0, 1]])
    wanted = np.array([[1, 3], [4, 10]])
    call = "change_of_basis([[1, 2], [3, 4]], [[1, 1], [0, 1]])"
    said = f"{call} returned\n{value}\nexpected\n{wanted}"
    assert np.shape(value) == (2, 2), f"{said}\nof shape (2, 2), not {np.shape(value)}"
    assert np.allclose(value, wanted), said


# %% tags=["check", "hidden"] points=0.5 hint="Take new coordinates x' and y', evaluate the form with your A', and compare with the old form at P x' and P y'."
def describes_the_same_form(change_of_basis):
    """x'ᵀA'y' = (Px')ᵀA(Py') for bases that are not orthogonal, and A' = PᵀAP."""
    import numpy as np
    from mathtx_ref import bilinear as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(501)
    for n in (1, 2, 3, 5):
        A = rng.standard_normal((n, n))
        P = np.triu(rng.standard_normal((n, n)), 1) + np.diag(2.0 + rng.random(n))
        P = P[:, ::-1] if n > 2 else P  # neither triangular nor orthogonal
        if n == 1:
            P = -P
        for matrix in (A, A + A.T, A - A.T, np.zeros((n, n)), np.diag(np.arange(float(n)))):
            expected = reference.change_of_basis(matrix, P)
            terms = (abs(P).T @ abs(matrix) @ abs(P)).max()
            value = change_of_basis(matrix, P)
            assert_close(value, expected, scale=terms, what=f"change_of_basis(A, P), n = {n},")


# %% tags=["check", "hidden"] points=0.25 hint="A determinant near 0 does not mean a bad basis: multiply P by 1e-9 and watch. What does not change when P is scaled?"
def accepts_small_large_and_skewed_bases(change_of_basis):
    """A basis of very short, very long or very unequal vectors is a basis."""
    import numpy as np
    from mathtx_ref import bilinear as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(502)
    A = rng.standard_normal((3, 3))
    basis = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, -1.0], [1.0, 0.0, 3.0]])
    wide = 1e-3 * np.eye(8) + 1e-4 * np.triu(np.ones((8, 8)), 1)
    left, right = (np.linalg.qr(rng.standard_normal((6, 6)))[0] for _ in range(2))
    skewed = left @ np.diag([1.0, 1.0, 1e-2, 1e-5, 2e-6, 2e-6]) @ right
    cases = {
        "1e-9 times a basis": (A, 1e-9 * basis),
        "1e9 times a basis": (A, 1e9 * basis),
        "1e-98 times a basis": (1e98 * A, 1e-98 * basis),
        "1e98 times a basis": (1e-98 * A, 1e98 * basis),
        "two vectors that change places": (A[:2, :2], np.array([[0.0, 1.0], [1.0, 0.0]])),
        "a short vector in it": (A, np.diag([1.0, 1.0, 1e-6])),
        "nearly parallel vectors": (A, np.array([[1.0, 1.0, 0.0], [0.0, 1e-5, 0.0], [0.0, 0.0, 1.0]])),
        "eight short vectors": (rng.standard_normal((8, 8)), wide),
        "a long vector and three short ones": (rng.standard_normal((4, 4)), np.diag([1.0, 2e-6, 2e-6, 2e-6])),
        "six skewed vectors": (rng.standard_normal((6, 6)), skewed),
        "a negative number": ([[2.0]], [[-1e-6]]),
    }  # fmt: skip
    for name, (matrix, P) in cases.items():
        expected = reference.change_of_basis(matrix, P)
        terms = (np.abs(P).T @ np.abs(matrix) @ np.abs(P)).max()
        assert_close(
            change_of_basis(matrix, P), expected, scale=terms, what=f"the matrix for {name}"
        )


# %% tags=["check", "hidden"] points=0.25 hint="np.linalg.inv and the determinant compare with exact zero, and rounding rarely leaves one. Which function asks for the rank?"
def refuses_a_singular_matrix(change_of_basis):
    """Columns that are no basis raise ValueError, however large or small they are, and a basis does not."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    value = change_of_basis([[1.0, 2.0], [2.0, 5.0]], [[0.0, 1.0], [1.0, 0.0]])
    assert_close(value, [[5.0, 2.0], [2.0, 1.0]], what="the matrix for a basis that changes places")
    rng = np.random.default_rng(503)
    low = rng.integers(-9, 10, (5, 3)).astype(float) @ rng.integers(-9, 10, (3, 5))
    cases = {
        "parallel columns": np.array([[1.0, 2.0], [2.0, 4.0]]),
        "the zero matrix": np.zeros((3, 3)),
        "the number 0": np.zeros((1, 1)),
        "1, 2, 3, …, 9": np.arange(1.0, 10.0).reshape(3, 3),
        "a column of zeros": np.array([[1.0, 0.0], [3.0, 0.0]]),
        "a repeated column": rng.standard_normal((4, 3))[:, [0, 1, 2, 0]],
        "rank 3 of 5": low,
        "a nilpotent matrix": np.array(
            [[6.0, 9.0], [-4.0, -6.0]]
        ),  # its eigenvalues come out as ±4e-8
    }
    for name, P in cases.items():
        for size in (1.0, 2.0**27, 2.0**-27, 2.0**-300):  # exact, so that P stays singular
            what = f"change_of_basis with P = {name}, times {size},"
            assert_raises_value_error(change_of_basis, np.eye(len(P)), size * P, what=what)
    for n in (3, 4, 5, 6, 7, 8):  # rounding hides the rank of integers in about every second one
        P = rng.integers(-9, 10, (n, n - 1)).astype(float) @ rng.integers(-9, 10, (n - 1, n))
        what = f"change_of_basis with P of rank {n - 1} of {n}"
        assert_raises_value_error(change_of_basis, np.eye(n), P, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="P^T A P exists for many shapes of P that are no change of basis. Compare the shapes yourself."
def refuses_shapes_that_do_not_fit(change_of_basis):
    """A or P not square, different in size or with the wrong number of axes, NaN and infinity raise ValueError, and nothing else does."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    value = change_of_basis([[1.0, 2.0], [2.0, 5.0]], [[0.0, 1.0], [1.0, 0.0]])
    assert_close(value, [[5.0, 2.0], [2.0, 1.0]], what="the matrix for shapes that fit")
    shapes = [
        ((3, 3), (3, 2)),
        ((3, 3), (2, 3)),
        ((3, 3), (2, 2)),
        ((2, 3), (3, 3)),
        ((3, 2), (3, 3)),
    ]
    shapes += [
        ((2, 3), (2, 3)),
        ((3, 3), (3, 1)),
        ((1, 1), (3, 3)),
        ((3, 3), (1, 1)),
        ((3,), (3, 3)),
    ]
    shapes += [((3, 3), (3,)), ((2, 3, 3), (3, 3)), ((3, 3), (2, 3, 3)), ((2, 3, 3), (2, 3, 3))]
    shapes += [((), ()), ((), (1, 1)), ((1, 1), ()), ((1, 1), (1,))]
    for left, right in shapes:
        A = np.ones(left)
        P = np.broadcast_to(np.eye(*right[-2:]) if len(right) > 1 else 1.0, right).copy()
        what = f"change_of_basis with A of shape {left} and P of shape {right}"
        assert_raises_value_error(change_of_basis, A, P, what=what)
    for bad in (np.nan, np.inf):
        for spoilt in range(2):
            arguments = [np.eye(3), np.eye(3)]
            arguments[spoilt][0, 1] = bad
            what = f"change_of_basis with {bad} in argument {spoilt + 1}"
            assert_raises_value_error(change_of_basis, *arguments, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Convert to float64 before you multiply, and write into no array that you were given."
def reads_any_numbers_and_leaves_them_unchanged(change_of_basis):
    """Integers, float32, lists and read-only arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import bilinear as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(504)
    P = np.array([[2.0, 1.0, 0.0], [0.0, 1.0, 1.0], [1.0, 0.0, 3.0]])
    fixed = P.copy()
    fixed.setflags(write=False)
    cases = {
        "float64": (rng.standard_normal((3, 3)), P.copy()),
        "int8": (np.full((2, 2), 100, np.int8), np.array([[100, 90], [-90, 100]], np.int8)),
        "lists": ([[10**9, 2], [3, -(10**9)]], [[10**6, 10**6], [0, 10**6]]),
        "float32": (rng.standard_normal((3, 3)).astype(np.float32), (0.1 * P).astype(np.float32)),
        "read-only": (fixed, fixed),
        "strided": (rng.standard_normal((6, 6))[::2, ::-2], P.T),
    }
    for name, (A, basis) in cases.items():
        expected = reference.change_of_basis(A, basis)
        left, right = (np.abs(np.asarray(a, dtype=float)) for a in (A, basis))
        value = assert_unchanged(change_of_basis, A, basis, what=f"change_of_basis with {name}")
        terms = (right.T @ left @ right).max()
        assert_close(value, expected, scale=terms, what=f"the matrix for {name}")


# %% tags=["figure"]
# One symmetric form in many bases: its eigenvalues move, their signs stay.
A = np.array([[2.0, 1.0], [1.0, -1.0]])
turns = np.linspace(0, 2, 41)
try:
    values = [np.linalg.eigvalsh(change_of_basis(A, [[1, t], [0.5, 1 + t]])) for t in turns]
    low, high = np.transpose(values)
    fig, ax = plt.subplots(figsize=(6.5, 3.6), layout="constrained")
    ax.plot(turns, high, color="#0072B2", linewidth=2, label="larger eigenvalue of PᵀAP")
    ax.plot(turns, low, color="#D55E00", linewidth=2, linestyle="--", label="smaller eigenvalue")
    ax.axhline(0, color="black", linewidth=0.8)
    ax.set(xlabel="t, where P = [[1, t], [½, 1 + t]]", ylabel="eigenvalue", yscale="symlog")
    ax.set_title("One form, many bases: only the signs are kept")
    ax.legend(frameon=False)
    plt.show()
except (NotImplementedError, NameError) as missing:
    print(f"This figure waits for an answer: {missing}")
