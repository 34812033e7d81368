# %% [markdown]
# ### 4. Inner products
#
# The lecture's definition: *an inner product is a symmetric, positive definite bilinear form.*
#
# Both words are needed. A positive definite form need not be symmetric: $\begin{pmatrix}1&-10\\10&1\end{pmatrix}$ gives $v^\top A\,v=v_1^2+v_2^2$, and yet $\langle e_1,e_2\rangle=-10$ and $\langle e_2,e_1\rangle=10$: no angle can be made of that. And a symmetric form need not be positive definite.
#
# So $x^\top y$ is not *the* inner product, just the one with $A=I$. There is one for every symmetric positive definite matrix, and each has its own length $\|v\|_A=\sqrt{\langle v,v\rangle}$ and its own distance $\|v-w\|_A$. (The converse is not true: not every norm comes from an inner product. It does exactly if the parallelogram law $\|v+w\|^2+\|v-w\|^2=2\|v\|^2+2\|w\|^2$ holds.)
#
# **Your task.** Decide whether $x^\top A\,y$ is an inner product. You have done the work already.


# %% tags=["answer"]
def is_inner_product(A):
    """Whether xᵀAy is an inner product: symmetric up to rounding, and positive definite.

    A: a matrix of shape (n, n), array-like: compute in float64, do not change it.

    Returns True or False. Symmetric is meant as in question 2 (with rtol = 1e-12), positive definite
    as in question 3 (with an eigenvalue that is zero up to rounding, A is no inner product), both
    relative to the size of A, and the checks ask about the same clear cases.

    Raises ValueError (it does not return False) when A is not a square matrix with two axes, and when
    it holds NaN or infinity.
    """
    # BEGIN SOLUTION
    # Neither word implies the other; both functions raise ValueError for what is no form.
    return bool(is_symmetric(A) and definiteness(A) == "positive definite")
    # END SOLUTION


# %% tags=["check"] points=0.2 hint="Go through the definition word by word: symmetric? positive definite?"
def asks_for_both_words_of_the_definition(is_inner_product):
    """[[2, 1], [1, 2]] is an inner product; [[1, -10], [10, 1]] and [[1, 2], [2, 1]] are none."""
    import numpy as np

    cases = [([[2, 1], [1, 2]], True), ([[1, -10], [10, 1]], False), ([[1, 2], [2, 1]], False)]
    for A, wanted in cases:
        value = is_inner_product(A)
        said = f"is_inner_product({A}) returned {value}, expected {wanted}"
        assert np.asarray(value).dtype == bool, f"{said}, a bool"
        assert value == wanted, said


# %% tags=["check", "hidden"] points=0.2 hint="Which of the two properties does your code test on A itself, and does it test both halves of A?"
def accepts_inner_products_and_nothing_else(is_inner_product):
    """Matrices that lack one of the two properties are refused, those with both accepted, for sizes 1 to 8."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    rng = np.random.default_rng(2401)
    cases = {
        "the number 3": ([[3.0]], True),
        "the number -3": ([[-3.0]], False),
        "the number 0": ([[0.0]], False),
        "minus the identity": (-np.eye(2), False),
        "the identity": (np.eye(5), True),
        "[[1, 1], [1, 1]]": (np.ones((2, 2)), False),
        "diag(1, 0)": (np.diag([1.0, 0.0]), False),
        "diag(1, 2, -1e-6)": (np.diag([1.0, 2.0, -1e-6]), False),
        "diag(1, 1e-10)": (np.diag([1.0, 1e-10]), True),
        "[[1, 1e-10], [0, 1]]": ([[1.0, 1e-10], [0.0, 1.0]], False),
        "an upper triangle": ([[1.0, 100.0], [0.0, 1.0]], False),
        "a lower triangle": ([[1.0, 0.0], [0.5, 1.0]], False),
        "[[2, 1], [0, 2]]": ([[2.0, 1.0], [0.0, 2.0]], False),
        "[[0, 1], [1, 0]]": ([[0.0, 1.0], [1.0, 0.0]], False),
        "[[1, 1e-20], [0, 1]]": ([[1.0, 1e-20], [0.0, 1.0]], True),
    }
    for n in (2, 4, 8):
        B = rng.standard_normal((n, n))
        S = B @ B.T + n * np.eye(n)
        K = np.triu(rng.standard_normal((n, n)), 1)
        off = S.copy()
        off[0, n - 1] += 1e-6
        cases[f"a symmetric positive definite matrix, n = {n}"] = (S, True)
        cases[f"a positive definite matrix without symmetry, n = {n}"] = (S + 3 * (K - K.T), False)
        cases[f"one entry off by 1e-6, n = {n}"] = (off, False)
        cases[f"a symmetric indefinite matrix, n = {n}"] = (
            S - 3 * n * np.diag(np.arange(n)),
            False,
        )
    for name, (A, expected) in cases.items():
        assert_bool(is_inner_product(A), expected, what=f"is_inner_product of {name}")


# %% tags=["check", "hidden"] points=0.2 hint="Rounding may change the last digit of one entry, or turn a zero eigenvalue into 1e-17. Are your tolerances relative to the size of A?"
def decides_relative_to_the_size_of_a(is_inner_product):
    """Rounding does not matter, and neither does a factor of 1e-98 or 1e98."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    rng = np.random.default_rng(2402)
    rounded = np.array([[2.0, 1.0, 0.1], [1.0, 3.0, 0.5], [np.nextafter(0.1, 1), 0.5, 1.0]])
    plain = np.array([[2.0, 1.0], [1.0, 2.0]])
    tilted = np.array([[2.0, 1.0], [0.9, 2.0]])
    for size in (1.0, 1e-12, 1e-98, 1e9, 1e98):
        what = f"is_inner_product of {size:g} times"
        assert_bool(is_inner_product(size * plain), True, what=f"{what} [[2, 1], [1, 2]]")
        assert_bool(is_inner_product(size * rounded), True, what=f"{what} a rounded matrix")
        assert_bool(is_inner_product(size * tilted), False, what=f"{what} [[2, 1], [0.9, 2]]")
        large = np.eye(6) + 1.0
        assert_bool(is_inner_product(size * large), True, what=f"{what} I plus ones, n = 6,")
    for _ in range(12):
        B = rng.standard_normal((20, 19))
        what = "is_inner_product of a 20×20 matrix of rank 19"
        assert_bool(is_inner_product(B @ B.T), False, what=what)


