# %% [markdown]
# ### 1. A form and its mirror image
#
# What happens to $\langle w,v\rangle=w^\top A\,v$ when the two vectors change places? A number is its own transpose, so
#
# $$\langle v,w\rangle=v^\top A\,w=\big(v^\top A\,w\big)^\top=w^\top A^\top v .$$
#
# Swapping the vectors means transposing the matrix. So the notes are right: $\langle w,v\rangle=\langle v,w\rangle$ for all $v,w$ exactly if $A$ is a symmetric matrix. (In *every* basis, by the way: with $A$, also $P^\top AP$ is symmetric.)
#
# Most forms are not symmetric. In an attention head, how much "cat" looks at "the" is not how much "the" looks at "cat". But each form splits into a symmetric part, which stays when the vectors are swapped, and an antisymmetric one, which changes its sign:
#
# $$A=S+K,\qquad S^\top=S,\qquad K^\top=-K .$$
#
# There is only one such split. (Transpose the equation, and you have two equations for $S$ and $K$.)
#
# The antisymmetric part has a blind spot: $x^\top Kx$ is $0$ for every $x$, because swapping $x$ with $x$ changes nothing and yet changes the sign. So $x^\top A\,x=x^\top S\,x$: when both vectors are the same, *only $S$ is seen*. That is the key to question 3; the figure below the checks shows it.
#
# **Your task.** Split a square matrix.


# %% tags=["answer"]
def sym_antisym(A):
    """The symmetric part S and the antisymmetric part K of A: A = S + K, Sᵀ = S, Kᵀ = −K.

    A: a matrix of shape (n, n), array-like: compute in float64, do not change it.

    Returns the tuple (S, K) of two arrays of shape (n, n), each entry right up to the rounding of a
    few additions of the entries a_ij and a_ji.

    Raises ValueError when A is not a square matrix with two axes, and when it holds NaN or infinity.
    """
    # BEGIN SOLUTION
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError(f"A must be a finite square matrix, not one of shape {A.shape}")
    # A = S + K and its transpose Aᵀ = S − K: half their sum is S, half their difference K.
    return (A + A.T) / 2, (A - A.T) / 2
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="Write down A = S + K, transpose it, and solve the two equations for S and K."
def splits_the_example(sym_antisym):
    """[[1, 10], [0, 1]] is [[1, 5], [5, 1]] + [[0, 5], [-5, 0]]."""
    import numpy as np

    result = sym_antisym([[1, 10], [0, 1]])
    call = "sym_antisym([[1, 10], [0, 1]]) returned"
    pair = type(result) is tuple and len(result) == 2
    assert pair, f"{call} {result}, a {type(result).__name__}, expected the tuple (S, K)"
    for name, part, entries in zip("SK", result, ([[1, 5], [5, 1]], [[0, 5], [-5, 0]])):
        wanted = np.array(entries)
        said = f"{call} (S, K) with {name} =\n{part}\nexpected\n{wanted}"
        assert np.shape(part) == (2, 2), f"{said}\nof shape (2, 2), not {np.shape(part)}"
        assert np.allclose(part, wanted), said


# %% tags=["check", "hidden"] points=0.25 hint="Add your S and K: is it A again? Then transpose each of them: is S the same, and K the same but for the sign? Try a matrix that is already symmetric, too."
def splits_matrices_of_every_size(sym_antisym):
    """S + K = A with Sᵀ = S and Kᵀ = −K, for general, symmetric, antisymmetric, tiny and huge matrices."""
    import numpy as np
    from mathtx_ref import inner_products as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(2101)
    for n in (1, 2, 3, 6):
        B = rng.standard_normal((n, n))
        spread = B * 10.0 ** rng.integers(-90, 90, (n, n))  # entries of very unequal size
        cases = {"a matrix": B, "1e-98 times it": 1e-98 * B, "1e98 times it": 1e98 * B}
        cases |= {"a symmetric matrix": B + B.T, "an antisymmetric one": B - B.T, "zero": 0 * B}
        cases |= {"a triangular matrix": np.triu(B), "unequal entries": spread}
        for name, A in cases.items():
            expected, size = reference.sym_antisym(A), abs(A) + abs(A.T)
            what = f"sym_antisym of {name}, n = {n},"
            result = sym_antisym(A)
            assert type(result) is tuple and len(result) == 2, f"{what} is no tuple of two arrays"
            for part, found, wanted in zip("SK", result, expected, strict=True):
                assert_close(found, wanted, scale=size, what=f"{part} in {what}")
                sign = 1.0 if part == "S" else -1.0
                mirrored = sign * np.asarray(found, dtype=float).T
                assert_close(mirrored, wanted, scale=size, what=f"{part} transposed in {what}")


