# %% [markdown]
# ### 5. What W_QK stores
#
# "$W_{QK}$ stores a set of tasks as eigenvalues", say the notes. Eigenvalues answer a question about *one* vector, $Wx=\lambda x$. A head takes *two*, a query and a key. Which pair of unit vectors has the largest score? Look at the smallest example.

# %%
# Needs none of your answers. The largest xᵀWy, the largest xᵀWx, and the eigenvalues.
W = np.array([[0.0, 1.0], [0.0, 0.0]])
t = np.linspace(0, 2 * np.pi, 721)
circle = np.column_stack([np.cos(t), np.sin(t)])
values = circle @ W @ circle.T
print(f"largest xᵀWy: {values.max():.3f}    largest xᵀWx: {values.diagonal().max():.3f}")
print(f"eigenvalues of W: {np.linalg.eigvals(W)}    of the symmetric part: {np.linalg.eigvalsh((W + W.T) / 2)}")  # fmt: skip

# %% [markdown]
# All eigenvalues are $0$, and still the query $(1,0)$ scores $1$ with the key $(0,1)$. Three different numbers belong to three different questions:
#
# - **two vectors:** $\max x^\top Wy=\sigma_1$ over unit $x$ and $y$, the largest *singular value*, attained at the first pair of singular vectors $u_1$ and $v_1$. A head that looks for something else than itself stores its tasks as singular triples $(\sigma_i,u_i,v_i)$;
# - **one vector twice:** $\max x^\top Wx=\lambda_1\big(\tfrac12(W+W^\top)\big)\le\sigma_1$, as in notebook 3;
# - **the eigenvalues of $W$** itself are mostly complex in real heads and change with the basis (notebook 1: the matrix of a form becomes $P^\top WP$, not $P^{-1}WP$). What their signs can tell is whether a token likes tokens of its own kind.
#
# $W=W_QW_K^\top$ is large, $12288\times12288$ in GPT-3, but its two factors are thin. A QR decomposition of each, $W_Q=Q_1R_1$ and $W_K=Q_2R_2$, leaves $W=Q_1(R_1R_2^\top)Q_2^\top$ with a small matrix in the middle. What are the singular vectors of $W$, then? (Do not square: the eigenvalues of $W^\top W$ are the $\sigma_i^2$, and whatever is below $10^{-8}\sigma_1$ drowns in rounding.)
# For the eigenvalues there is a shortcut too: $W_QW_K^\top$ and the small $C=W_K^\top W_Q$ have the same ones, apart from zeros.
#
# How symmetric is $W$? Split it as in notebook 2. The symmetric part has the share $\lVert\frac12(W+W^\top)\rVert_F^2/\lVert W\rVert_F^2=\frac12\big(1+\operatorname{tr}(C^2)/\lVert W\rVert_F^2\big)$ of the squared size: $1$ for a symmetric $W$, $0$ for an antisymmetric one, ½ for an undecided one.
#
# **Your task.** The reduced singular value decomposition from the factors, and the numbers of the three questions.


# %% tags=["answer"]
def qk_svd(W_Q, W_K):
    """The reduced singular value decomposition W_Q W_Kᵀ = U diag(s) Vᵀ, from the thin factors.

    W_Q, W_K: shape (d, d_head) with d ≥ d_head. Array-like (lists, integers, float32, …): compute in
        float64, change none of them.

    Returns the tuple (U, s, V): U (d, d_head) and V (d, d_head) with orthonormal columns (also when
    some singular values are 0), s (d_head,) in descending order.
    Each s has a relative error of at most 1e-4 as long as it is at least 1e-10 times the largest.
    Memory: no d × d array; at d = 3000 and d_head = 4 the call may allocate at most 20 MB.

    Raises ValueError when W_Q or W_K has not exactly two axes, their shapes differ, d < d_head, or
    anything holds NaN or infinity.
    """
    # BEGIN SOLUTION
    W_Q, W_K = np.asarray(W_Q, dtype=float), np.asarray(W_K, dtype=float)
    if W_Q.ndim != 2 or W_Q.shape != W_K.shape or W_Q.shape[0] < W_Q.shape[1]:
        raise ValueError(f"W_Q {W_Q.shape} and W_K {W_K.shape}: wanted two (d, d_head), d ≥ d_head")
    if not (np.isfinite(W_Q).all() and np.isfinite(W_K).all()):
        raise ValueError("all numbers must be finite")
    Q1, R1 = np.linalg.qr(W_Q)
    Q2, R2 = np.linalg.qr(W_K)
    U, s, Vt = np.linalg.svd(R1 @ R2.T)  # d_head × d_head
    return Q1 @ U, s, Q2 @ Vt.T  # orthonormal columns times an orthogonal matrix stay orthonormal
    # END SOLUTION


