# %% [markdown]
# ### 2. Symmetric, up to rounding
#
# The lecture: *if $\langle w,v\rangle=\langle v,w\rangle$, the bilinear form is symmetric.* For the matrix, $A=A^\top$.
#
# On paper there is nothing to decide. In floating point there is: matrices come out of computations, and the two halves of a symmetric one are often computed in a different order. With
#
# $$P=\begin{pmatrix}1&0.1\\0.3&0.7\end{pmatrix},\qquad S=\begin{pmatrix}0.1&0.2\\0.2&0.3\end{pmatrix}$$
#
# $P^\top SP$ is symmetric, and the computed entries $(1,2)$ and $(2,1)$ may nevertheless differ by $3\cdot10^{-17}$ (that depends on your computer). So `A == A.T` is too strict. What about `np.allclose(A, A.T)`? Try it on $A=10^{-10}\begin{pmatrix}1&2\\3&4\end{pmatrix}$, which is no more symmetric than $\begin{pmatrix}1&2\\3&4\end{pmatrix}$:
#
# ```python
# A = 1e-10 * np.array([[1, 2], [3, 4]])
# np.allclose(A, A.T)      # True!
# ```
#
# `allclose` calls any two numbers equal that differ by less than `atol=1e-8`, whatever their size. And with `atol=0` it would compare entry by entry, so that $\begin{pmatrix}1&10^{-20}\\0&1\end{pmatrix}$ fails, although for this matrix $10^{-20}$ is nothing but rounding.
#
# The size that matters is the size of the *matrix*. With the Frobenius norm $\|A\|_F=\sqrt{\sum_{ij}a_{ij}^2}$:
#
# $$A\text{ counts as symmetric}\iff\|A-A^\top\|_F\le\mathtt{rtol}\cdot\|A\|_F .$$
#
# **Your task.** Decide it.


# %% tags=["answer"]
def is_symmetric(A, rtol=1e-12):
    """Whether A is symmetric up to rounding: ‖A − Aᵀ‖_F ≤ rtol·‖A‖_F (Frobenius norms).

    A: a matrix of shape (n, n), array-like: compute in float64, do not change it.
    rtol: a number ≥ 0, the tolerance relative to the size of A.

    Returns True or False. The zero matrix is symmetric, a 1×1 matrix always is. The checks ask about
    clear cases: the two sides differ at least by a factor 50, or both are 0.

    Raises ValueError when A is not a square matrix with two axes, and when it holds NaN or infinity.
    """
    # BEGIN SOLUTION
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError(f"A must be a finite square matrix, not one of shape {A.shape}")
    # ≤ and no division: for the zero matrix this reads 0 ≤ 0.
    return np.linalg.norm(A - A.T) <= rtol * np.linalg.norm(A)
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="Compare A with its transpose, and remember that computed entries carry rounding errors."
def tells_plain_cases_apart(is_symmetric):
    """[[1, 2], [2, 3]] is symmetric, also when one entry is off by rounding; [[1, 2], [3, 4]] is not."""
    import numpy as np

    off = 2 + 4.5e-16  # the next number after 2
    cases = [([[1, 2], [2, 3]], True), ([[1, 2], [off, 3]], True), ([[1, 2], [3, 4]], False)]
    for A, wanted in cases:
        value = is_symmetric(A)
        said = f"is_symmetric({A}) returned {value}, expected {wanted}"
        assert np.asarray(value).dtype == bool, f"{said}, a bool"
        assert value == wanted, said


# %% tags=["check"] points=0.25 hint="What does np.allclose do with numbers below 1e-8? Compare with the norm of A."
def sees_that_a_tiny_matrix_is_not_symmetric(is_symmetric):
    """1e-10 times [[1, 2], [3, 4]] is not symmetric."""
    import numpy as np

    for A, wanted in [([[1.0, 2.0], [3.0, 4.0]], False), ([[1.0, 2.0], [2.0, 4.0]], True)]:
        value = is_symmetric(1e-10 * np.array(A))
        said = f"is_symmetric(1e-10 * np.array({A})) returned {value}, expected {wanted}"
        assert np.asarray(value).dtype == bool, f"{said}, a bool"
        assert value == wanted, said


