# %% [markdown]
# ### 6. Right-angled axes in your own geometry
#
# The lecture: *every inner product defines a norm*. It also defines right angles, so it has orthonormal bases of its own: vectors $q_1,\dots,q_k$ with $\langle q_i,q_j\rangle=q_i^\top A\,q_j=0$ for $i\ne j$ and $\langle q_i,q_i\rangle=1$. With the $q_j$ in the columns of $Q$ this is one equation:
#
# $$Q^\top A\,Q=I .$$
#
# Given independent vectors $v_1,\dots,v_k$, Gram–Schmidt makes such a basis out of them: from each $v_j$ take away its components along the $q$ that are there already, then divide by the length of what is left. All of it is meant in the sense of $A$: components are $\langle q_i,v_j\rangle$, lengths are $\|\cdot\|_A$. Three things hold afterwards, and together they fix $Q$:
#
# - $Q^\top A\,Q=I$;
# - the first $j$ columns of $Q$ span the same space as the first $j$ columns of $V$, for every $j$;
# - $\langle q_j,v_j\rangle>0$: each $q_j$ points to the side of $v_j$.
#
# For example, with $A=\begin{pmatrix}4&2\\2&5\end{pmatrix}$ and the columns $e_1,e_2$: $\|e_1\|_A=2$, so $q_1=(\frac12,0)$. Then $\langle q_1,e_2\rangle=1$, what is left of $e_2$ is $(-\frac12,1)$, its length is $\sqrt{4\cdot\frac14-2+5}=2$, and $q_2=(-\frac14,\frac12)$.
#
# There are other ways. In the coordinates $L^\top v$, with $A=LL^\top$, the inner product is the ordinary one, and `np.linalg.qr` can do the work; mind its signs, and the way back. Or: $G=V^\top A\,V$ has a Cholesky decomposition, too.
#
# **Your task.** Make $V$ orthonormal in the sense of $A$, and refuse columns that are dependent.


