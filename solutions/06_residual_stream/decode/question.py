# %% [markdown]
# ### 5. Cleaning up
#
# The notes go on: when features barely affect each other, *it's easier for models to clean them afterwards*. What does cleaning mean?
#
# Say we know *which* features are active, and want their strengths. The plain readout gives $Gc$ instead of $c$ (question 3), noise included. But nothing is lost: $x=\sum_jc_jf_{i_j}$ is $d$ equations for $k$ unknowns. If the active features are linearly independent (which needs $k\le d$), they have exactly one solution, however far from orthogonal the features are.
#
# If $x$ holds something else besides, no combination fits exactly, and the natural answer is the one that leaves the least:
#
# $$\min_{c}\ \Big\lVert x-\sum_j c_j\,f_{i_j}\Big\rVert .$$
#
# So nearly orthogonal features make it easy in a precise sense: the smaller the interference, the less a small error in $x$ is amplified. The figure shows the readout's error beside the decoder's.
#
# Two warnings. Solving for *all* $N$ features at once does not work when $N>d$: then many $c$ fit. And solving $G c = F_{\text{active}}\,x$ (the normal equations) squares the condition number, which costs twice the digits.
#
# **Your task.** Return the least-squares coefficients of $x$ on the active features.


# %% tags=["answer"]
def decode(F, idx, x):
    """The coefficients c that minimise ‖x − Σ_j c_j F[idx[j]]‖.

    F: the features, a matrix of shape (N, d), rows of any length.
    idx: the numbers of the k active features, integers in 0 … N−1, in any order.
    x: one vector of shape (d,), which need not be a combination of the active features.
    All are array-like: compute in float64, change none of them.
    The active rows are linearly independent in every check (so k ≤ d), and the condition number of
    the matrix F[idx] is at most 1e6. Even then, for an x that is a combination of the active rows,
    the result must be right to 1e-6 relative to the largest coefficient.

    Returns an array of shape (k,), in the order of idx.

    Raises ValueError when F has not exactly two axes, when an entry of idx is N or larger or is no
    integer (1.5), when x is no vector of length d (length 1 is not stretched, a column is no vector),
    and when F or x holds NaN or infinity, be it in a row that idx does not name.
    """
    # BEGIN SOLUTION
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("F must be a matrix, idx a list of integers")
    if idx.size == 0 or idx.min() < 0 or idx.max() >= len(F) or x.shape != F.shape[1:]:
        raise ValueError(f"F {F.shape}, idx {idx} and x {x.shape} do not fit")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("F and x must be finite")
    # The unknowns multiply the rows of F: as a system of d equations its matrix is F[idx]ᵀ.
    return np.linalg.lstsq(F[idx].T, x, rcond=None)[0]
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="x = 2·(1, 0) + 3·(1, 1): the dot products with the features are 5 and 8. Which c solves the d equations instead?"
def decodes_two_features_that_are_not_orthogonal(decode):
    """From x = (5, 3) and the features (1, 0), (1, 1): the coefficients 2 and 3, in the order of idx."""
    import numpy as np

    F = [[1, 0], [7, 7], [1, 1]]
    for idx, wanted in [([0, 2], [2, 3]), ([2, 0], [3, 2])]:
        c = decode(F, idx, [5, 3])
        said = f"decode({F}, {idx}, [5, 3]) returned {c}, expected {np.array(wanted)}"
        assert np.shape(c) == (2,), f"{said} of shape (2,), not {np.shape(c)}"
        assert np.allclose(c, wanted), said


