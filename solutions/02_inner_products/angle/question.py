# %% [markdown]
# ### 5. Angles in your own geometry
#
# An inner product brings its own lengths and angles:
#
# $$\|v\|_A=\sqrt{\langle v,v\rangle},\qquad \cos\theta=\frac{\langle u,v\rangle}{\|u\|_A\,\|v\|_A},\qquad\langle u,v\rangle=u^\top A\,v .$$
#
# With $A=\begin{pmatrix}2&1\\1&2\end{pmatrix}$ the axes $e_1=(1,0)$ and $e_2=(0,1)$ are not at right angles: $\langle e_1,e_2\rangle=1$ and both have the length $\sqrt2$, so $\cos\theta=\frac12$ and the angle is $60°=\pi/3$. At a right angle to $e_1$ is $(1,-2)$.
#
# The obvious program, `np.arccos(cosine)`, has a flaw. The angle $10^{-9}$ has the cosine $1-5\cdot10^{-19}$, and the float64 number next to that is $1$. So `arccos` returns $0$; around $0$ and around $\pi$ it loses half of all digits, and when rounding makes the cosine a little larger than $1$, it returns NaN.
#
# Kahan's remedy: make both vectors unit vectors $\hat u$, $\hat v$ (in the sense of $A$). They span a rhombus. Its diagonals $\hat u-\hat v$ and $\hat u+\hat v$ have the lengths $2\sin\frac\theta2$ and $2\cos\frac\theta2$ (draw it!), and at every angle at least one of the two is long enough to be known well. `np.arctan2(y, x)` makes an angle of two such lengths.
#
# Any other formula will do that is as accurate: a sine for the small angles, a cosine for the others, say.
#
# One way to think of it: $A=LL^\top$ (Cholesky), so $u^\top A\,v=(L^\top u)\cdot(L^\top v)$. In the coordinates $L^\top u$ every inner product is the ordinary one.
#
# **Your task.** Measure the angle between two vectors.


# %% tags=["answer"]
def angle(A, u, v):
    """The angle between u and v in the inner product uᵀAv, in radians, from 0 to π.

    A: a matrix of shape (n, n), an inner product (in the sense of question 4).
    u, v: two vectors of shape (n,), not zero; of any length, which does not change the angle.
    All three are array-like: compute in float64, change none of them.

    Returns one number, with an absolute error of at most 1e-12 at every angle, also at 1e-9, at
    π − 1e-9 and at π, as long as the condition number of A (largest eigenvalue/smallest) is at most
    100. The checks use sizes for which uᵀAu · vᵀAv lies between 1e-200 and 1e200.

    Raises ValueError when A is no inner product, when u or v is the zero vector, when the shapes are
    not (n, n), (n,) and (n,) (length 1 is not stretched, a column of shape (n, 1) is no vector), and
    when A, u or v holds NaN or infinity.
    """
    # BEGIN SOLUTION
    if not is_inner_product(A):  # raises ValueError itself when A is no finite square matrix
        raise ValueError("A is no inner product")
    A, u, v = (np.asarray(a, dtype=float) for a in (A, u, v))
    for vector in (u, v):
        if vector.shape != A.shape[:1] or not np.isfinite(vector).all() or not vector.any():
            raise ValueError(f"u and v must be nonzero vectors with {len(A)} finite entries")

    def length(x):
        return np.sqrt(x @ A @ x)

    # Large entries would overflow below, and tiny ones vanish: the angle does not mind the lengths.
    u, v = u / abs(u).max(), v / abs(v).max()
    u, v = u / length(u), v / length(v)
    # The diagonals of the rhombus: 2 sin(θ/2) and 2 cos(θ/2).
    return 2 * np.arctan2(length(u - v), length(u + v))
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="Work out the three numbers of the first example by hand: u^T A v, u^T A u and v^T A v."
def measures_the_angles_of_the_example(angle):
    """For A = [[2, 1], [1, 2]] the angle of e₁ and e₂ is π/3, that of e₁ and (1, -2) is π/2, that of e₁ and -e₂ is 2π/3."""
    import numpy as np

    A = [[2, 1], [1, 2]]
    cases = [([0, 1], np.pi / 3), ([1, -2], np.pi / 2), ([0, -1], 2 * np.pi / 3)]
    for v, wanted in cases:
        value = angle(A, [1, 0], v)
        said = f"angle({A}, [1, 0], {v}) returned {value}, expected {wanted}"
        assert value is not None and np.shape(value) == (), f"{said}, one number"
        assert abs(value - wanted) < 1e-12, said


