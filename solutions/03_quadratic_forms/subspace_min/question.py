# %% [markdown]
# ### 6. What Courant and Fischer really said
#
# $\lambda_1$ is a maximum over all directions. For $\lambda_2$ you cannot simply ask for the *second largest value*: right beside the top there are values as close to $\lambda_1$ as you like. The idea is to ask about **planes** instead of directions.
#
# Choose a plane through the origin. On its unit circle $Q$ has a lowest value; call it the floor of the plane. A plane that contains $v_1$ reaches up to $\lambda_1$, but its floor need not be high. How high can the floor of a plane be? Exactly $\lambda_2$. The same holds for subspaces of every dimension:
#
# $$\lambda_k=\max_{\dim V=k}\ \min_{x\in V,\ \|x\|=1}x^\top A\,x\qquad(A\text{ symmetric}).$$
#
# This is the **Courant–Fischer theorem**; what the notes call by its name is the case $k=1$. It says two things.
#
# - *No subspace of dimension $k$ has a floor above $\lambda_k$.* Every such $V$ meets the span of $v_k,\dots,v_n$, which has dimension $n-k+1$, in some unit vector, since $k+(n-k+1)>n$; and there $Q\le\lambda_k$.
# - *One subspace reaches it*: the span of $v_1,\dots,v_k$.
#
# To see it happen you need the floor of a given subspace. It comes as a matrix $B$ whose $k$ columns span it. So $x=Bz$ with $z\in\mathbb{R}^k$, and
#
# $$\frac{x^\top A\,x}{x^\top x}=\frac{z^\top(B^\top AB)\,z}{z^\top(B^\top B)\,z}.$$
#
# If the denominator were $z^\top z$, you could finish at once with what you know about a form on the unit sphere. But the columns of $B$ are any basis: neither orthogonal nor of length $1$.
#
# **Your task.** Find the least value of $x^\top A\,x$ over the unit vectors of the column space of $B$. As in question 4, $A$ need not be symmetric.


# %% tags=["answer"]
def subspace_min(A, B):
    """The least value of xᵀAx over all x in the column space of B with ‖x‖ = 1.

    A: a matrix of shape (n, n), symmetric or not.
    B: a matrix of shape (n, k), 1 ≤ k ≤ n; its columns are a basis of the subspace.
    Both are array-like: compute in float64, change neither.

    Returns one number. Errors of 1e-9 times the largest |a_ij| are accepted.

    Raises ValueError when A is not a square matrix with exactly two axes, when B has not exactly two
    axes, another number of rows than A, or more columns than rows, when A or B holds NaN or infinity,
    and when the columns of B are dependent: then they are no basis. Decide about that relative to the
    size of B: 1e-60 times a basis is a basis, and the columns of [[1, 2], [2, 4]] are dependent however
    they are scaled. Nothing in between is asked for: the columns are either exactly dependent (rounding
    may hide it), or the ratio of the largest to the smallest singular value of B (its condition
    number) is at most 100.
    """
    # BEGIN SOLUTION
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError(f"A {A.shape} must be square and B {B.shape} have as many rows")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("A and B must be finite")
    # The rank is at most the number of rows, so this refuses a B with more columns as well.
    if B.shape[1] == 0 or np.linalg.matrix_rank(B) < B.shape[1]:
        raise ValueError("the columns of B are no basis")
    # With orthonormal columns, x = Qz has the length of z: a form in z on its unit sphere is left.
    Q, _ = np.linalg.qr(B)
    form = Q.T @ A @ Q
    return np.linalg.eigvalsh((form + form.T) / 2)[0]
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="On this plane x = (x_1, x_2, 0). Write down x^T A x there: which unit vector makes it least?"
def finds_the_floor_of_a_coordinate_plane(subspace_min):
    """On the plane of the first two axes, diag(3, 2, 1) has the least value 2."""
    import numpy as np

    for size in (1.0, 10.0):
        value = subspace_min(size * np.diag([3.0, 2.0, 1.0]), [[1, 0], [0, 1], [0, 0]])
        diagonal = f"np.diag([{3 * size:g}, {2 * size:g}, {size:g}])"
        call = f"subspace_min({diagonal}, [[1, 0], [0, 1], [0, 0]])"
        said = f"{call} returned {value}, expected {2 * size:g}"
        assert value is not None and np.shape(value) == (), f"{said}, one number"
        assert abs(value - 2 * size) < 1e-8 * size, said