# %% tags=["check", "hidden"] points=0.5 hint="Put a known c into superpose and look whether it comes back. Which features may take part, and what are the unknowns: entries of rows or their coefficients?"
def recovers_the_coefficients_exactly(decode):
    """For x = superpose(F, idx, c) it returns c: one active feature, many, as many as dimensions, tiny and huge rows."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(61501)
    for N, d, k in [
        (5, 3, 2),
        (3, 7, 3),
        (40, 12, 5),
        (4, 1, 1),
        (1, 1, 1),
        (6, 5, 1),
        (80, 30, 12),
    ]:
        idx, coef = rng.permutation(N)[:k], rng.standard_normal(k)
        F = rng.standard_normal((N, d)) * rng.uniform(0.5, 2, (N, 1))
        if k > 1:
            F[idx] += 0.5 * np.abs(F).max()  # far from orthogonal
        for size, strength in [(1, 1), (1e-90, 1e-7), (1e90, 1e-3), (1e-3, 1e90)]:
            rows, c = size * F, strength * coef
            x = reference.superpose(rows, idx, c)
            what = f"decode, F of shape {N, d}, k = {k},"
            assert_close(decode(rows, idx, x), c, rtol=1e-9, scale=abs(c).max(), what=what)
    c = decode([[0, 0], [1, 1], [0, 2]], [2, 1], [3, 7])  # a row that is not active may be zero
    assert_close(c, [2, 3], rtol=1e-9, what="decode of (3, 7) on (0, 2) and (1, 1) beside (0, 0)")
    for k in (2, 4, 9):  # as many features as dimensions
        F = np.vstack([np.eye(k) + np.tri(k, k, -1), rng.standard_normal((3, k))])
        idx, coef = rng.permutation(k), np.arange(1.0, k + 1)
        x = reference.superpose(F, idx, coef)
        assert_close(decode(F, idx, x), coef, rtol=1e-9, scale=k, what=f"decode, k = d = {k},")


# %% tags=["check", "hidden"] points=0.25 hint="When x holds something else, the best c leaves a rest that is orthogonal to every active feature. Nothing is added that keeps c small."
def takes_the_best_fit_when_x_holds_more(decode):
    """For an x that is no combination of the active features it returns the least-squares coefficients."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    c = decode([[1, 0, 0], [1, 1, 0], [0, 0, 5]], [0, 1], [5, 3, 100])
    assert_close(c, [2, 3], rtol=1e-9, what="decode of (5, 3, 100) on (1, 0, 0) and (1, 1, 0)")
    rng = np.random.default_rng(61502)
    for N, d, k in [(5, 4, 2), (40, 12, 5), (6, 5, 1), (80, 30, 12)]:
        F, idx = rng.standard_normal((N, d)) + 0.5, rng.permutation(N)[:k]
        for x in (
            rng.standard_normal(d),
            reference.superpose(F, np.arange(N)),
            1e-90 * F[0],
            np.zeros(d),
        ):
            expected = reference.decode(F, idx, x)
            # Sizes of what is added up: the pseudoinverse's entries times those of x.
            terms = np.abs(np.linalg.pinv(F[idx])).T @ np.abs(x)
            what = f"decode of any x, F of shape {N, d}, k = {k},"
            assert_close(decode(F, idx, x), expected, rtol=1e-9, scale=terms.max(), what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Six digits are lost to the features themselves. A method that forms F Fᵀ loses twelve. Which ones work with the rows directly?"
def keeps_its_digits_for_nearly_dependent_features(decode):
    """For active features with condition number 1e6 the coefficients are right to 1e-6."""
    import numpy as np
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(61503)
    for d, k in [(12, 4), (30, 8), (6, 6), (50, 3)]:
        U, V = (
            np.linalg.qr(rng.standard_normal((k, k)))[0],
            np.linalg.qr(rng.standard_normal((d, k)))[0],
        )
        F = rng.standard_normal((k + 5, d))
        idx = rng.permutation(k + 5)[:k]
        F[idx] = U @ np.diag(np.logspace(0, -6, k) * 0.999) @ V.T * 3
        coef = rng.choice([-1.0, 1.0], k) * rng.uniform(0.5, 1, k)
        what = f"decode of nearly dependent features, d = {d}, k = {k},"
        c = decode(F, idx, coef @ F[idx])
        assert_close(c, coef, rtol=1e-6, scale=abs(coef).max(), what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Compare the length of x with the width of F, and the numbers in idx with its height, before you compute."
def refuses_what_does_not_fit(decode):
    """An index outside or no integer, an x of another length or shape, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    F = np.array([[1.0, 0.0, 1.0], [0.0, 2.0, 0.0], [2.0, 2.0, 0.0], [0.0, 0.1, 4.0]])
    x = np.array([1.0, 4.0, 1.0])
    assert_close(decode(F, [1, 0], x), [2, 1], rtol=1e-9, what="decode(F, [1, 0], (1, 4, 1))")
    for idx in ([4], [0, 4], [100, 0], [1.5], [0, 0.5]):
        what = f"decode with four features and idx = {idx}"
        assert_raises_value_error(decode, F, idx, x, what=what)
    for shape in [(1,), (2,), (4,), (3, 1), (1, 3), (3, 2)]:
        what = f"decode with features of length 3 and x of shape {shape}"
        assert_raises_value_error(decode, F, [0, 1], np.ones(shape), what=what)
    what = "decode with features of length 1 and a bare number as x"
    assert_raises_value_error(decode, [[2.0], [1.0]], [0], 3.0, what=what)
    for shape in [(3,), (2, 3, 3), (1, 1, 1), (2, 1, 3), ()]:
        for d in (1, 3):
            what = f"decode with F of shape {shape} and x of length {d}"
            assert_raises_value_error(decode, np.ones(shape), [0], np.ones(d), what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for row in (0, 3):  # one that is active, one that is not
            spoilt = F.copy()
            spoilt[row, 1] = bad
            what = f"decode with {bad} in row {row} of F, idx = [0, 1],"
            assert_raises_value_error(decode, spoilt, [0, 1], x, what=what)
        what = f"decode with {bad} in x"
        assert_raises_value_error(decode, F, [0, 1], [1.0, bad, 2.0], what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Convert to float64 first, and do not take x apart in place."
def reads_any_numbers_and_leaves_them_unchanged(decode):
    """Lists, integers, float32, strided and read-only arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(61504)
    fixed = [rng.standard_normal((4, 3)), np.array([2, 0]), rng.standard_normal(3)]
    for array in fixed:
        array.setflags(write=False)
    cases = {
        "float64": (rng.standard_normal((4, 5)), np.array([2, 0, 1]), rng.standard_normal(5)),
        "int8": (np.array([[100, 90], [-90, 100], [70, 1]], np.int8), [2, 0], np.array([100, 120], np.int8)),
        "lists": ([[10**9, 2], [3, 10**9]], [1, 0], [10**9, 10**8]),
        "tuples": (((0.1, 0.2), (0.3, 0.4)), (1, 0), (0.7, 3)),
        "float32": (rng.standard_normal((4, 3)).astype(np.float32), [3, 1], np.float32([0.1, 0.7, 0.2])),
        "read-only": tuple(fixed),
        "strided": (rng.standard_normal((8, 8)).T[::2, ::-2], np.arange(6)[::-3] // 2, rng.standard_normal(8)[::2]),
    }  # fmt: skip
    for name, (F, idx, x) in cases.items():
        expected = reference.decode(F, idx, x)
        rows = np.asarray(F, dtype=float)[np.asarray(idx)]
        terms = np.abs(np.linalg.pinv(rows)).T @ np.abs(np.asarray(x, dtype=float))
        value = assert_unchanged(decode, F, idx, x, what=f"decode with {name}")
        assert_close(value, expected, rtol=1e-9, scale=terms.max(), what=f"c for {name}")


# %% tags=["figure"]
# Words of all-MiniLM-L6-v2, k of them active with coefficients ±1: readout and decoder, with a little
# noise in x (1e-3 of a feature's length in all).
words = np.load("minilm_slice.npz")["embeddings"].astype(float)
words /= np.linalg.norm(words, axis=1, keepdims=True)
d = words.shape[1]
rng = np.random.default_rng(6)
counts = [2, 4, 8, 16, 32, 64, 128, 256, 320, 360, 380]
try:
    read, decoded = [], []
    for k in counts:
        errors = []
        for _ in range(5):
            idx, coef = rng.choice(len(words), k, replace=False), rng.choice([-1.0, 1.0], k)
            x = superpose(words, idx, coef) + 1e-3 * rng.standard_normal(d) / np.sqrt(d)
            errors.append(
                [abs(words[idx] @ x - coef).max(), abs(decode(words, idx, x) - coef).max()]
            )
        read.append(np.mean(errors, axis=0)[0])
        decoded.append(np.mean(errors, axis=0)[1])

    fig, ax = plt.subplots(figsize=(7, 4.2), layout="constrained")
    ax.plot(counts, read, "s-", color="#D55E00", linewidth=2, label="plain readout")
    ax.plot(
        counts,
        decoded,
        "o-",
        color="#0072B2",
        linewidth=2,
        label="decode: the active words are known",
    )
    ax.axvline(d, color="black", linewidth=0.8, linestyle=":")
    ax.text(d * 0.97, 2e-4, "k = d", fontsize=11, ha="right")
    ax.set(xscale="log", yscale="log")
    ax.set_xlabel("k, number of active words", fontsize=12)
    ax.set_ylabel("largest error of a coefficient", fontsize=12)
    ax.set_title("Whoever knows which words are active can clean up", fontsize=13)
    ax.legend(frameon=False, fontsize=11)
    plt.show()
except (NotImplementedError, NameError) as missing:
    print(f"This figure waits for an answer: {missing}")