def qk_spectrum(W_Q, W_K):
    """What singular values, eigenvalues and symmetry say about W = W_Q W_Kᵀ (which is not 0).

    Arguments and errors as in qk_svd; here d × d arrays are fine.

    Returns a dict with these keys:
        "sigma1"       the largest xᵀWy over unit vectors x and y, a number
        "lambda1_sym"  the largest xᵀWx over unit vectors x in R^d, a number
        "eigs"         the eigenvalues of C = W_Kᵀ W_Q, shape (d_head,), in any order; they may
                       be complex
        "sym_share"    ½(1 + tr(C²)/‖W‖²), Frobenius norm, a number
    with errors of at most 1e-9 times the largest singular value (sym_share: 1e-9; eigs: 1e-7 times
    the largest singular value of C).
    """
    # BEGIN SOLUTION
    s = qk_svd(W_Q, W_K)[1]
    W_Q, W_K = np.asarray(W_Q, dtype=float), np.asarray(W_K, dtype=float)
    W, C = W_Q @ W_K.T, W_K.T @ W_Q
    return {
        "sigma1": s[0],
        # The symmetric part of the d × d matrix: the one of C has other eigenvalues.
        "lambda1_sym": np.linalg.eigvalsh((W + W.T) / 2)[-1],
        "eigs": np.linalg.eigvals(C),
        "sym_share": (1 + np.trace(C / s[0] @ C / s[0]) / np.sum((s / s[0]) ** 2)) / 2,
    }
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="The columns of U are query directions, those of V key directions. numpy returns the transpose of one of them."
def decomposes_the_example(qk_svd):
    """W_Q W_Kᵀ = U diag(s) Vᵀ for a small head, with s = (6, 2)."""
    import numpy as np

    W_Q, W_K = np.array([[0.0, 2], [1, 0], [0, 0]]), np.array([[0.0, 0], [2, 0], [0, 3]])
    parts = qk_svd(W_Q, W_K)
    given = "with W_Q = [[0, 2], [1, 0], [0, 0]], W_K = [[0, 0], [2, 0], [0, 3]]"
    call = "U, s, V = qk_svd(W_Q, W_K) returned"
    assert parts is not None, f"{call} None, expected three arrays, {given}"
    U, s, V = parts
    for name, part, shape in [("U", U, (3, 2)), ("V", V, (3, 2)), ("s", s, (2,))]:
        said = f"{call} {name} of shape {np.shape(part)}, expected {shape}, {given}"
        assert np.shape(part) == shape, said
    assert np.allclose(s, [6, 2]), f"{call} s = {s}, expected [6 2], {given}"
    product, wanted = (U * s) @ np.transpose(V), W_Q @ W_K.T
    said = f"{call} factors with U diag(s) V^T =\n{product}\nexpected\n{wanted}\n{given}"
    assert np.allclose(product, wanted), said


# %% tags=["check"] points=0.25 hint="Two vectors: singular value. One vector twice: symmetric part. Which of the three questions does each key ask?"
def answers_the_three_questions_of_the_example(qk_spectrum):
    """For W = [[0, 1], [0, 0]]: 1 for two vectors, ½ for one, the eigenvalue 0, and half symmetric."""
    import numpy as np

    found = qk_spectrum([[1], [0]], [[0], [1]])
    call = "qk_spectrum([[1], [0]], [[0], [1]])"
    expected = {"sigma1": 1, "lambda1_sym": 0.5, "eigs": [0], "sym_share": 0.5}
    assert found is not None, f"{call} returned None, expected a dict"
    for key, wanted in expected.items():
        assert key in found, f"{call} returned a dict without the key {key!r}, expected it"
        value = found[key]
        said = f"{call}[{key!r}] returned {value}, expected {wanted}"
        assert np.shape(value) == np.shape(wanted), f"{said} of shape {np.shape(wanted)}"
        assert value is not None and np.allclose(value, wanted), said