# %% tags=["check"] points=0.5 hint="These columns span the same plane as before. Which columns could you use instead of those of B?"
def finds_it_from_a_skewed_basis_too(subspace_min):
    """The columns (2, 0, 0) and (3, 1, 0) span the same plane, so the least value is 2 again."""
    import numpy as np

    for size in (1.0, 10.0):
        value = subspace_min(size * np.diag([3.0, 2.0, 1.0]), [[2, 3], [0, 1], [0, 0]])
        diagonal = f"np.diag([{3 * size:g}, {2 * size:g}, {size:g}])"
        call = f"subspace_min({diagonal}, [[2, 3], [0, 1], [0, 0]])"
        said = f"{call} returned {value}, expected {2 * size:g}"
        assert value is not None and abs(value - 2 * size) < 1e-8 * size, said


# %% tags=["check", "hidden"] points=0.75 hint="Take many random z and evaluate R at x = Bz: no value may lie below yours, and the best ones come close to it."
def finds_the_least_value_on_any_subspace(subspace_min):
    """The value is right for subspaces of every dimension in general position, symmetric A, of any size and sign."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3603)
    for n, k in [(2, 1), (3, 2), (4, 2), (5, 3), (6, 2), (7, 4), (8, 6)]:
        C, B = rng.standard_normal((n, n)), rng.standard_normal((n, k))
        S = C + C.T
        shift = 2.0 * np.linalg.norm(S) * np.eye(n)
        cases = {"an indefinite": S, "a positive definite": S + shift}
        cases |= {"a negative definite": S - shift, "a tiny": 1e-90 * S, "a huge": 1e90 * S}
        for name, A in cases.items():
            expected = reference.subspace_min(A, B)
            what = f"subspace_min(A, B) for {name} A, n = {n}, k = {k},"
            assert_close(subspace_min(A, B), expected, rtol=1e-9, scale=abs(A).max(), what=what)


# %% tags=["check", "hidden"] points=0.5 hint="B and BR with an invertible R span the same subspace. Compare your two values."
def depends_on_the_subspace_alone(subspace_min):
    """Another basis of the same subspace, skewed, reordered, short or long, gives the same value."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3604)
    for n, k in [(3, 2), (5, 3), (6, 1), (4, 4)]:
        A = rng.standard_normal((n, n))
        B, _ = np.linalg.qr(rng.standard_normal((n, k)))
        expected = reference.subspace_min(A, B)
        skew = np.eye(k) + 0.8 * np.triu(np.ones((k, k)), 1)
        bases = {
            "an orthonormal basis": B,
            "a skewed basis": B @ skew,
            "nearly parallel columns": B @ (np.eye(k) + 9.0 * np.ones((k, k))),
            "columns of unequal length": B * np.linspace(1.0, 40.0, k),
            "the columns in another order, with other signs": -(B @ skew)[:, ::-1],
            "a basis of length 1e-60": 1e-60 * (B @ skew),
            "a basis of length 1e60": 1e60 * (B @ skew),
            "a basis of length 1e-9": 1e-9 * (B @ skew),
        }
        for name, basis in bases.items():
            what = f"subspace_min(A, B) for {name}, n = {n}, k = {k},"
            value = subspace_min(A, basis)
            assert_close(value, expected, rtol=1e-9, scale=abs(A).max(), what=what)