# %% tags=["check", "hidden"] points=0.25 hint="Which number should an asymmetry of 1e-8 be compared with when the entries are 1e8? And what do both sides of the inequality say for the zero matrix?"
def forgives_rounding_at_every_size(is_symmetric):
    """Symmetric matrices with rounding errors, tiny and huge ones, 1×1 and zero matrices are symmetric."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    rng = np.random.default_rng(2201)
    B = rng.standard_normal((5, 5))
    S = B + B.T
    off = S.copy()
    off[np.triu_indices(5, 1)] = np.nextafter(off[np.triu_indices(5, 1)], np.inf)
    congruent = (B.T @ S) @ B
    wide = rng.standard_normal((12, 12))
    wide = wide @ wide.T
    wide[0, 11] += 1e-15 * abs(wide[0, 11])
    what = "is_symmetric of a matrix without symmetry"
    assert_bool(is_symmetric([[1, 2], [30, 4]]), False, what=what)
    cases = {
        "a symmetric matrix": S,
        "a symmetric matrix with the last digits changed": off,
        "PᵀSP as computed": congruent,
        "a 12×12 Gram matrix with one last digit changed": wide,
        "1 and an entry of 1e-20 on one side": np.array([[1.0, 1e-20], [0.0, 1.0]]),
        "entries of very unequal size": np.array([[1.0, 1e-17, 0.5], [0.0, 1e-9, 0], [0.5, 0, 2]]),
        "a symmetric matrix with zero diagonal": np.array([[0.0, 3.0], [3.0, 0.0]]),
        "zero diagonal, one last digit changed": np.array([[0.0, np.nextafter(3, 4)], [3.0, 0.0]]),
        "the zero matrix": np.zeros((3, 3)),
        "the 1×1 matrix 0": np.zeros((1, 1)),
        "the 1×1 matrix -7": np.array([[-7.0]]),
    }
    for name, A in cases.items():
        for size in (1.0, 1e8, 1e-10, 1e97, 1e-80):
            what = f"is_symmetric of {name}, times {size:g},"
            assert_bool(is_symmetric(size * A), True, what=what)
    nearly = np.array([[1.0, 0.5 + 2e-14], [0.5, 1.0]])  # ‖A − Aᵀ‖/‖A‖ = 1.8e-14
    assert_bool(is_symmetric(nearly), True, what="is_symmetric of a matrix that is off by 1.8e-14")


# %% tags=["check", "hidden"] points=0.25 hint="One pair of entries is enough to break the symmetry, wherever it stands and whatever the eigenvalues are."
def finds_one_asymmetric_pair_anywhere(is_symmetric):
    """One pair of unequal entries, at any place and of either sign, makes a matrix asymmetric."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    rng = np.random.default_rng(2202)
    for n in (2, 3, 5, 40):
        B = rng.standard_normal((n, n))
        assert_bool(is_symmetric(B + B.T), True, what=f"is_symmetric with no such pair, n = {n},")
        pairs = list(zip(*np.triu_indices(n, 1)))
        for i, j in pairs if n < 40 else [(0, 39), (17, 30), (38, 39)]:
            for sign in (1, -1):
                A = B + B.T
                A[i, j] += sign * 0.01
                what = f"is_symmetric with a pair that differs at {[int(i), int(j)]}, n = {n},"
                assert_bool(is_symmetric(A), False, what=what)
    cases = {
        "[[1, 10], [0, 2]], whose eigenvalues are real": [[1.0, 10.0], [0.0, 2.0]],
        "an antisymmetric matrix": [[0.0, 3.0], [-3.0, 0.0]],
        "a matrix whose rows and columns have equal sums": [[0.0, 1, 0], [0, 0, 1], [1, 0, 0]],
    }
    for name, A in cases.items():
        assert_bool(is_symmetric(A), False, what=f"is_symmetric of {name}")