# %% tags=["check", "hidden"] points=0.5 hint="Multiply your three factors: is it W? Are the columns of U and V orthonormal, also when W has a smaller rank? Dividing by s is no good then."
def is_a_singular_value_decomposition(qk_svd):
    """U and V have orthonormal columns, s descends, and U diag(s) Vᵀ is W, for every shape and rank."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(741)
    for d, h, rank in [(7, 3, 3), (4, 4, 4), (6, 1, 1), (1, 1, 1), (8, 4, 2), (5, 5, 3), (9, 6, 1)]:
        for size in (1.0, 1e-30, 1e30):
            W_Q, W_K = rng.standard_normal((2, d, h))
            W_K[:, rank:] = 0
            W_Q = size * W_Q
            result = qk_svd(W_Q, W_K)
            assert type(result) is tuple and len(result) == 3, "qk_svd returns no tuple (U, s, V)"
            U, s, V = result
            expected, what = reference.qk_svd(W_Q, W_K)[1], f"of a head {d, h} of rank {rank}"
            largest = expected[0]
            assert_close(s, expected, rtol=1e-9, scale=largest, what=f"s {what}")
            for name, factor in [("U", U), ("V", V)]:
                assert type(factor) is np.ndarray, f"{name} is no array"
                assert factor.shape == (d, h), f"{name} has shape {factor.shape}, wanted {(d, h)}"
                assert_close(
                    factor.T @ factor, np.eye(h), atol=1e-9, what=f"{name}^T {name} {what}"
                )
            W = W_Q @ W_K.T
            assert_close((U * s) @ V.T, W, rtol=1e-9, scale=largest, what=f"U diag(s) V^T {what}")


# %% tags=["check", "hidden"] points=0.5 hint="Squaring halves the digits: a singular value of 1e-10 becomes 1e-20, far below the rounding of 1. Never form W^T W, nor W_Q^T W_Q."
def keeps_the_small_singular_values(qk_svd):
    """Singular values from 1 down to 1e-10 are right to 1e-4."""
    import numpy as np
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(742)
    for d, h in [(40, 5), (12, 11), (60, 3)]:
        s = np.logspace(0, -10, h)
        U, V = (np.linalg.qr(rng.standard_normal((d, h)))[0] for _ in range(2))
        G = np.linalg.qr(rng.standard_normal((h, h)))[0]  # hidden in the product
        for left, right in [(s**0.5, s**0.5), (s, s**0), (s**0, s)]:
            result = qk_svd((U * left) @ G, (V * right) @ G)
            assert type(result) is tuple and len(result) == 3, "qk_svd returns no tuple (U, s, V)"
            assert_close(result[1], s, rtol=1e-4, what=f"s of a head {d, h} from 1 to 1e-10")


# %% tags=["check", "hidden"] points=0.25 hint="A 3000 × 3000 array has 72 MB. Which of your steps makes one? numpy's qr and svd have a reduced form as well."
def needs_little_memory(qk_svd):
    """At d = 3000 and d_head = 4 a call allocates at most 20 MB."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close, measure

    W_Q, W_K = np.random.default_rng(743).standard_normal((2, 3000, 4))
    result, peak, _ = measure(qk_svd, W_Q, W_K)
    assert peak <= 20e6, f"qk_svd allocated {peak / 1e6:.0f} MB at d = 3000, wanted at most 20"
    assert type(result) is tuple and len(result) == 3, "qk_svd returns no tuple (U, s, V)"
    assert_close(result[1], reference.qk_svd(W_Q, W_K)[1], rtol=1e-9, what="s at d = 3000")