# %% tags=["check", "hidden"] points=0.5 hint="The form belongs to the symmetric part. Does any function of yours read one triangle of a matrix only?"
def sees_the_symmetric_part_only(subspace_min):
    """A matrix that is not symmetric gives the value of its symmetric part."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3605)
    for n, k in [(2, 2), (3, 2), (4, 3), (5, 1), (6, 4)]:
        A, B = rng.standard_normal((n, n)), rng.standard_normal((n, k))
        for name, matrix in [
            ("a random matrix", A),
            ("an upper triangle", np.triu(A, 1)),
            ("a lower triangle", np.tril(A, -1)),
            ("a matrix with a large antisymmetric part", A + 10.0 * (A - A.T)),
            ("an antisymmetric matrix", A - A.T),
        ]:
            expected = reference.subspace_min(matrix, B)
            what = f"subspace_min(A, B) for {name}, n = {n}, k = {k},"
            value = subspace_min(matrix, B)
            assert_close(value, expected, rtol=1e-9, scale=abs(matrix).max(), what=what)


# %% tags=["check", "hidden"] points=0.5 hint="What does the theorem say about the span of the first k eigenvectors, and what about all other subspaces of that dimension?"
def obeys_courant_and_fischer(subspace_min):
    """The value is λ_k on the span of the first k eigenvectors, λ_j on that of any others with λ_j the last, and less than λ_k elsewhere."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close, assert_scalar

    rng = np.random.default_rng(3606)
    spectrum = np.array([6.0, 4.0, 1.0, -2.0, -7.0])
    V, _ = np.linalg.qr(rng.standard_normal((5, 5)))
    A = V @ np.diag(spectrum) @ V.T
    for k in range(1, 6):
        mix = np.triu(np.ones((k, k)))
        top = subspace_min(A, V[:, :k] @ mix)
        what = f"subspace_min(A, B) on the first {k} eigenvectors"
        assert_close(top, reference.lambda_k(A, k), rtol=1e-9, scale=abs(A).max(), what=what)
        last = subspace_min(A, V[:, 5 - k :] @ mix.T)
        what = f"subspace_min(A, B) on the last {k} eigenvectors"
        assert_close(last, spectrum[-1], rtol=1e-9, scale=abs(A).max(), what=what)
        for _ in range(4 if k < 5 else 0):
            what = f"subspace_min(A, B) on a random subspace of dimension {k}"
            value = assert_scalar(subspace_min(A, rng.standard_normal((5, k))), what=what)
            assert value < spectrum[k - 1] - 1e-6, f"{what} is {value}, λ_{k} is {spectrum[k - 1]}"
    value = subspace_min(A, V[:, [0, 2, 3]])
    assert_close(value, -2.0, rtol=1e-9, scale=7.0, what="subspace_min(A, B) on v_1, v_3, v_4")