# %% tags=["check"] points=0.5 hint="cos(1e-9) rounds to 1, so no function of the cosine can tell 1e-9 from 0. What about the lengths of u - v and u + v?"
def measures_a_tiny_angle(angle):
    """With A = I, the vectors (1, 0) and (1, 1e-9) are at the angle 1e-9."""
    import numpy as np

    value = angle([[1, 0], [0, 1]], [1, 0], [1, 1e-9])
    said = f"angle([[1, 0], [0, 1]], [1, 0], [1, 1e-9]) returned {value}, expected 1e-9"
    assert value is not None and np.shape(value) == (), f"{said}, one number"
    assert abs(value - 1e-9) < 1e-12, said


# %% tags=["check", "hidden"] points=0.5 hint="Take u and v of different lengths and at an obtuse angle. If you use A = L L^T: is it L u or L^T u whose ordinary length is that of u?"
def measures_every_angle(angle):
    """Acute, right and obtuse angles between vectors of unequal lengths, for n = 1 to 8 and many inner products."""
    import numpy as np
    from mathtx_ref import inner_products as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(2501)
    for n in (1, 2, 3, 5, 8):
        for spread in (1.0, 10.0, 90.0):
            Q = np.linalg.qr(rng.standard_normal((n, n)))[0]
            A = Q * np.geomspace(1.0, spread, n) @ Q.T
            A = (A + A.T) / 2
            u, v = 3.0 * rng.standard_normal(n), 0.2 * rng.standard_normal(n)
            for left, right in [(u, v), (v, u), (u, -v), (u, u + v), (u, v - u)]:
                expected = reference.angle(A, left, right)
                what = f"angle(A, u, v), n = {n}, A with condition number {spread:g},"
                assert_close(angle(A, left, right), expected, rtol=0.0, atol=1.1e-12, what=what)
    for n in (2, 4):
        u = np.ones(n)
        v = np.append(np.ones(n - 1), 1.0 - n)  # at a right angle to u
        value = angle(np.eye(n), u, v)
        assert_close(value, np.pi / 2, rtol=0.0, atol=1.1e-12, what=f"a right angle, n = {n},")
    for tilt in (1e-11, -1e-11):  # next to a right angle, too
        expected = np.pi / 2 + tilt
        value = angle(np.diag([1.0, 4.0]), [1.0, 0.0], [-2 * tilt, 1.0])
        assert_close(value, expected, rtol=0.0, atol=1.1e-12, what=f"the angle {expected!r}")
    # An inner product all the same, though digits may be lost.
    value = angle(np.diag([1.0, 1e-6]), [1.0, 0.0], [0.0, 1.0])
    assert_close(value, np.pi / 2, rtol=0.0, atol=1e-6, what="the angle for A = diag(1, 1e-6)")


# %% tags=["check", "hidden"] points=0.5 hint="Near 0 and near π the cosine hardly changes with the angle. What changes most?"
def keeps_the_digits_near_0_and_pi(angle):
    """Angles of 0, 1e-11, 1e-9, 1e-7, 1e-4, π − 1e-7, π − 1e-9 and π are right to 1e-12, for inner products of all kinds."""
    import numpy as np
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(2502)
    for n in (2, 3, 6):
        for spread in (1.0, 10.0, 90.0):
            B = np.linalg.qr(rng.standard_normal((n, n)))[0] * np.sqrt(np.geomspace(1, spread, n))
            A = B @ B.T
            A = (A + A.T) / 2
            # Columns of the inverse of Bᵀ are at right angles and of length 1 in this geometry.
            first, second = np.linalg.inv(B.T)[:, rng.permutation(n)[:2]].T
            for theta in (1e-11, 1e-9, 1e-7, 1e-4):
                near, far = np.cos(theta) * first, np.sin(theta) * second
                cases = [(first, near + far, theta), (first, far - near, np.pi - theta)]
                cases += [(7.0 * near + 7.0 * far, 0.3 * first, theta)]
                for u, v, expected in cases:
                    what = f"the angle {expected!r}, n = {n}, condition number {spread:g},"
                    assert_close(angle(A, u, v), expected, rtol=0.0, atol=1.1e-12, what=what)
            for factor, expected in [(1.0, 0.0), (0.3, 0.0), (-1.0, np.pi), (-0.7, np.pi)]:
                what = f"the angle of u and {factor} u, n = {n}"
                value = angle(A, first, factor * first)
                assert_close(value, expected, rtol=0.0, atol=1.1e-12, what=what)
    for u, v, expected in [([2.0], [5.0], 0.0), ([2.0], [-5.0], np.pi)]:
        value = angle([[0.3]], u, v)
        assert_close(value, expected, rtol=0.0, atol=1.1e-12, what=f"the angle of {u} and {v}")