# %% tags=["check", "hidden"] points=0.5 hint="Which matrix has xᵀWx as its quadratic form? It is d × d: think of a W whose form is never positive, and of one without any zero eigenvalue."
def finds_the_largest_values_of_both_kinds(qk_spectrum):
    """sigma1 is the largest xᵀWy and lambda1_sym the largest xᵀWx, for symmetric, antisymmetric, negative and general W."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(744)
    heads = [rng.standard_normal((2, d, h)) for d, h in [(7, 3), (4, 4), (5, 4), (9, 2), (1, 1)]]
    W = rng.standard_normal((6, 3))
    heads += [(W, W), (W, -W), (1e-20 * W, 1e-20 * rng.standard_normal((6, 3)))]
    heads += [(np.eye(4), -np.eye(4)), (np.eye(2), [[0, -1], [1, 0]]), ([[2.0]], [[-3.0]])]
    heads += [(np.diag([1.0, 2, 3]), -np.eye(3)), ([[1], [0]], [[0], [5]])]
    for W_Q, W_K in heads:
        expected, found = reference.qk_spectrum(W_Q, W_K), qk_spectrum(W_Q, W_K)
        assert type(found) is dict, "qk_spectrum returns no dict"
        for key in ("sigma1", "lambda1_sym"):
            assert key in found, f"qk_spectrum has no key {key}"
            what = f"{key} of a head {np.shape(W_Q)}"
            assert_close(found[key], expected[key], rtol=1e-9, scale=expected["sigma1"], what=what)


# %% tags=["check", "hidden"] points=0.5 hint="C is d_head × d_head and not symmetric: its eigenvalues come in complex pairs. What is sym_share for a symmetric and for an antisymmetric W?"
def finds_eigenvalues_and_symmetry(qk_spectrum):
    """eigs holds the eigenvalues of C, complex ones too, and sym_share runs from 0 to 1."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(745)
    heads = [rng.standard_normal((2, d, h)) for d, h in [(7, 3), (4, 4), (12, 6), (9, 2), (1, 1)]]
    W = rng.standard_normal((6, 3))
    heads += [(W, W), (W, -W), (np.eye(2), np.array([[0.0, -1], [1, 0]]))]
    heads += [(1e-20 * a, 1e20 * b) for a, b in heads[:2]] + [(1e-9 * W, W + 0.1)]
    for W_Q, W_K in heads:
        expected, found = reference.qk_spectrum(W_Q, W_K), qk_spectrum(W_Q, W_K)
        assert type(found) is dict, "qk_spectrum returns no dict"
        assert {"eigs", "sym_share"} <= set(found), "qk_spectrum lacks eigs or sym_share"
        what, size = f"of a head {W_Q.shape}", np.linalg.norm(W_K.T @ W_Q, 2)
        assert_close(found["sym_share"], expected["sym_share"], atol=1e-9, what=f"sym_share {what}")
        eigs, left = found["eigs"], list(expected["eigs"])
        eigs = np.array(eigs) if type(eigs) in (list, tuple) else eigs
        assert type(eigs) is np.ndarray, f"eigs {what} is no array"
        assert eigs.shape == (len(left),), f"eigs {what} has shape {eigs.shape}"
        assert eigs.dtype.kind in "iufc", f"eigs {what} holds no numbers"
        for value in eigs:  # each takes the nearest that is left
            nearest = min(left, key=lambda other: abs(other - value))
            assert abs(nearest - value) <= 1e-7 * size, f"{value} in eigs {what} is no eigenvalue"
            left.remove(nearest)