# %% tags=["check", "hidden"] points=0.25 hint="On a line there is one unit vector, up to its sign. And which unit vectors lie in the column space of an invertible B?"
def is_right_on_lines_and_on_the_whole_space(subspace_min):
    """With one column the value is the Rayleigh quotient, with n columns the least eigenvalue of the symmetric part."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3607)
    for n in (1, 2, 4):
        A, B = rng.standard_normal((n, n)), rng.standard_normal((n, n)) + 3.0 * np.eye(n)
        for k, expected in [
            (1, reference.rayleigh(A, B[:, 0])),
            (n, -reference.max_on_sphere(-A)[0]),
        ]:
            what = f"subspace_min(A, B), n = {n}, k = {k},"
            value = subspace_min(A, B[:, :k])
            assert_close(value, expected, rtol=1e-9, scale=abs(A).max(), what=what)
    assert_close(subspace_min([[-3.0]], [[5.0]]), -3.0, what="subspace_min([[-3]], [[5]])")
    assert_close(subspace_min(np.zeros((3, 3)), np.eye(3)[:, :2]), 0.0, what="the value for A = 0")
    # A least value of 0 that is not the largest.
    flat, plane = np.diag([0.0, 1.0, 2.0]), [[1.0, 1.0], [1.0, 2.0], [0.0, 0.0]]
    for name, B in [("a plane", plane), ("the whole space", np.eye(3))]:
        what = f"subspace_min(diag(0, 1, 2), B) for {name}"
        assert_close(subspace_min(flat, B), 0.0, rtol=1e-9, scale=2.0, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Convert before you multiply, and normalise a copy: B /= norm changes the caller's B."
def reads_any_numbers_and_leaves_them_unchanged(subspace_min):
    """Integers, float32, lists and read-only arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(3608)
    fixed, still = rng.standard_normal((4, 4)), rng.standard_normal((4, 2))
    fixed.setflags(write=False)
    still.setflags(write=False)
    cases = {
        "float64": (rng.standard_normal((4, 4)), rng.standard_normal((4, 3))),
        "one column": (rng.standard_normal((3, 3)), rng.standard_normal((3, 1))),
        "int8": (
            np.array([[100, 90, 7], [120, -100, 5], [3, 90, 100]], np.int8),
            np.array([[100, 90], [-90, 100], [50, 1]], np.int8),
        ),
        "lists": ([[10**9, 2, 0], [3, 10**9, 7], [1, 1, -(10**9)]], [[1, 2], [3, 5], [1, 0]]),
        "tuples": (((0.5, 2), (7, 0.1)), ((0.3,), (0.4,))),
        "float32": (
            rng.standard_normal((4, 4)).astype(np.float32),
            rng.standard_normal((4, 2)).astype(np.float32),
        ),
        "float32 with a value far from 0": (
            np.diag(np.float32([3.0, 4.0, 5.0])),
            np.float32([[0.1, 0.2], [0.7, 0.3], [0.3, 0.9]]),
        ),
        "float32 only for B": (rng.standard_normal((3, 3)), np.float32([[0.1], [0.7], [0.3]])),
        "read-only": (fixed, still),
        "strided": (rng.standard_normal((6, 8))[::2, ::-3], rng.standard_normal((6, 4))[::-2, ::2]),
        "column order": (rng.standard_normal((3, 3)).T, rng.standard_normal((2, 3)).T),
    }
    for name, (A, B) in cases.items():
        expected = reference.subspace_min(A, B)
        scale = abs(np.asarray(A, dtype=float)).max()
        value = assert_unchanged(subspace_min, A, B, what=f"subspace_min with {name}")
        assert_close(value, expected, rtol=1e-9, scale=scale, what=f"the value for {name}")