# %% tags=["check", "hidden"] points=0.2 hint="No answer is right for something that is no form at all. Where does your code notice it, and does it raise there?"
def refuses_what_is_no_square_matrix(is_inner_product):
    """Other shapes, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_bool, assert_raises_value_error

    value = is_inner_product(np.diag([3.0, 4.0, 5.0]))
    assert_bool(value, True, what="is_inner_product of diag(3, 4, 5)")
    for shape in [(2, 3), (3, 2), (1, 3), (3, 1), (), (1,), (4,), (2, 2, 2), (1, 2, 2), (2, 2, 1)]:
        what = f"is_inner_product of an array of shape {shape}"
        assert_raises_value_error(is_inner_product, np.ones(shape), what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for places in [[(0, 0)], [(0, 2)], [(2, 0)], [(0, 1), (1, 0)]]:
            A = np.diag([3.0, 4.0, 5.0])
            for place in places:
                A[place] = bad
            what = f"is_inner_product with {bad} at {places}"
            assert_raises_value_error(is_inner_product, A, what=what)


# %% tags=["check", "hidden"] points=0.2 hint="In int8, 100 + 100 is -56. And A += A.T changes the caller's matrix."
def reads_any_numbers_and_leaves_them_unchanged(is_inner_product):
    """Integers, float32, lists, read-only and strided arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref.checking import assert_bool, assert_unchanged

    fixed = np.array([[2.0, -1.0], [-1.0, 2.0]])
    fixed.setflags(write=False)
    nearly = np.float32([[1.0, 0.1], [0.1, 1.0]])
    nearly[0, 1] = np.nextafter(nearly[0, 1], np.float32(1))  # off by 7e-9: no float64 rounding
    cases = {
        "float64": (np.array([[2.0, 1.5], [1.5, 2.0]]), True),
        "float64 without symmetry": (np.array([[2.0, 1.5], [1.0, 2.0]]), False),
        "float64, indefinite": (np.array([[2.0, 2.5], [2.5, 2.0]]), False),
        "int8": (np.array([[100, 90], [90, 100]], np.int8), True),
        "uint8": (np.array([[200, 201], [201, 200]], np.uint8), False),
        "uint8, definite": (np.array([[200, 100], [100, 200]], np.uint8), True),
        "huge float32": (np.float32([[3e38, 1e38], [1e38, 3e38]]), True),
        "a list": ([[1, 2], [2, 5]], True),
        "a list of large integers": ([[10**9, 1], [1, 10**9]], True),
        "tuples": (((0.1, 0.2), (0.2, 0.3)), False),
        "float32": (np.float32([[1.0, 0.1], [0.1, 0.3]]), True),
        "float32 without symmetry": (nearly, False),
        "read-only": (fixed, True),
        "strided": (np.kron([[3.0, 1.0], [1.0, 2.0]], np.ones((2, 2)))[::2, ::2], True),
    }
    for name, (A, expected) in cases.items():
        value = assert_unchanged(is_inner_product, A, what=f"is_inner_product of {name}")
        assert_bool(value, expected, what=f"is_inner_product of {name}")