# %% tags=["check", "hidden"] points=0.25 hint="Look at both arguments before the first decomposition: numpy's qr returns NaN without a word. And write into nothing that is not yours."
def reads_its_arguments_with_care(qk_svd, qk_spectrum):
    """Every kind of number gives the float64 result, no argument changes, and what does not fit raises ValueError."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close, assert_raises_value_error, assert_unchanged

    rng = np.random.default_rng(746)
    cases = {
        "int8": [np.array([[100, 3], [-7, 100], [90, 1]], np.int8), np.full((3, 2), 100, np.int8)],
        "lists": [[[1], [2]], [[5], [6]]],
        "large integers": [np.array([[2**40, 3], [-7, 2**40], [90, 1]]), np.full((3, 2), 2**40)],
        "float32": [rng.standard_normal((4, 2)).astype(np.float32) for _ in range(2)],
        "float16": [rng.standard_normal((4, 2)).astype(np.float16) for _ in range(2)],
        "strided": [rng.standard_normal((2, 3)).T, rng.standard_normal((6, 4))[::2, ::-2]],
        "float64": list(rng.standard_normal((2, 4, 4))),
    }
    for name, head in cases.items():
        _, s, _ = reference.qk_svd(*head)
        result = assert_unchanged(qk_svd, *head, what="qk_svd")
        assert type(result) is tuple and len(result) == 3, "qk_svd returns no tuple (U, s, V)"
        assert_close(result[1], s, rtol=1e-9, scale=s[0], what=f"s for {name}")
        found = assert_unchanged(qk_spectrum, *head, what="qk_spectrum")
        assert type(found) is dict, "qk_spectrum returns no dict"
        assert {"sigma1", "lambda1_sym"} <= set(found), "qk_spectrum lacks sigma1 or lambda1_sym"
        assert_close(found["sigma1"], s[0], rtol=1e-9, what=f"sigma1 for {name}")
        lambda1 = reference.qk_spectrum(*head)["lambda1_sym"]
        found = found["lambda1_sym"]
        assert_close(found, lambda1, rtol=1e-9, scale=s[0], what=f"lambda1_sym for {name}")
    for name, f in [("qk_svd", qk_svd), ("qk_spectrum", qk_spectrum)]:
        wrong = [
            ((3,), (3,)),
            ((1,), (1,)),
            ((3, 2), (3, 1)),
            ((3, 2), (4, 2)),
            ((2, 3), (2, 3)),
            ((3, 2), (2, 3)),
        ]
        for left, right in [*wrong, ((2, 3, 2), (2, 3, 2)), ((3, 1), (3,))]:
            what = f"{name} of shapes {left} and {right}"
            assert_raises_value_error(f, np.ones(left), np.ones(right), what=what)
        for bad, place in [(np.nan, -1), (np.inf, 0), (-np.inf, -1), (np.nan, 0)]:
            for position in range(2):
                head = [np.ones((3, 2)), np.ones((3, 2))]
                head[position].flat[place] = bad
                what = f"{name} with {bad} in argument {position + 1}"
                assert_raises_value_error(f, *head, what=what)


# %% tags=["figure"]
# Layer 0, head 2 of the real transformer: 32 singular values for 384 dimensions. And all 72 heads.
try:
    real, rows = np.load("minilm_slice.npz"), slice(64, 96)
    W_Q, W_K = (real[f"{name}_weight"][rows].astype(float).T for name in ("query", "key"))
    s, spectrum = qk_svd(W_Q, W_K)[1], qk_spectrum(W_Q, W_K)
    fig, (left, right) = plt.subplots(1, 2, figsize=(10, 4.5), layout="constrained")
    left.plot(np.arange(1, 33), s, "o-", color="#0072B2", label="singular values")
    left.axhline(spectrum["lambda1_sym"], color="#D55E00", label="largest xᵀWx")
    left.axhline(
        abs(spectrum["eigs"]).max(), color="#777777", ls="--", label="largest |eigenvalue|"
    )
    left.set(xlabel="number", ylabel="value", ylim=(0, None), title="Layer 0, head 2")
    left.legend(frameon=False, loc="upper right", bbox_to_anchor=(1, 0.9))
    sigma, lambda1 = real["head_sigma1"].ravel(), real["head_lambda1_sym"].ravel()
    right.plot([0, sigma.max()], [0, sigma.max()], color="#777777", ls="--", label="equal")
    right.plot(sigma, lambda1, "o", color="#009E73", label="one of the 72 heads")
    right.plot(spectrum["sigma1"], spectrum["lambda1_sym"], "s", ms=9, color="#D55E00", label="layer 0, head 2")  # fmt: skip
    right.set(xlabel="largest xᵀWy, a singular value", ylabel="largest xᵀWx", title="Two vectors reach further than one")  # fmt: skip
    right.legend(frameon=False)
    plt.show()
    print(f"σ₁ = {spectrum['sigma1']:.2f}, largest xᵀWx = {spectrum['lambda1_sym']:.2f}")
    print(f"symmetric share: {spectrum['sym_share']:.3f}, complex eigenvalues: {np.mean(np.imag(spectrum['eigs']) != 0):.0%}")  # fmt: skip
except (NotImplementedError, NameError) as missing:
    plt.close()
    print(f"This figure waits for an answer: {missing}")

# %% [markdown]
# **What this shows.** The head has 32 tasks, not 384: that many directions of a query matter, each with a key direction of its own. In every head $\sigma_1$ is larger than anything that a vector reaches with itself; in the median head 75 % of the eigenvalues are complex.
#
# One eigenvalue of head 2 is nearly as large as $\sigma_1$, but it is complex: the head *turns* a plane by some angle, which scores a vector with its turned neighbour, and not with itself. Keep that in mind for question 7.