# %% tags=["check", "hidden"] points=0.125 hint="qr and eigh do not notice that a column adds nothing new. Count the dimension of the column space, relative to the size of B."
def refuses_dependent_columns(subspace_min):
    """Dependent columns raise ValueError, however large or small they are."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    value = subspace_min(np.eye(3), np.eye(3, 2))
    assert_close(value, 1.0, rtol=1e-9, what="subspace_min with two axes as B")
    rng = np.random.default_rng(3609)
    low = rng.integers(-9, 10, (5, 2)) @ rng.integers(-9, 10, (2, 3))
    cases = {
        "parallel columns": np.array([[1.0, 2.0], [2.0, 4.0], [3.0, 6.0]]),
        "a repeated column": rng.standard_normal((5, 2))[:, [0, 1, 0]],
        "a repeated column before another": rng.standard_normal((5, 2))[:, [0, 0, 1]],
        "a zero column before another": np.array([[0.0, 1.0], [0.0, 2.0], [0.0, 0.0]]),
        "a zero column": np.array([[1.0, 0.0], [2.0, 0.0], [0.0, 0.0]]),
        "a single zero column": np.zeros((3, 1)),
        "1, 2, 3, …, 9": np.arange(1.0, 10.0).reshape(3, 3),
        "three columns of rank 2": low.astype(float),
        "the number 0": np.zeros((1, 1)),
    }
    for name, B in cases.items():
        A = np.diag(np.arange(1.0, len(B) + 1))
        for size in (1.0, 2.0**40, 2.0**-40, 2.0**-200):  # exact, so that they stay dependent
            what = f"subspace_min with B = {name}, times {size:g},"
            assert_raises_value_error(subspace_min, A, size * B, what=what)


# %% tags=["check", "hidden"] points=0.125 hint="More columns than rows are never a basis, a vector is no matrix with one column, and NaN passes through qr in silence."
def refuses_shapes_that_do_not_fit(subspace_min):
    """Shapes that do not fit, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    value = subspace_min(np.eye(3), np.eye(3, 2))
    assert_close(value, 1.0, rtol=1e-9, what="subspace_min of shapes that fit")
    shapes = [((3, 3), s) for s in [(2, 1), (4, 2), (2, 2), (1, 1), (3,), (), (3, 4), (3, 2, 1)]]
    shapes += [((3, 3), s) for s in [(2, 3), (1, 3), (1, 3, 2), (2, 3, 2)]]
    shapes += [((1, 1), s) for s in [(3, 2), (3, 1), (1, 2)]]
    shapes += [((2, 3), s) for s in [(3, 2), (2, 1), (3, 1)]]
    shapes += [((3, 2), (3, 2)), ((3, 2), (2, 1)), ((3,), (3, 1)), ((2, 3, 3), (3, 2))]
    shapes += [((1, 3, 3), (3, 2)), ((), (1, 1))]
    for left, right in shapes:
        A = np.broadcast_to(np.eye(*left[-2:]) if len(left) > 1 else 1.0, left).copy()
        B = np.broadcast_to(np.eye(*right[-2:]) if len(right) > 1 else 1.0, right).copy()
        what = f"subspace_min with A of shape {left} and B of shape {right}"
        assert_raises_value_error(subspace_min, A, B, what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for spoilt in range(2):
            arguments = [np.eye(3), np.eye(3)[:, :2]]
            arguments[spoilt][0, 1] = bad
            what = f"subspace_min with {bad} in argument {spoilt + 1}"
            assert_raises_value_error(subspace_min, *arguments, what=what)


# %% tags=["figure"]
# The floors of 3000 random subspaces of dimension 1, 2 and 3, and the eigenvalue none gets above.
rng = np.random.default_rng(3)
A = rng.standard_normal((8, 8))
A = (A + A.T) / 2
eigenvectors = np.linalg.eigh(A)[1][:, ::-1]  # columns v_1, v_2, …
try:
    fig, axes = plt.subplots(3, 1, figsize=(8.5, 6.5), sharex=True, layout="constrained")
    for k, ax in enumerate(axes, start=1):
        floors = [subspace_min(A, rng.standard_normal((8, k))) for _ in range(3000)]
        top, best = lambda_k(A, k), subspace_min(A, eigenvectors[:, :k])
        ax.hist(floors, bins=60, color="#56B4E9", label="random subspaces")
        ax.axvline(top, color="#D55E00", linewidth=2.5, label="$\\lambda_k$")
        ax.plot(best, 0, "D", color="black", clip_on=False, zorder=5, label="span of $v_1, …, v_k$")
        ax.set_title(
            f"k = {k}: highest floor {max(floors):.2f}, $\\lambda_{k}$ = {top:.2f}", fontsize=12
        )
        ax.set_ylabel("subspaces", fontsize=12)
    axes[-1].set_xlabel(
        "least value of $x^\\top A\\,x$ on the unit sphere of the subspace", fontsize=12
    )
    fig.legend(
        *ax.get_legend_handles_labels(),
        loc="outside lower center",
        ncols=3,
        frameon=False,
        fontsize=12,
    )
    plt.show()
except (NotImplementedError, NameError) as missing:
    plt.close("all")
    print(f"This figure waits for an answer: {missing}")

# %% [markdown]
# **What the figure shows.** Of thousands of random subspaces of dimension $k$ none has a floor above $\lambda_k$, and hardly any comes near: in eight dimensions there are many ways to be tilted. The span of the first $k$ eigenvectors sits exactly on the line. This is how to find $\lambda_k$ without a word about eigenvectors: as the highest floor.