# %% tags=["check", "hidden"] points=0.25 hint="int8 ends at 127, uint8 knows no negative numbers, and A += A.T writes into the caller's array."
def reads_any_numbers_and_leaves_them_unchanged(sym_antisym):
    """Integers, float32, lists, read-only and strided arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import inner_products as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(2102)
    fixed = rng.standard_normal((4, 4))
    fixed.setflags(write=False)
    cases = {
        "float64": rng.standard_normal((3, 3)),
        "int8": np.array([[100, 90], [-120, 127]], np.int8),
        "uint8": np.array([[250, 3], [5, 200]], np.uint8),
        "int64": rng.integers(-9, 10, (3, 3)),
        "a list": [[1, 2, 3], [4.5, 5, 6], [7, 8, 10**9]],
        "tuples": ((0.1, 0.2), (0.7, 0.3)),
        "float32": rng.standard_normal((3, 3)).astype(np.float32),
        "read-only": fixed,
        "strided": rng.standard_normal((6, 6))[::2, ::-2],
        "column order": np.asfortranarray(rng.standard_normal((3, 3))),
    }
    for name, A in cases.items():
        expected = reference.sym_antisym(A)
        size = np.abs(np.asarray(A, dtype=float))
        result = assert_unchanged(sym_antisym, A, what=f"sym_antisym of {name}")
        assert type(result) is tuple and len(result) == 2, f"{name}: no tuple of two arrays"
        for part, found, wanted in zip("SK", result, expected, strict=True):
            assert_close(found, wanted, scale=size + size.T, what=f"{part} for {name}")


# %% tags=["check", "hidden"] points=0.25 hint="Which matrices have a transpose of their own shape? And numpy adds a row to a column without a word."
def refuses_what_is_no_square_matrix(sym_antisym):
    """Other shapes, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    parts = sym_antisym(np.diag([1.0, 2.0, 3.0]))
    wanted = np.diag([1.0, 2.0, 3.0]), np.zeros((3, 3))
    assert_close(parts, wanted, what="sym_antisym of a square matrix")
    for shape in [(2, 3), (3, 2), (1, 3), (3, 1), (), (1,), (4,), (2, 2, 2), (1, 2, 2), (2, 2, 1)]:
        what = f"sym_antisym of an array of shape {shape}"
        assert_raises_value_error(sym_antisym, np.ones(shape), what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for place in [(0, 0), (0, 2), (2, 1)]:
            A = np.arange(9.0).reshape(3, 3)
            A[place] = bad
            what = f"sym_antisym with {bad} at {list(place)}"
            assert_raises_value_error(sym_antisym, A, what=what)


# %% tags=["figure"]
# Walk once round the unit circle, v = (cos φ, sin φ), and look at vᵀAv, vᵀSv and vᵀKv.
A = np.array([[1.0, 10.0], [0.0, 1.0]])
angles = np.linspace(0, 2 * np.pi, 241)
circle = np.stack([np.cos(angles), np.sin(angles)], axis=-1)  # each row is one v
try:
    S, K = sym_antisym(A)
    whole, seen, unseen = (((circle @ M) * circle).sum(axis=-1) for M in (A, S, K))
    fig, ax = plt.subplots(figsize=(8, 4.2), layout="constrained")
    ax.plot(angles, whole, color="#56B4E9", linewidth=7, label="$v^T A v$")
    ax.plot(angles, seen, color="black", linewidth=1.5, label="$v^T S v$")
    ax.plot(angles, unseen, color="#D55E00", linewidth=2, label="$v^T K v$")
    ax.axhline(1, color="#009E73", linestyle="--", label="eigenvalues of A (1 and 1)")
    for value in np.linalg.eigvalsh(S):
        ax.axhline(
            value, color="#CC79A7", linestyle=":", linewidth=2, label=f"eigenvalue {value:.0f} of S"
        )
    ax.set_xticks(np.pi * np.arange(5) / 2, ["0", "π/2", "π", "3π/2", "2π"])
    ax.set(
        xlabel="direction φ of v",
        ylabel="value of the form",
        title="A = [[1, 10], [0, 1]] on the unit circle",
    )
    ax.legend(frameon=False, loc="upper left", bbox_to_anchor=(1, 1))
    plt.show()
except (NotImplementedError, NameError) as missing:
    print(f"This figure waits for an answer: {missing}")

# %% [markdown]
# **What the figure shows.** The antisymmetric part contributes nothing. And the value runs between the eigenvalues of $S$, $-4$ and $6$; the eigenvalues of $A$, $1$ and $1$, have no part in it. Keep this picture for question 3.