# %% tags=["answer"]
def a_orthonormalise(A, V):
    """Gram–Schmidt in the inner product uᵀAv: Q with QᵀAQ = I, made from the columns of V.

    A: a matrix of shape (n, n), an inner product (in the sense of question 4).
    V: a matrix of shape (n, k), 1 ≤ k ≤ n, whose columns are linearly independent.
    Both are array-like: compute in float64, change neither.

    Returns a float64 array Q of shape (n, k) with QᵀAQ = I; for every j the first j columns of Q and
    of V span the same space; the diagonal of QᵀAV is positive. The checks allow a relative error of
    1e-7, with condition numbers of at most 100 for A and 1000 for V.

    Raises ValueError when A is no inner product, when V is not a matrix with two axes and n rows, when
    A or V holds NaN or infinity, and when the columns of V are dependent (which they always are when
    k > n). Decide about dependent relative to the size of V: 1e-30 times a basis is a basis, and the
    columns of [[1, 2, 3], [4, 5, 6], [7, 8, 9]] are dependent, although rounding may hide it. Nothing
    in between is asked for: the columns are dependent, or V's condition number is at most 1000.
    """
    # BEGIN SOLUTION
    if not is_inner_product(A):  # raises ValueError itself when A is no finite square matrix
        raise ValueError("A is no inner product")
    A, V = np.asarray(A, dtype=float), np.asarray(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError(f"V must be a finite matrix with {len(A)} rows, not of shape {V.shape}")
    if np.linalg.matrix_rank(V) < V.shape[1]:
        raise ValueError("the columns of V are dependent")
    Q = np.zeros(V.shape)
    for j in range(V.shape[1]):
        left = V[:, j]
        for _ in range(2):  # the second round removes what rounding left of the first
            # Components are taken with A, or what is left is not at right angles in A.
            left = left - Q @ (Q.T @ (A @ left))
        Q[:, j] = left / np.sqrt(left @ A @ left)
    return Q
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="Follow the example in the prompt step by step, and print Q^T A Q."
def makes_the_basis_of_the_example(a_orthonormalise):
    """For A = [[4, 2], [2, 5]] and V = I, Q is [[1/2, -1/4], [0, 1/2]]."""
    import numpy as np

    Q = a_orthonormalise([[4, 2], [2, 5]], [[1, 0], [0, 1]])
    wanted = np.array([[0.5, -0.25], [0.0, 0.5]])
    call = "a_orthonormalise([[4, 2], [2, 5]], [[1, 0], [0, 1]])"
    said = f"{call} returned\n{Q}\nexpected\n{wanted}"
    assert np.shape(Q) == (2, 2), f"{said}\nof shape (2, 2), not {np.shape(Q)}"
    assert np.allclose(Q, wanted), said


# %% tags=["check"] points=0.5 hint="A vector with a negative entry keeps its direction: only its length becomes 1. How long is it in the sense of A?"
def turns_no_vector_round(a_orthonormalise):
    """One vector is divided by its length: for A = [[4, 0], [0, 1]], (-3, 0) becomes (-1/2, 0), and (-3, 8) becomes (-0.3, 0.8)."""
    import numpy as np

    for v, wanted in [([-3, 0], [-0.5, 0]), ([-3, 8], [-0.3, 0.8])]:
        Q = a_orthonormalise([[4, 0], [0, 1]], [[v[0]], [v[1]]])
        call = f"a_orthonormalise([[4, 0], [0, 1]], [[{v[0]}], [{v[1]}]])"
        said = f"{call} returned\n{Q}\nexpected\n{np.array(wanted)[:, None]}"
        assert np.shape(Q) == (2, 1), f"{said}\nof shape (2, 1), not {np.shape(Q)}"
        assert np.allclose(np.ravel(Q), wanted), said


# %% tags=["check", "hidden"] points=0.5 hint="Print Q^T A Q for a random A and a V with fewer columns than rows. Are components and lengths both taken with A, and each exactly once?"
def makes_orthonormal_columns(a_orthonormalise):
    """QᵀAQ = I for square and tall V of many sizes, well and badly conditioned."""
    import numpy as np
    from mathtx_ref.checking import assert_close
    from mathtx_ref.values import as_float64

    rng = np.random.default_rng(2601)
    for n, k in [(1, 1), (2, 1), (2, 2), (3, 2), (4, 4), (6, 3), (7, 7), (20, 12)]:
        for spread, skew in [(1.0, 1.0), (20.0, 10.0), (90.0, 900.0)]:
            B = np.linalg.qr(rng.standard_normal((n, n)))[0] * np.sqrt(np.geomspace(1, spread, n))
            A = B @ B.T
            left = np.linalg.qr(rng.standard_normal((n, k)))[0]
            right = np.linalg.qr(rng.standard_normal((k, k)))[0]
            V = left * np.geomspace(1.0, skew, k) @ right
            what = f"a_orthonormalise(A, V), V of shape {n, k},"
            Q = as_float64(a_orthonormalise((A + A.T) / 2, V), (n, k), what)
            found = Q.T @ ((A + A.T) / 2) @ Q
            assert_close(found, np.eye(k), rtol=0.0, atol=1e-7, what=f"QᵀAQ of {what}")


# %% tags=["check", "hidden"] points=0.25 hint="Eigenvectors are orthonormal, too, and forget which vectors you were given. What must the first column of Q have to do with the first column of V?"
def keeps_the_nested_spans(a_orthonormalise):
    """The first j columns of Q span the space of the first j columns of V, for every j."""
    import numpy as np
    from mathtx_ref import inner_products as reference
    from mathtx_ref.checking import assert_close
    from mathtx_ref.values import as_float64

    rng = np.random.default_rng(2602)
    for n, k in [(2, 2), (3, 2), (4, 4), (5, 3), (6, 5)]:
        B = rng.standard_normal((n, n))
        A = B @ B.T / n + np.eye(n)
        A = (A + A.T) / 2
        V = rng.standard_normal((n, k)) + 2 * np.eye(n, k)
        expected = reference.a_orthonormalise(A, V)
        what = f"a_orthonormalise(A, V), V of shape {n, k},"
        Q = as_float64(a_orthonormalise(A, V), (n, k), what)
        for j in range(k):  # the sign of a column is another check's business
            plane, wanted = (np.outer(M[:, j], M[:, j]) for M in (Q, expected))
            size = np.abs(wanted).max()
            assert_close(plane, wanted, rtol=1e-7, scale=size, what=f"q qᵀ of column {j} of {what}")


# %% tags=["check", "hidden"] points=0.25 hint="numpy's qr chooses the signs as it likes. Look at the diagonal of Q^T A V."
def points_to_the_side_of_each_vector(a_orthonormalise):
    """The diagonal of QᵀAV is positive, whichever way the vectors point; Q is the only one of its kind."""
    import numpy as np
    from mathtx_ref import inner_products as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(2603)
    for n, k in [(1, 1), (2, 2), (4, 2), (3, 3), (5, 4)]:
        B = rng.standard_normal((n, n))
        A = B @ B.T / n + np.eye(n)
        A = (A + A.T) / 2
        V = rng.standard_normal((n, k)) + 2 * np.eye(n, k)
        signs = [np.ones(k), -np.ones(k), (-1.0) ** np.arange(k), -((-1.0) ** np.arange(k))]
        for sign in signs:
            expected = reference.a_orthonormalise(A, V * sign)
            size = np.abs(expected).max()
            what = f"a_orthonormalise(A, V), V of shape {n, k},"
            value = a_orthonormalise(A, V * sign)
            assert_close(value, expected, rtol=1e-7, scale=size, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="A factor in V changes nothing in Q, a factor in A scales it. Which number in your code is small in itself?"
def accepts_tiny_huge_and_skewed_vectors(a_orthonormalise):
    """A and V times tiny or huge factors, rounding in A, and nearly parallel vectors are accepted."""
    import numpy as np
    from mathtx_ref import inner_products as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(2604)
    A = np.array([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]])
    A[0, 1] = np.nextafter(1.0, 2.0)  # rounding: still an inner product
    V = rng.standard_normal((3, 2))
    nearly = np.array([[1.0, 1.0], [0.0, 3e-3], [0.0, 0.0]])  # condition number 667
    short = np.diag([1.0, 2e-3, 1.0])
    factors = [(1, 1e-30), (1, 1e30), (1, 1e-60), (1, 1e60), (1e-90, 1), (1e90, 1), (1e-40, 1e-40), (1e40, 1e40)]  # fmt: skip
    cases = [(a * A, b * V) for a, b in factors]
    cases += [(A, nearly), (A, short), (1e-20 * A, 1e-20 * nearly), (A, 1e-12 * short)]
    cases += [(np.diag([1.0, 1e-6]), np.eye(2))]
    for matrix, basis in cases:
        expected = reference.a_orthonormalise(matrix, basis)
        size = np.abs(expected).max()
        largest = f"{np.abs(matrix).max():.0e} and {np.abs(basis).max():.0e}"
        what = f"a_orthonormalise(A, V) with entries up to {largest}"
        value = a_orthonormalise(matrix, basis)
        assert_close(value, expected, rtol=1e-7, scale=size, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Of a dependent vector nothing is left, but rounding leaves 1e-16 of it. Compare what is left with what was there."
def refuses_dependent_columns(a_orthonormalise):
    """Dependent columns raise ValueError, however large or small they are."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    Q = a_orthonormalise(np.eye(3), np.eye(3))
    assert_close(Q, np.eye(3), atol=1e-5, what="a_orthonormalise of the axes")
    rng = np.random.default_rng(2605)
    B = rng.integers(-3, 4, (5, 5)).astype(float)
    inner = B @ B.T + 5 * np.eye(5)
    cases = {
        "a zero column": np.array([[1.0, 0.0], [3.0, 0.0], [1.0, 0.0]]),
        "a single zero column": np.zeros((3, 1)),
        "parallel columns": np.array([[1.0, -3.0], [2.0, -6.0], [3.0, -9.0]]),
        "a repeated column": np.array([[0.1, 0.7, 0.1], [0.2, 0.3, 0.2], [0.3, 0.9, 0.3]]),
        "1, 2, 3, …, 9": np.arange(1.0, 10.0).reshape(3, 3),
        "more columns than rows": np.array([[1.0, 0, 0, 1], [0, 1, 0, 2], [0, 0, 1, 3]]),
        "two columns in one dimension": np.array([[1.0, 2.0]]),
    }
    for k in range(6):  # a sum of the others, somewhere among them
        columns = rng.integers(-5, 6, (5, 3)).astype(float) + 6 * np.eye(5, 3)
        together = columns @ np.array([1.0, -2.0, 3.0])
        cases[f"a combination of the others, {k}"] = np.insert(columns, k % 4, together, axis=1)
    for name, V in cases.items():
        A = inner[: len(V), : len(V)]
        for size in (1.0, 2.0**-40, 2.0**60, 2.0**-150):  # exact, so that V stays dependent
            what = f"a_orthonormalise with {name}, times {size:g},"
            assert_raises_value_error(a_orthonormalise, A, size * V, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Which matrices have no Gram-Schmidt, and which shapes of V hold vectors with n entries in their columns?"
def refuses_what_is_no_inner_product_or_no_matrix(a_orthonormalise):
    """A that is no inner product, shapes that do not fit, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    Q = a_orthonormalise(np.eye(3), np.eye(3))
    assert_close(Q, np.eye(3), atol=1e-5, what="a_orthonormalise of the axes")
    matrices = {
        "indefinite": [[1.0, 2.0], [2.0, 1.0]],
        "diag(1, -1)": [[1.0, 0.0], [0.0, -1.0]],
        "negative definite": [[-1.0, 0.0], [0.0, -1.0]],
        "diag(1, 0)": [[1.0, 0.0], [0.0, 0.0]],
        "semidefinite": [[1.0, 1.0], [1.0, 1.0]],
        "[[1, -10], [10, 1]]": [[1.0, -10.0], [10.0, 1.0]],
        "[[1, 0.5], [0, 1]]": [[1.0, 0.5], [0.0, 1.0]],
        "[[1, 0], [0.5, 1]]": [[1.0, 0.0], [0.5, 1.0]],
        "[[1, 1e-6], [0, 1]]": [[1.0, 1e-6], [0.0, 1.0]],
    }
    for name, A in matrices.items():
        for V in ([[1.0], [0.25]], [[1.0, 0.0], [0.5, 1.0]]):
            what = f"a_orthonormalise with the matrix {name}"
            assert_raises_value_error(a_orthonormalise, A, V, what=what)
    rng = np.random.default_rng(2607)
    for _ in range(8):
        B = rng.standard_normal((20, 19))
        what = "a_orthonormalise with a 20×20 matrix A of rank 19"
        assert_raises_value_error(a_orthonormalise, B @ B.T, B[:, :2], what=what)
    for left, right in [
        ((3, 3), (2, 2)),
        ((3, 3), (4, 2)),
        ((3, 3), (1, 3)),
        ((3, 3), (3,)),
        ((3, 3), ()),
        ((3, 3), (1, 3, 2)),
        ((2, 3), (3, 2)),
        ((2, 3), (2, 2)),
        ((1, 3, 3), (3, 2)),
        ((3,), (3, 1)),
        ((1, 1), (3, 1)),
        ((), (1, 1)),
    ]:
        A, V = (
            np.broadcast_to(np.eye(*s[-2:]), s).copy() if len(s) > 1 else np.ones(s)
            for s in (left, right)
        )
        what = f"a_orthonormalise with A {left} and V {right}"
        assert_raises_value_error(a_orthonormalise, A, V, what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for spoilt in range(2):
            arguments = [np.diag([1.0, 2.0, 3.0]), np.eye(3, 2)]
            arguments[spoilt][-1, -1] = bad
            what = f"a_orthonormalise with {bad} in argument {spoilt + 1}"
            assert_raises_value_error(a_orthonormalise, *arguments, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="V[:, j] is a view: writing into it writes into V. And an array of integers cuts what you store in it."
def reads_any_numbers_and_leaves_them_unchanged(a_orthonormalise):
    """Integers, float32, lists, read-only and strided arrays are read as float64, give a float64 Q, and are left as they were."""
    import numpy as np
    from mathtx_ref import inner_products as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(2606)
    A = np.array([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]])
    fixed = [A.copy(), rng.standard_normal((3, 2))]
    for array in fixed:
        array.setflags(write=False)
    rounded = A.copy()
    rounded[0, 1] = np.nextafter(1.0, 2.0)
    cases = {
        "float64": (A.copy(), rng.standard_normal((3, 2))),
        "rounding in A": (rounded, rng.standard_normal((3, 2))),
        "int8": (np.array([[100, 20], [20, 90]], np.int8), np.array([[100, 90], [-90, 120]], np.int8)),
        "int64": (A.astype(int), np.array([[3, 1], [-2, 1], [1, -5]])),
        "lists": ([[2, 1], [1, 2]], [[10**9, 3], [5, 10**9]]),
        "tuples": (((2, 0.5), (0.5, 1)), ((0.1, 0.2), (0.3, -0.7))),
        "float32": (A.astype(np.float32), np.float32([[0.1, 0.2], [0.3, -0.4], [0.5, 0.6]])),
        "read-only": fixed,
        "strided": (np.kron(A, np.ones((2, 2)))[::2, ::2], rng.standard_normal((6, 6))[::2, ::-2]),
        "column order": (np.asfortranarray(A), np.asfortranarray(rng.standard_normal((3, 3)))),
    }  # fmt: skip
    for name, (matrix, V) in cases.items():
        expected = reference.a_orthonormalise(matrix, V)
        Q = assert_unchanged(a_orthonormalise, matrix, V, what=f"a_orthonormalise with {name}")
        size = np.abs(expected).max()
        assert_close(Q, expected, rtol=1e-7, scale=size, what=f"Q for {name}")
        other = type(Q) is np.ndarray and Q.dtype != np.float64
        assert not other, f"Q for {name} is no array of float64"


# %% tags=["figure"]
# Two inner products: the unit circle of each, drawn as Q (cos t, sin t), and the orthonormal basis.
t = np.linspace(0, 2 * np.pi, 201)
circle = np.stack([np.cos(t), np.sin(t)])
colours = ["#D55E00", "#009E73"]
A = np.array([[1.0, 0.6], [0.6, 1.6]])
V = np.array([[1.2, 0.4], [0.3, 1.1]])  # v_1 and v_2 in the columns
try:
    panels = []
    for title, form, coordinates in [
        ("A = I", np.eye(2), np.eye(2)),
        ("A = [[1, 0.6], [0.6, 1.6]]", A, np.eye(2)),
        ("the same, in the coordinates $L^Tx$", A, np.linalg.cholesky(A).T),
    ]:
        Q = a_orthonormalise(form, V)
        panels.append((title, coordinates, Q, np.degrees(angle(form, V[:, 0], V[:, 1]))))
    fig, axes = plt.subplots(1, 3, figsize=(13, 4.6), layout="constrained")
    for ax, (title, coordinates, Q, degrees) in zip(axes, panels):
        ax.plot(*(coordinates @ Q @ circle), color="#0072B2", linewidth=3)
        for j in range(2):
            v, q = coordinates @ V[:, j], coordinates @ Q[:, j]
            arrow = {"width": 0.02, "head_width": 0.1, "length_includes_head": True, "zorder": 3}
            ax.arrow(0, 0, *v, color="#888888", **arrow)
            ax.arrow(0, 0, *q, color=colours[j], **arrow)
            ax.text(*(1.12 * v), f"$v_{j + 1}$", color="#555555", fontsize=14)
            beside = 0.5 * q + (0.2 - 0.4 * j) * np.array([q[1], -q[0]]) - [0, 0.06]
            ax.text(*beside, f"$q_{j + 1}$", color=colours[j], fontsize=14, ha="center")
        ax.set_title(f"{title}\nangle of $v_1$ and $v_2$: {degrees:.1f}°")
        ax.set(xlabel="first coordinate", aspect="equal", xlim=(-2, 2), ylim=(-2, 2))
        ax.set(xticks=[-2, -1, 0, 1, 2], yticks=[-2, -1, 0, 1, 2])
        ax.axhline(0, color="#DDDDDD", zorder=0)
        ax.axvline(0, color="#DDDDDD", zorder=0)
    axes[0].set_ylabel("second coordinate")
    plt.show()
except (NotImplementedError, NameError) as missing:
    print(f"This figure waits for an answer: {missing}")

# %% [markdown]
# **What the figure shows.** Left: the geometry you grew up with. Middle: another inner product makes other vectors of length 1 (the blue ellipse is *its* unit circle), another angle between the same $v_1$ and $v_2$, and another right angle: $q_1$ and $q_2$ do not look perpendicular, and in this geometry they are. Right: in the coordinates $L^\top x$ the ellipse is a circle again, and the right angle is one for the eye, too. Every inner product is the ordinary one in suitable coordinates.
#
# ### What you have shown
#
# - A form is a symmetric plus an antisymmetric one, and $\langle v,v\rangle$ sees only the symmetric part.
# - Positive definite means $\langle v,v\rangle>0$ for all $v\ne0$; the eigenvalues of $(A+A^\top)/2$ decide it, not those of $A$.
# - "Symmetric" and "zero" are questions about size in floating point, and the size to compare with is that of the matrix.
# - An inner product has its own lengths, angles and right-angled axes; $x^\top y$ is only the one with $A=I$.
#
# **What comes next.** With the same vector in both places, a form becomes a function of one vector, $Q(x)=x^\top A\,x$: a quadratic form. How large can it be on the unit sphere, and where is its minimum? The next notebook finds out, and corrects the notes' version of a famous theorem.