# %% tags=["check", "hidden"] points=0.25 hint="Neither the lengths of u and v nor a factor in A change the angle. Which number in your code is small or large in itself?"
def does_not_depend_on_lengths(angle):
    """A, u and v times tiny or huge factors are at the same angle."""
    import numpy as np
    from mathtx_ref import inner_products as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(2503)
    A = np.array([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]])
    A[0, 1] = np.nextafter(1.0, 2.0)  # rounding: still an inner product
    factors = [(1, 1e-30, 1e30), (1, 1e-40, 1e-40), (1, 1e40, 1e40), (1, 1e-98, 1e98)]
    factors += [(1e-98, 1, 1), (1e98, 1, 1), (1e-20, 1e-20, 1e-20), (1e20, 1e20, 1e20)]
    for _ in range(3):
        u, v = rng.standard_normal(3), rng.standard_normal(3)
        expected = reference.angle(A, u, v)
        for a, b, c in factors:
            what = f"the angle with A times {a:g}, u times {b:g}, v times {c:g}"
            value = angle(a * A, b * u, c * v)
            assert_close(value, expected, rtol=0.0, atol=1.1e-12, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="With int8 the products overflow. And u /= length changes the caller's vector."
def reads_any_numbers_and_leaves_them_unchanged(angle):
    """Integers, float32, lists, read-only and strided arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import inner_products as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(2504)
    A = np.array([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]])
    fixed = [A.copy(), rng.standard_normal(3), rng.standard_normal(3)]
    for array in fixed:
        array.setflags(write=False)
    rounded = A.copy()
    rounded[0, 1] = np.nextafter(1.0, 2.0)
    cases = {
        "float64": (A.copy(), rng.standard_normal(3), rng.standard_normal(3)),
        "rounding in A": (rounded, rng.standard_normal(3), rng.standard_normal(3)),
        "int8": (np.array([[100, 20], [20, 90]], np.int8), np.array([100, 1], np.int8), np.array([-90, 120], np.int8)),
        "uint8": (np.array([[2, 1], [1, 2]], np.uint8), np.array([1, 200], np.uint8), np.array([250, 0], np.uint8)),
        "int64": (A.astype(int), np.array([3, -2, 1]), np.array([1, 1, -5])),
        "lists": ([[2, 1], [1, 2]], [10**9, 3], [5, -(10**9)]),
        "tuples": (((2, 0.5), (0.5, 1)), (0.1, 0.2), (0.3, -0.7)),
        "float32": (A.astype(np.float32) / 3, np.float32([0.1, 0.2, 0.3]), np.float32([0.1, 0.2, 0.3001])),
        "read-only": fixed,
        "strided": (np.kron(A, np.ones((2, 2)))[::2, ::2], rng.standard_normal(6)[::2], rng.standard_normal(3)[::-1]),
    }  # fmt: skip
    for name, (matrix, u, v) in cases.items():
        expected = reference.angle(matrix, u, v)
        value = assert_unchanged(angle, matrix, u, v, what=f"angle with {name}")
        assert_close(value, expected, rtol=0.0, atol=1.1e-12, what=f"the angle for {name}")


# %% tags=["check", "hidden"] points=0.25 hint="A square root of a negative number, or of a zero length, is no angle. What must A be for lengths to make sense?"
def refuses_what_is_no_inner_product(angle):
    """A that is indefinite, semidefinite or not symmetric raises ValueError, even where the formula gives a number."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    # Roughly: the digits are judged above.
    value = angle(np.diag([2.0, 1.0]), [1.0, 0.0], [0.0, 1.0])
    assert_close(value, np.pi / 2, rtol=1e-6, what="angle of two axes with diag(2, 1)")
    matrices = {
        "indefinite": [[1.0, 2.0], [2.0, 1.0]],
        "diag(1, -1)": [[1.0, 0.0], [0.0, -1.0]],
        "negative definite": [[-1.0, 0.0], [0.0, -1.0]],
        "semidefinite": [[1.0, 1.0], [1.0, 1.0]],
        "diag(1, 0)": [[1.0, 0.0], [0.0, 0.0]],
        "zero": [[0.0, 0.0], [0.0, 0.0]],
        "[[1, -10], [10, 1]]": [[1.0, -10.0], [10.0, 1.0]],
        "[[1, 0.5], [0, 1]]": [[1.0, 0.5], [0.0, 1.0]],
        "[[1, 0], [0.5, 1]]": [[1.0, 0.0], [0.5, 1.0]],
        "[[1, 1e-6], [0, 1]]": [[1.0, 1e-6], [0.0, 1.0]],
    }
    for name, A in matrices.items():
        for u, v in [([1.0, 0.0], [1.0, 0.25]), ([2.0, 1.0], [1.0, 3.0])]:
            what = f"angle with the matrix {name}"
            assert_raises_value_error(angle, A, u, v, what=what)
    thin = np.diag([1.0, 1.0, -1e-6])
    what = "angle with diag(1, 1, -1e-6)"
    assert_raises_value_error(angle, thin, [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], what=what)
    rng = np.random.default_rng(2505)
    for _ in range(8):
        B = rng.standard_normal((20, 19))
        what = "angle with a 20×20 matrix of rank 19"
        assert_raises_value_error(angle, B @ B.T, B[:, 0], B[:, 1], what=what)


# %% tags=["check", "hidden"] points=0.25 hint="The zero vector has no direction. And numpy stretches a vector of length 1 without a word."
def refuses_zero_vectors_and_shapes_that_do_not_fit(angle):
    """Zero vectors, other shapes, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    u, v = np.array([1.0, 0.0, 0.0]), np.array([0.0, 2.0, 0.0])
    value = angle(np.diag([1.0, 2.0, 3.0]), u, v)
    assert_close(value, np.pi / 2, rtol=1e-6, what="angle of two axes")
    A, one, zero = np.diag([1.0, 2.0, 3.0]), np.ones(3), np.zeros(3)
    for u, v in [(zero, one), (one, zero), (zero, zero)]:
        assert_raises_value_error(angle, A, u, v, what=f"angle of {u} and {v}")
    for left, right in [
        ((2,), (2,)),
        ((3,), (2,)),
        ((4,), (3,)),
        ((1,), (3,)),
        ((3,), (1,)),
        ((), (3,)),
        ((3,), ()),
        ((3, 1), (3,)),
        ((3,), (3, 1)),
        ((1, 3), (1, 3)),
        ((3,), (2, 3)),
        ((3, 3), (3, 3)),
    ]:
        what = f"angle with A (3, 3), u {left}, v {right}"
        assert_raises_value_error(angle, A, np.ones(left), np.ones(right), what=what)
    for u, v in [(3.0, [1.0]), ([3.0], 1.0), (3.0, 1.0), ([[3.0]], [1.0])]:
        assert_raises_value_error(angle, [[2.0]], u, v, what=f"angle with A (1, 1), u {u}, v {v}")
    for shape, size in [((2, 3), 3), ((3, 2), 3), ((1, 3, 3), 3), ((3,), 3), ((), 1), ((1,), 1)]:
        matrix = np.ones(shape) if len(shape) < 2 else np.broadcast_to(np.eye(*shape[-2:]), shape)
        what = f"angle with A of shape {shape}"
        assert_raises_value_error(angle, matrix.copy(), np.ones(size), np.ones(size), what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for spoilt in range(3):
            arguments = [np.diag([1.0, 2.0, 3.0]), np.ones(3), np.array([1.0, 2.0, 0.0])]
            arguments[spoilt][..., -1] = bad
            what = f"angle with {bad} in argument {spoilt + 1}"
            assert_raises_value_error(angle, *arguments, what=what)


# %% tags=["figure"]
# How far off are the arccosine of the cosine and your angle, from tiny angles to large ones?
exact = np.geomspace(1e-12, 1, 61)
try:
    yours, arccos = [], []
    for theta in exact:
        u, v = np.array([1.0, 0.0]), np.array([np.cos(theta), np.sin(theta)])
        yours.append(angle(np.eye(2), u, v))
        arccos.append(np.arccos(min(1.0, u @ v / np.sqrt((u @ u) * (v @ v)))))
    fig, ax = plt.subplots(figsize=(7.5, 4.2), layout="constrained")
    floor = 1e-24  # a logarithmic axis has no zero
    ax.loglog(
        exact,
        np.abs(arccos - exact) + floor,
        "o",
        color="#D55E00",
        markersize=5,
        label="arccos of the cosine",
    )
    ax.loglog(
        exact, np.abs(yours - exact) + floor, "s", color="#0072B2", markersize=5, label="your angle"
    )
    ax.loglog(
        exact,
        exact,
        color="black",
        linewidth=1,
        linestyle=":",
        label="as large as the angle itself",
    )
    ax.axhline(1e-12, color="#009E73", linestyle="--", label="what is allowed here")
    ax.set(
        xlabel="true angle",
        ylabel="absolute error (0 drawn at 1e-24)",
        title="Small angles: arccos loses half the digits",
    )
    ax.legend(frameon=False, loc="upper left", bbox_to_anchor=(1, 1))
    plt.show()
except (NotImplementedError, NameError) as missing:
    print(f"This figure waits for an answer: {missing}")

# %% [markdown]
# **What the figure shows.** Below $10^{-8}$ the arccosine is off by the whole angle: it returns $0$. Tiny angles are no curiosity. Compare the same token in two layers of a network, and you look at angles close to $0$.