# %% tags=["check", "hidden"] points=0.25 hint="Multiply a matrix by 1e-9: the answer must stay what it was. Does your inequality compare norms, or their squares?"
def finds_small_asymmetries_at_every_size(is_symmetric):
    """A relative asymmetry of 1e-9 is seen, for tiny and for huge matrices."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    rng = np.random.default_rng(2203)
    for n in (2, 4):
        B = rng.standard_normal((n, n))
        A = B + B.T
        what = f"is_symmetric of a symmetric matrix, n = {n},"
        assert_bool(is_symmetric(A), True, what=what)
        A[n - 1, 0] += 1e-9
        for size in (1.0, 1e-10, 1e-60, 1e10, 1e90):
            what = f"is_symmetric of {size:g} times a matrix with an asymmetry of 1e-9, n = {n},"
            assert_bool(is_symmetric(size * A), False, what=what)
            what = f"is_symmetric of {size:g} times a matrix without symmetry, n = {n},"
            assert_bool(is_symmetric(size * B), False, what=what)
    off = np.array([[1.0, 0.5 + 8e-11], [0.5, 1.0]])  # ‖A − Aᵀ‖/‖A‖ = 7.2e-11
    assert_bool(is_symmetric(off), False, what="is_symmetric of a matrix that is off by 7.2e-11")


# %% tags=["check", "hidden"] points=0.25 hint="rtol is the caller's wish; no other number should decide."
def obeys_rtol(is_symmetric):
    """A larger rtol forgives more, a smaller one less, whatever the size of the matrix."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    A = np.array([[3.0, 1.0, 0.0], [1.0, 2.0, 1.0], [0.0, 1.0, 4.0]])
    A[2, 0] += 1e-5  # ‖A − Aᵀ‖/‖A‖ = 2.5e-6
    cases = [(1e-3, True), (1e-8, False), (1e-12, False), (0.5, True)]
    for rtol, expected in cases:
        for size in (1.0, 1e-50, 1e50):
            what = f"is_symmetric with rtol={rtol:g} of {size:g} times a matrix that is off by 2e-6"
            assert_bool(is_symmetric(size * A, rtol=rtol), expected, what=what)
    assert_bool(is_symmetric(A, 1e-3), True, what="is_symmetric(A, 1e-3)")
    K = [[0.0, 3.0], [-3.0, 0.0]]  # ‖K − Kᵀ‖ = 2‖K‖, and K + Kᵀ = 0
    assert_bool(is_symmetric(K, rtol=200.0), True, what="is_symmetric of K = −Kᵀ with rtol=200")
    assert_bool(is_symmetric(K, rtol=0.01), False, what="is_symmetric of K = −Kᵀ with rtol=0.01")
    rounded = [[1.0, 2.0], [2.0 + 4.5e-16, 3.0]]
    assert_bool(is_symmetric(rounded, rtol=0.0), False, what="is_symmetric with rtol=0, last digit")
    assert_bool(is_symmetric([[1, 2], [2, 3]], rtol=0.0), True, what="is_symmetric with rtol=0")
    assert_bool(is_symmetric(np.zeros((2, 2)), rtol=0.0), True, what="is_symmetric(0, rtol=0)")


# %% tags=["check", "hidden"] points=0.25 hint="In int8, 127 - (-128) is -1. Convert to float64 first, and write into no array that you were given."
def reads_any_numbers_and_leaves_them_unchanged(is_symmetric):
    """Integers, float32, lists, read-only and strided arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref.checking import assert_bool, assert_unchanged

    rng = np.random.default_rng(2204)
    B = rng.standard_normal((4, 4))
    S = B + B.T
    fixed = S.copy()
    fixed.setflags(write=False)
    nearly = np.float32([[1.0, 0.1], [0.1, 1.0]])
    nearly[0, 1] = np.nextafter(nearly[0, 1], np.float32(1))  # off by 7e-9: no float64 rounding
    cases = {
        "float64": (B.copy(), {}, False),
        "symmetric float64": (S.copy(), {}, True),
        "int8": (np.array([[0, 127], [-128, 0]], np.int8), {"rtol": 0.02}, False),
        "uint8": (np.array([[9, 255], [0, 9]], np.uint8), {"rtol": 0.02}, False),
        "symmetric int8": (np.array([[100, -120], [-120, 100]], np.int8), {}, True),
        "a list": ([[1, 2], [3, 4]], {}, False),
        "a symmetric list": ([[10**9, 2.5], [2.5, 4]], {}, True),
        "tuples": (((1, 2), (2, 1)), {}, True),
        "float32": (nearly, {}, False),
        "tiny float32": (np.float32([[1e-30, 2e-30], [3e-30, 4e-30]]), {}, False),
        "huge float32": (np.float32([[1e38, 3e38], [-3e38, 1e38]]), {}, False),
        "symmetric float32": (S.astype(np.float32), {}, True),
        "read-only": (fixed, {}, True),
        "strided": (np.kron(S, [[1.0, 7.0], [5.0, 9.0]])[::2, ::2], {}, True),
        "strided without symmetry": (rng.standard_normal((6, 6))[::2, ::-2], {}, False),
    }
    for name, (A, options, expected) in cases.items():
        value = assert_unchanged(is_symmetric, A, what=f"is_symmetric of {name}", **options)
        assert_bool(value, expected, what=f"is_symmetric of {name}")


# %% tags=["check", "hidden"] points=0.25 hint="A matrix that is not square is no form on one space: that is a ValueError, not a False. And every comparison with NaN is False."
def refuses_what_is_no_square_matrix(is_symmetric):
    """Other shapes, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_bool, assert_raises_value_error

    assert_bool(is_symmetric(np.ones((3, 3))), True, what="is_symmetric of a matrix of ones")
    for shape in [(2, 3), (3, 2), (1, 3), (3, 1), (), (1,), (4,), (2, 2, 2), (1, 2, 2), (2, 2, 1)]:
        what = f"is_symmetric of an array of shape {shape}"
        assert_raises_value_error(is_symmetric, np.ones(shape), what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for places in [[(1, 1)], [(0, 2)], [(2, 0)], [(0, 2), (2, 0)]]:
            A = np.ones((3, 3))
            for place in places:
                A[place] = bad
            what = f"is_symmetric with {bad} at {places}"
            assert_raises_value_error(is_symmetric, A, what=what)
