# %% [markdown]
# ### 3. The noise of these features, exactly
#
# Question 2 speaks about random features on average. For features that you *have*, there is nothing random: the noise of each readout can be written down.
#
# Let $u_1,\dots,u_k$ be the active features, each scaled to length 1, and $x=\sum_j c_ju_j$. All readouts at once are
#
# $$u_i\cdot x=\sum_j (u_i\cdot u_j)\,c_j=(Gc)_i,\qquad G_{ij}=u_i\cdot u_j .$$
#
# $G$ is the *Gram matrix* of the active features, with ones on its diagonal. What a readout errs by is therefore
#
# $$u_i\cdot x-c_i=\big((G-I)\,c\big)_i .$$
#
# This is the lecture's *if the inputs don't interact* as a formula: they do not interact exactly when $G=I$.
# The sign counts. Interference can make a feature look stronger or weaker.
#
# The rows of $F$ may have any length, so scale the active ones first. Otherwise a long feature reads loudly even when it is absent.
#
# **Your task.** Return the error of every active feature's readout.


# %% tags=["answer"]
def interference(F, idx, coef):
    """(G − I) c: by how much the readout u_i·x of each active feature differs from its coefficient.

    F: the features, a matrix of shape (N, d), rows of any length.
    idx: the numbers of the k active features, distinct integers in 0 … N−1, in any order.
    coef: their k coefficients c, of any sign.
    u_i is the row F[idx[i]] divided by its length, G the matrix of all u_i·u_j, and x = Σ_j c_j u_j.
    All are array-like: compute in float64, change none of them.

    Returns an array of shape (k,), in the order of idx, with its sign; [0.] for k = 1.

    Raises ValueError when F has not exactly two axes, when an entry of idx is N or larger or is no
    integer (1.5), when coef is no vector of k numbers (length 1 is not stretched), when F or coef
    holds NaN or infinity, and when an active row is zero (another row may be).
    """
    # BEGIN SOLUTION
    F, idx, coef = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(coef, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("F must be a matrix, idx a list of integers")
    if idx.size == 0 or idx.min() < 0 or idx.max() >= len(F) or coef.shape != idx.shape:
        raise ValueError(f"{len(F)} features, idx {idx} and coef {coef.shape} do not fit")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("F and coef must be finite")
    lengths = np.linalg.norm(F[idx], axis=1)
    if not lengths.all():
        raise ValueError("an active feature is zero and has no direction")
    U = F[idx] / lengths[:, None]
    # All readouts at once: U (Uᵀc) is Gc, and c is what should have been read.
    return U @ (coef @ U) - coef
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="Scale both rows to length 1, take their cosine, and ask: how much of the second feature does the first one see?"
def is_the_cosine_times_the_other_coefficient(interference):
    """Features (2, 0) and (3, 4) have the cosine 0.6: with coefficients 1 and 10 the errors are 6 and 0.6."""
    import numpy as np

    value = interference([[2, 0], [3, 4]], [0, 1], [1, 10])
    call = "interference([[2, 0], [3, 4]], [0, 1], [1, 10])"
    said = f"{call} returned {value}, expected [6.  0.6]"
    assert np.shape(value) == (2,), f"{said} of shape (2,), not {np.shape(value)}"
    assert np.allclose(value, [6, 0.6]), said


# %% tags=["check", "hidden"] points=0.5 hint="Write G for two features by hand. What stands on its diagonal, and does your answer count it? Do features that are not active play a role?"
def is_the_readout_minus_the_coefficient(interference):
    """The errors are (G − I)c for few and many features, more than dimensions too, and for one alone they are 0."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    value = interference([[2, 0], [3, 4]], [0, 1], [0, 10])  # a coefficient may be 0
    assert_close(value, [6, 0], scale=10, what="the errors of (2, 0) and (3, 4), coef = [0, 10],")
    rng = np.random.default_rng(61301)
    for N, d, k in [(5, 3, 2), (3, 7, 3), (4, 4, 4), (9, 1, 4), (1, 1, 1), (6, 5, 1), (60, 16, 40)]:
        F, idx = rng.standard_normal((N, d)), rng.permutation(N)[:k]
        F /= np.linalg.norm(F, axis=1, keepdims=True)
        for size in (1.0, 1e-95, 1e95):
            coef = size * rng.standard_normal(k)
            expected = reference.interference(F, idx, coef)
            what = f"interference, F of shape {N, d}, k = {k},"
            assert_close(interference(F, idx, coef), expected, scale=abs(coef).sum(), what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Double one row of F: it is the same direction, so nothing may change. Which rows do you divide by which length, and when?"
def does_not_depend_on_the_length_of_the_rows(interference):
    """Rows of every length, tiny and huge ones beside each other, give the same errors; a row that is not active may be zero."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(61302)
    F, coef = rng.standard_normal((6, 4)), rng.standard_normal(4)
    idx = [4, 0, 2, 5]
    for lengths in (
        [1, 2, 3, 4, 5, 6],
        [1e-3, 5, 1e3, 1, 0.1, 7],
        [1e-90, 1e90, 1, 1e-50, 1e80, 1e-9],
        [1e-95] * 6,
        [1e95] * 6,
        [1, 0, 1, 0, 2, 1],
    ):
        stretched = F * np.array(lengths, dtype=float)[:, None]
        expected = reference.interference(stretched, idx, coef)
        what = f"interference with rows of F times {lengths}"
        assert_close(interference(stretched, idx, coef), expected, scale=abs(coef).sum(), what=what)
    value = interference([[1, -1], [0, 2]], [0, 1], [1.0, 3.0])  # entries that add up to 0
    expected = [-3 / 2**0.5, -1 / 2**0.5]
    assert_close(value, expected, scale=4, what="the errors of (1, −1) and (0, 2)")
    value = interference([[5, 0], [5e-8, 5]], [0, 1], [1, 1])  # nearly orthogonal is not orthogonal
    assert_close(value, [1e-8, 1e-8], scale=2, what="the errors of (5, 0) and (5e-8, 5)")


# %% tags=["check", "hidden"] points=0.25 hint="Interference has a sign, and the order of the result is that of idx, not that of F. Try two opposite features."
def keeps_the_sign_and_the_order(interference):
    """Opposite features weaken each other, and idx in another order gives the same errors in that order."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    value = interference([[1, 0], [-3, 0], [0, 2]], [0, 1, 2], [1, 4, 9])
    assert_close(value, [-4, -1, 0], scale=14, what="the errors of (1, 0), (−3, 0) and (0, 2)")
    value = interference([[1, 0], [-3, 0], [0, 2]], [1, 2, 0], [4, 9, 1])
    assert_close(value, [-1, 0, -4], scale=14, what="the errors of (−3, 0), (0, 2) and (1, 0)")
    rng = np.random.default_rng(61303)
    F, idx, coef = rng.standard_normal((8, 5)), np.array([6, 1, 3, 0]), rng.standard_normal(4)
    for order in ([0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]):
        expected = reference.interference(F, idx[order], coef[order])
        value = interference(F, idx[order], coef[order])
        what = f"interference(F, {idx[order]}, coef)"
        assert_close(value, expected, scale=abs(coef).sum(), what=what)


# %% tags=["check", "hidden"] points=0.25 hint="A zero row has no direction, and 0/0 is NaN and no exception. Check sizes and integers, too, before you compute."
def refuses_what_does_not_fit(interference):
    """A zero active row, an index outside or no integer, coefficients of another length, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    F = np.array([[1.0, 0.0], [3.0, 4.0], [0.0, 0.0], [1.0, 1.0]])
    assert_close(
        interference(F, [1, 0], [1.0, 1.0]), [0.6, 0.6], what="interference(F, [1, 0], [1, 1])"
    )
    for idx in ([2], [0, 2], [2, 1, 0]):
        for coef in (np.ones(len(idx)), np.zeros(len(idx))):
            what = f"interference with idx = {idx}, where row 2 is zero, coef = {coef},"
            assert_raises_value_error(interference, F, idx, coef, what=what)
    for idx in ([4], [0, 4], [0, 100], [1.5, 0]):
        what = f"interference with four features and idx = {idx}"
        assert_raises_value_error(interference, F, idx, np.ones(len(idx)), what=what)
    for coef in ([1.0], [1.0, 2.0], [1.0] * 4, [[1.0], [2.0], [3.0]], [[1.0, 2.0, 3.0]], 2.0):
        what = f"interference with three indices and coef = {coef}"
        assert_raises_value_error(interference, F, [0, 1, 3], coef, what=what)
    what = "interference with one index and a bare number as coef"
    assert_raises_value_error(interference, F, [0], 2.0, what=what)
    for shape in [(2,), (2, 2, 2), (1, 1, 1), ()]:
        for idx in ([0], [0, 1]):
            what = f"interference with F of shape {shape}, idx = {idx},"
            assert_raises_value_error(
                interference, np.ones(shape), idx, np.ones(len(idx)), what=what
            )
    for bad in (np.nan, np.inf, -np.inf):
        for row in (0, 3):  # one that is active, one that is not
            spoilt = F.copy()
            spoilt[row, 1] = bad
            what = f"interference with {bad} in row {row} of F, idx = [0, 1],"
            assert_raises_value_error(interference, spoilt, [0, 1], [1.0, 1.0], what=what)
        what = f"interference with the coefficients 1 and {bad}"
        assert_raises_value_error(interference, F, [0, 1], [1.0, bad], what=what)


# %% tags=["check", "hidden"] points=0.25 hint="F /= … scales the caller’s features, and integers must become float64 before they are multiplied."
def reads_any_numbers_and_leaves_them_unchanged(interference):
    """Lists, integers, float32, strided and read-only arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(61304)
    fixed = [rng.standard_normal((4, 3)), np.array([2, 0]), rng.standard_normal(2)]
    for array in fixed:
        array.setflags(write=False)
    cases = {
        "float64": (rng.standard_normal((4, 3)), np.array([2, 0, 1]), rng.standard_normal(3)),
        "int8": (np.array([[100, 90], [-90, 100], [70, 1]], np.int8), [2, 0, 1], np.full(3, 100, np.int8)),
        "lists": ([[10**9, 2], [3, 10**9], [10**9, 10**9]], [2, 0], [10**9, 10**9]),
        "tuples": (((0.1, 0.2), (0.3, 0.4)), (1, 0), (0.7, 3)),
        "float32": (rng.standard_normal((4, 3)).astype(np.float32), [3, 1], np.float32([0.1, 0.7])),
        "read-only": tuple(fixed),
        "strided": (rng.standard_normal((6, 8)).T[::2, ::-2], np.arange(6)[::-2] // 2, rng.standard_normal(6)[::2]),
    }  # fmt: skip
    for name, (F, idx, coef) in cases.items():
        expected = reference.interference(F, idx, coef)
        terms = np.abs(np.asarray(coef, dtype=float)).sum()
        value = assert_unchanged(interference, F, idx, coef, what=f"interference with {name}")
        assert_close(value, expected, scale=terms, what=f"the errors for {name}")


# %% tags=["figure"]
# k random unit features in 768 dimensions, all with coefficient 1: measured noise and √((k−1)/n).
n = 768
rng = np.random.default_rng(6)
counts = [2, 4, 8, 16, 32, 64, 128, 256, 512, 768]
try:
    measured = []
    for k in counts:
        draws = [rng.standard_normal((k, n)) for _ in range(max(24, 2000 // k))]
        errors = np.array([interference(F, np.arange(k), np.ones(k)) for F in draws])
        measured.append(np.sqrt((errors**2).mean()))
    theory = [noise_sd(n, np.ones(k), 0) for k in counts]
    for k in (64, 256, 768):
        at = counts.index(k)
        print(f"k = {k:3}: measured sd {measured[at]:.3f}, theory {theory[at]:.3f}")
    u = rng.standard_normal((2, 5000, n))
    u /= np.linalg.norm(u, axis=-1, keepdims=True)
    cosines = (u[0] * u[1]).sum(axis=-1)
    angle, size = np.degrees(np.arccos(cosines)).mean(), abs(cosines).mean()
    print(f"two random directions: mean angle {angle:.2f}°, mean |cos| {size:.3f}")

    fig, ax = plt.subplots(figsize=(7, 4.2), layout="constrained")
    ax.plot(counts, theory, color="#0072B2", linewidth=2, label="noise_sd: √((k−1)/n)")
    ax.plot(
        counts, measured, "o", color="#D55E00", markersize=7, label="measured with interference"
    )
    ax.axhline(1, color="black", linewidth=0.8, linestyle=":")
    ax.text(2, 1.08, "as loud as the signal", fontsize=11)
    ax.set(xscale="log", yscale="log", ylim=(0.025, 1.7))
    ax.set_xlabel("k, number of active features", fontsize=12)
    ax.set_ylabel("sd of the readout noise", fontsize=12)
    ax.set_title("n = 768: the others add up like a random walk, not in a row", fontsize=13)
    ax.legend(frameon=False, fontsize=11, loc="lower right")
    plt.show()
except (NotImplementedError, NameError) as missing:
    print(f"This figure waits for an answer: {missing}")
