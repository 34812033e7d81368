# %% [markdown]
# ### 5. The other eigenvalues
#
# $\lambda_1$ is the top of the form on the unit sphere and $\lambda_n$ the bottom. What do the ones between them say about $Q$? That is the question after this one, and it needs a small tool first:
# the $k$-th largest eigenvalue of a **symmetric** matrix, $\lambda_1\ge\lambda_2\ge\dots\ge\lambda_n$.
#
# Three things go wrong easily. numpy counts from $0$ and begins with the smallest. *Largest* means most to the right on the number line: for $\mathrm{diag}(1,-5)$ it is $\lambda_1=1$ and $\lambda_2=-5$. And an eigenvalue that appears twice has two numbers: for $\mathrm{diag}(2,2,1)$ it is $\lambda_1=\lambda_2=2$, $\lambda_3=1$.
#
# After question 4 you could take the symmetric part of whatever comes in. Here you should not: whoever asks for the eigenvalues of a matrix that is not symmetric has made a mistake, and wants to hear about it. So decide about symmetry as in notebook 2, relative to the size of $A$.
#
# **Your task.** Return $\lambda_k$.


# %% tags=["answer"]
def lambda_k(A, k):
    """λ_k, the k-th largest eigenvalue of the symmetric matrix A; k counts from 1.

    A: a symmetric matrix of shape (n, n), array-like: compute in float64, do not change it.
    k: an integer (Python's or numpy's) from 1 to n.

    Returns one number. An eigenvalue of multiplicity r is counted r times. Errors of 1e-9 times the
    largest |a_ij| are accepted.

    Raises ValueError when A is not a square matrix with exactly two axes, when it holds NaN or
    infinity, when it is not symmetric, and when k is below 1, above n, or no integer (1.5).
    A counts as symmetric when ‖A − Aᵀ‖ ≤ 1e-12·‖A‖, with ‖·‖ the root of the sum of squares of all
    entries (np.linalg.norm). So a difference in the last digit is forgiven, and the zero matrix is
    symmetric; 1e-90·[[1, 2], [3, 4]] is not.
    """
    # BEGIN SOLUTION
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError(f"A {A.shape} must be a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("A must be finite")
    if np.linalg.norm(A - A.T) > 1e-12 * np.linalg.norm(A):
        raise ValueError("A must be symmetric")
    if not isinstance(k, (int, np.integer)) or not 1 <= k <= len(A):
        raise ValueError(f"k must be an integer from 1 to {len(A)}, not {k}")
    # eigvalsh sorts ascending: the largest is the last, the k-th largest the k-th from the end.
    return np.linalg.eigvalsh(A)[-k]
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="The eigenvalues of this matrix are 3 and 1. Which one is number 1 in the lecture, and which one does numpy put first?"
def numbers_the_eigenvalues_of_the_example(lambda_k):
    """For [[2, 1], [1, 2]] λ₁ = 3 and λ₂ = 1."""
    import numpy as np

    for k, wanted in [(1, 3), (2, 1)]:
        value = lambda_k([[2, 1], [1, 2]], k)
        said = f"lambda_k([[2, 1], [1, 2]], {k}) returned {value}, expected {wanted}"
        assert value is not None and np.shape(value) == (), f"{said}, one number"
        assert abs(value - wanted) < 1e-8, said


# %% tags=["check", "hidden"] points=0.25 hint="Sort by value, not by size: where does -5 stand among 1, -5 and 2? And an eigenvalue that appears twice takes two numbers."
def finds_every_eigenvalue(lambda_k):
    """Every λ_k is right: with negative ones, with multiple ones, for the zero matrix and a single number."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3502)
    turn, _ = np.linalg.qr(rng.standard_normal((4, 4)))
    cases = {
        "diag(1, -5)": np.diag([1.0, -5.0]),
        "diag(1, -5, 2)": np.diag([1.0, -5.0, 2.0]),
        "diag(2, 1, 2)": np.diag([2.0, 1.0, 2.0]),
        "diag(-1, -3, -2, -3)": np.diag([-1.0, -3.0, -2.0, -3.0]),
        "the identity": np.eye(3),
        "the zero matrix": np.zeros((2, 2)),
        "the number -2": np.array([[-2.0]]),
        "[[0, 1], [1, 0]]": np.array([[0.0, 1.0], [1.0, 0.0]]),
        "eigenvalues 2, 1, -1, -2 in skewed directions": turn
        @ np.diag([2.0, 1.0, -1.0, -2.0])
        @ turn.T,
        "a double eigenvalue in skewed directions": turn @ np.diag([3.0, 3.0, -1.0, -4.0]) @ turn.T,
    }
    for n in (2, 3, 5, 8):
        A = rng.standard_normal((n, n))
        cases[f"a random matrix, n = {n},"] = A + A.T
    for name, A in cases.items():
        for k in range(1, len(A) + 1):
            expected = reference.lambda_k(A, k)
            what = f"lambda_k(A, {k}) for {name}"
            assert_close(lambda_k(A, k), expected, rtol=1e-9, scale=abs(A).max(), what=what)


# %% tags=["check", "hidden"] points=0.125 hint="Rounding leaves a difference in the last digit, and an honest error is much larger. Compare the difference with the size of A, whatever that is: np.allclose has an absolute tolerance too."
def wants_a_symmetric_matrix(lambda_k):
    """Matrices that are not symmetric raise ValueError, tiny ones too; a difference in the last digit is forgiven."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    rng = np.random.default_rng(3503)
    B = rng.standard_normal((4, 4))
    S = B + B.T
    slightly = S.copy()
    slightly[0, 3] += 1e-10 * abs(S).max()
    below = np.eye(3) + np.diag([1.0, 2.0], -1)
    cases = {
        "[[1, 2], [3, 4]]": np.array([[1.0, 2.0], [3.0, 4.0]]),
        "an antisymmetric matrix": B - B.T,
        "a lower triangle": below,
        "an upper triangle": below.T,
        "a random matrix": B,
        "a matrix whose first row is its first column": np.array(
            [[1.0, 2.0, 3.0], [2.0, 4.0, 5.0], [3.0, 6.0, 7.0]]
        ),
        "a symmetric matrix with one entry off by 1e-10": slightly,
        "[[1, 1 + 6e-12], [1, 1]]": np.array([[1.0, 1.0 + 6e-12], [1.0, 1.0]]),
    }
    for name, A in cases.items():
        for size in (1.0, 2.0**-300, 2.0**300):  # 5e-91 and 2e90
            what = f"lambda_k of {name}, times {size:g},"
            assert_raises_value_error(lambda_k, size * A, 1, what=what)
    A = np.float32([[1.0, 1.0 + 1e-6], [1.0, 3.0]])  # the rule is the same for float32
    assert_raises_value_error(lambda_k, A, 1, what="lambda_k of a float32 matrix off by 1e-6")
    # What the rule forgives: the size of the whole matrix counts, not that of the two entries.
    for A, wanted in [
        ([[1.0, 1.0 + 2e-13], [1.0, 1.0]], 2.0),
        ([[1.0, 1e-20], [0.0, 3.0]], 3.0),
    ]:
        assert_close(lambda_k(A, 1), wanted, rtol=1e-9, what=f"lambda_k(A, 1) for A = {A}")
    # Off by one unit in the last place; symmetric up to that.
    for size in (1.0, 1e8, 1e-90, 1e90):
        A = size * S
        A[0, 1] = np.nextafter(A[0, 1], np.inf)
        A[3, 2] = np.nextafter(A[3, 2], -np.inf)
        for k in (1, 3):
            expected = reference.lambda_k(A, k)
            what = f"lambda_k(A, {k}) for a matrix that is symmetric up to rounding"
            assert_close(lambda_k(A, k), expected, rtol=1e-9, scale=abs(A).max(), what=what)


# %% tags=["check", "hidden"] points=0.125 hint="In Python a negative index counts from the other end and says nothing. Which k are there?"
def refuses_numbers_that_no_eigenvalue_has(lambda_k):
    """k below 1, above n or not an integer raises ValueError; numpy's integers are integers."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    for n in (1, 3):
        A = np.diag(np.arange(1.0, n + 1))
        for k in (0, -1, -n, n + 1, 2 * n + 3, 1.5, 0.5, n + 0.5, np.float64(1.5), np.float32(1.5)):
            what = f"lambda_k(A, {k}) of a matrix of shape {A.shape}"
            assert_raises_value_error(lambda_k, A, k, what=what)
    for kind in (np.int64, np.int32):
        for k, wanted in [(1, 3.0), (3, 1.0)]:
            value = lambda_k(np.diag([2.0, 3.0, 1.0]), kind(k))
            assert_close(value, wanted, rtol=1e-9, what=f"lambda_k(A, {kind.__name__}({k}))")


# %% tags=["check", "hidden"] points=0.125 hint="Convert to float64 before you compute. A tiny matrix has tiny eigenvalues, and they are not 0."
def reads_any_numbers_and_leaves_them_unchanged(lambda_k):
    """Integers, float32, lists, tiny, huge and read-only arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(3505)
    B = rng.standard_normal((6, 6))
    S = B + B.T
    fixed = S[:3, :3].copy()
    fixed.setflags(write=False)
    cases = {
        "float64": S.copy(),
        "int8": np.array([[100, -120], [-120, 127]], np.int8),
        "uint8": np.array([[200, 250], [250, 3]], np.uint8),
        "lists of integers": [[10**9, 2], [2, 7]],
        "lists with fractions": [[0.5, 2], [2, 0.1]],
        "float32": S.astype(np.float32),
        "read-only": fixed,
        "strided": S[::2, ::2],
        "a tiny matrix": 1e-95 * S,
        "a huge matrix": 1e95 * S,
    }
    for name, A in cases.items():
        n = len(A)
        for k in (1, n):
            expected = reference.lambda_k(A, k)
            scale = abs(np.asarray(A, dtype=float)).max()
            value = assert_unchanged(lambda_k, A, k, what=f"lambda_k with {name}")
            what = f"lambda_k(A, {k}) for {name}"
            assert_close(value, expected, rtol=1e-9, scale=scale, what=what)


# %% tags=["check", "hidden"] points=0.125 hint="NaN > tolerance is False, so a comparison alone lets NaN through, and eigvalsh says nothing. A stack of matrices is no matrix."
def refuses_what_is_no_square_matrix(lambda_k):
    """A matrix that is not square, another number of axes, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    assert_close(lambda_k(np.eye(3), 1), 1.0, rtol=1e-4, what="lambda_k of the identity")
    for shape in [(2, 3), (3, 2), (1, 3), (3, 1), (3,), (), (2, 2, 2), (1, 2, 2)]:
        what = f"lambda_k of an array of shape {shape}"
        assert_raises_value_error(lambda_k, np.ones(shape), 1, what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for i, j in [(0, 0), (0, 2), (2, 1)]:
            A = np.eye(3)
            A[i, j] = bad
            what = f"lambda_k with {bad} in place ({i + 1}, {j + 1})"
            assert_raises_value_error(lambda_k, A, 1, what=what)
            A[j, i] = bad
            what = f"lambda_k with {bad} in places ({i + 1}, {j + 1}) and ({j + 1}, {i + 1})"
            assert_raises_value_error(lambda_k, A, 1, what=what)
