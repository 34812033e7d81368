# %% [markdown]
# ### 4. Which concepts are in there?
#
# So far somebody told us which features are active. Now only the sum $x$ is known. The simplest way to find out: read all $N$ features, $F x$, and take the $k$ that read highest.
#
# How well does it work? With unit features and coefficients 1, an active feature reads $1$ plus noise of standard deviation $\sqrt{(k-1)/n}$, an absent one $0$ plus noise of $\sqrt{k/n}$. But there are $N-k$ absent ones, and the *loudest* of them competes. So the answer depends on $k$, on $n$, and (through that maximum, slowly) on $N$.
#
# The lecture says that each token can be thought of as a collection of nearly orthogonal vectors. For random directions that is a computation. Whether the features of a real model are as orthogonal as random ones is a question of fact; the figure below asks a real one.
#
# The measure is the *recall at $k$*: the share of the $k$ active features that are among the $k$ highest readouts.
#
# **Your task.** Add up the active features, read them all, and return the recall.


# %% tags=["answer"]
def recall_at_k(F, idx):
    """The share of the active features that are among the k highest entries of F x.

    F: the features, a matrix of shape (N, d), taken as it is: its rows are not scaled.
    idx: the numbers of the active features, integers in 0 … N−1, in any order. Here they are a set:
         a number that occurs several times counts once. k is the size of that set.
    x is the sum of the active rows, each taken once.
    Both are array-like: compute in float64, change neither.

    The k highest: the largest values with their signs, not the largest in size. Of equal ones the
    lower index comes first. (Where readouts are equal in a check, F holds small integers, so that
    every way to add them up gives exactly the same.)

    Returns one number between 0 and 1.

    Raises ValueError when F has not exactly two axes or holds NaN or infinity, and when an entry of
    idx is N or larger or is no integer (1.5).
    """
    # BEGIN SOLUTION
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or not np.isfinite(F).all():
        raise ValueError("F must be a matrix of finite numbers")
    if idx.ndim != 1 or idx.dtype.kind not in "iu" or idx.size == 0:
        raise ValueError("idx must be a list of integers")
    if idx.min() < 0 or idx.max() >= len(F):
        raise ValueError(f"idx must hold numbers of the {len(F)} features")
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)
    # A stable sort keeps equal values in the order of their index; −readout puts the highest first.
    highest = np.argsort(-readout, kind="stable")[: len(active)]
    return np.isin(highest, active).mean()
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="Add up the active rows, multiply F with the sum, and mark the k highest of the N readouts. How many of them are active?"
def finds_both_of_two_and_one_of_two(recall_at_k):
    """Orthogonal features are all found; beside a longer feature that points between them, one of two is."""
    import numpy as np

    value = recall_at_k([[1, 0, 0], [0, 1, 0], [0, 0, 1]], [0, 2])
    call = "recall_at_k([[1, 0, 0], [0, 1, 0], [0, 0, 1]], [0, 2])"
    said = f"{call} returned {value}, expected 1.0"
    assert value is not None and np.shape(value) == (), f"{said}, one number"
    assert value == 1, said
    value = recall_at_k([[1, 0], [0, 2], [2, 2]], [0, 1])
    call = f"recall_at_k([[1, 0], [0, 2], [2, 2]], [0, 1]) returned {value}"
    assert value == 0.5, f"{call}, expected 0.5: the readouts are 1, 4, 6"


# %% tags=["check", "hidden"] points=0.5 hint="Count: k active features, k highest readouts, and the share of the active ones that are among them. Are your readouts in the order you think?"
def is_the_share_found_for_random_features(recall_at_k):
    """The recall is right for few and many active features, in few and many dimensions, also when none or all are found."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(61401)
    seen = set()
    for N, d, k in [
        (50, 4, 6),
        (300, 30, 12),
        (40, 40, 9),
        (20, 2, 1),
        (7, 3, 7),
        (1, 1, 1),
        (400, 8, 40),
    ]:
        for _ in range(4):
            F, idx = rng.standard_normal((N, d)), rng.permutation(N)[:k]
            F /= np.linalg.norm(F, axis=1, keepdims=True)
            expected = reference.recall_at_k(F, idx)
            seen.add(round(expected, 2))
            what = f"recall_at_k, F of shape {N, d}, k = {k},"
            assert_close(recall_at_k(F, idx), expected, what=what)
    assert len(seen) > 8, "the instances are too easy"  # of the check itself
    value = recall_at_k([[1, 0], [0, 1], [5, 5]], [0])  # reads 1, 0, 5
    assert_close(value, 0.0, what="the recall of feature 0 beside one that reads 5")


# %% tags=["check", "hidden"] points=0.25 hint="A long feature reads louder, and F is taken as it is. A readout of −5 is not high. Did you change either of the two?"
def takes_rows_as_they_are_and_readouts_with_their_sign(recall_at_k):
    """Rows are not scaled, and strongly negative readouts are not high."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(61402)
    value = recall_at_k([[1, 0], [-9, 0], [0, 1]], [0, 2])  # reads 1, −9, 1
    assert_close(value, 1.0, what="the recall beside an opposite feature, which reads −9,")
    value = recall_at_k([[-1, 1], [2, 0], [-9, 1]], [1, 0])  # x = (1, 1): reads 0, 2, −8
    assert_close(value, 1.0, what="the recall of features that read 0 and 2, beside one of −8,")
    value = recall_at_k([[1, 0], [-3, 0], [0.5, 0]], [0, 1])  # reads −2, 6, −1
    assert_close(value, 0.5, what="the recall of features that read −2 and 6, beside one of −1,")
    for N, d, k in [(60, 10, 8), (200, 20, 10)]:
        F, idx = rng.standard_normal((N, d)) * rng.uniform(0.2, 3, (N, 1)), rng.permutation(N)[:k]
        for rows in (F, np.vstack([F, -3 * F]), 1e-95 * F, 1e95 * F):
            expected = reference.recall_at_k(rows, idx)
            what = f"recall_at_k with rows of unequal length, F of shape {rows.shape}, k = {k},"
            assert_close(recall_at_k(rows, idx), expected, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Three copies of one feature read the same, and only the first one has room. np.argsort can keep equal values in order, if you ask it and do not turn the result around."
def gives_ties_to_the_lower_index(recall_at_k):
    """Of equal readouts the lower index comes first, with few and many features."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    copies = np.ones((3, 2))
    for active, wanted in [(0, 1.0), (1, 0.0), (2, 0.0)]:
        value = recall_at_k(copies, [active])
        assert_close(value, wanted, what=f"the recall of feature {active} of three equal ones")
    value = recall_at_k([[1, 0], [0, 1], [-1, 0]], [0, 2])  # x = 0, and all read 0
    assert_close(value, 0.5, what="the recall of two opposite features, which add up to 0,")
    rng = np.random.default_rng(61403)
    for N, d, k in [(12, 2, 4), (60, 3, 20), (300, 2, 90), (200, 1, 50)]:
        for _ in range(3):
            F, idx = rng.integers(-1, 2, (N, d)), rng.permutation(N)[:k]
            expected = reference.recall_at_k(F, idx)
            what = f"recall_at_k with ties, F of shape {N, d}, k = {k},"
            assert_close(recall_at_k(F, idx), expected, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="idx = [3, 3, 5] names two features. How large is k, and how often is each one in x?"
def counts_a_repeated_feature_once(recall_at_k):
    """A number that occurs several times in idx counts once, in the sum, in k and in the share."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    F = [[1, 0], [0, 1], [3, 1]]  # reads 1, 1, 4 for x = (1, 1)
    assert_close(recall_at_k(F, [0, 1, 1]), 0.5, what="recall_at_k(F, [0, 1, 1])")
    assert_close(recall_at_k(np.eye(5), [3, 3, 3]), 1.0, what="recall_at_k(np.eye(5), [3, 3, 3])")
    rng = np.random.default_rng(61404)
    for N, d, k in [(50, 4, 6), (200, 12, 10), (30, 3, 4)]:
        for _ in range(3):
            F, once = rng.standard_normal((N, d)), rng.permutation(N)[:k]
            idx = rng.permutation(np.concatenate([once, once[:3], np.repeat(once[0], 7)]))
            expected = reference.recall_at_k(F, idx)
            what = f"recall_at_k, {len(idx)} entries of idx and k = {k},"
            assert_close(recall_at_k(F, idx), expected, what=what)


# %% tags=["check", "hidden"] points=0.125 hint="Which arguments does numpy answer with an IndexError, and which with a number? Both should be a ValueError."
def refuses_what_does_not_fit(recall_at_k):
    """An index outside or no integer, an F that is no matrix, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    F = np.array([[1.0, 0.0], [0.0, 2.0], [2.0, 2.0], [0.0, 0.1]])
    assert_close(recall_at_k(F, [0, 1]), 0.5, what="recall_at_k with four features, idx = [0, 1],")
    for idx in ([4], [0, 4], [100, 0], [1.5], [0, 0.5]):
        what = f"recall_at_k with four features and idx = {idx}"
        assert_raises_value_error(recall_at_k, F, idx, what=what)
    for shape in [(3,), (2, 3, 3), (1, 1, 1), ()]:
        for idx in ([0], [0, 1]):
            what = f"recall_at_k with F of shape {shape}, idx = {idx},"
            assert_raises_value_error(recall_at_k, np.ones(shape), idx, what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for row in (0, 3):  # one that is active, one that is not
            spoilt = F.copy()
            spoilt[row, 1] = bad
            what = f"recall_at_k with {bad} in row {row} of F, idx = [0, 1],"
            assert_raises_value_error(recall_at_k, spoilt, [0, 1], what=what)


# %% tags=["check", "hidden"] points=0.125 hint="Readouts of int8 features overflow at 127, and idx.sort() sorts the caller’s list."
def reads_any_numbers_and_leaves_them_unchanged(recall_at_k):
    """Lists, integers, float32, strided and read-only arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(61405)
    fixed = [rng.standard_normal((30, 3)), np.array([9, 2, 17, 2])]
    for array in fixed:
        array.setflags(write=False)
    cases = {
        "float64": (rng.standard_normal((30, 3)), np.array([9, 2, 17, 2])),
        "int8": (np.array([[100, 90], [90, 100], [50, -20], [10, 9]], np.int8), [3, 0, 1]),
        "a large int8 sum": (np.array([[100, 0], [100, 1], [9, 9], [1, 0]], np.int8), [0, 1]),
        "uint8": (np.array([[200, 250], [250, 200], [100, 9], [255, 255]], np.uint8), [0, 1]),
        "uint8 with a readout of 0": (np.array([[0, 0], [200, 250], [250, 200]], np.uint8), [1, 2]),
        "uint8 indices": (rng.standard_normal((300, 5)), np.array([255, 3, 90], np.uint8)),
        "lists": ([[4 * 10**9, 0], [0, 10**9], [10**9, 1]], [2, 1]),
        "tuples": (((0.1, 0.2), (0.3, 0.4), (-1, 0.2)), (2, 0)),
        "float32": (rng.standard_normal((30, 3)).astype(np.float32), [7, 3, 1]),
        "close readouts": (np.array([[1.0, 0.0], [1.0 + 1e-12, 0.0], [0.5, 0.0]]), [1]),
        "read-only": tuple(fixed),
        "strided": (rng.standard_normal((6, 60)).T[::2, ::-2], np.arange(12)[::-3]),
    }  # fmt: skip
    for name, (F, idx) in cases.items():
        expected = reference.recall_at_k(F, idx)
        value = assert_unchanged(recall_at_k, F, idx, what=f"recall_at_k with {name}")
        assert_close(value, expected, what=f"the recall for {name}")


# %% tags=["figure"]
# 1,500 word embeddings of all-MiniLM-L6-v2 and as many random directions, all scaled to length 1.
# The crosses, stored in the same file, are the same experiment with all 21,358 such words.
minilm = np.load("minilm_slice.npz")
words = minilm["embeddings"].astype(float)
words /= np.linalg.norm(words, axis=1, keepdims=True)
rng = np.random.default_rng(6)
random = rng.standard_normal(words.shape)
random /= np.linalg.norm(random, axis=1, keepdims=True)
counts = minilm["all_words_k"]  # 1, 2, 4, …, 64
looks = {"random directions": (random, "#0072B2", "o"), "word embeddings": (words, "#D55E00", "s")}
try:
    fig, (left, right) = plt.subplots(1, 2, figsize=(12, 4.4), layout="constrained")
    for name, (F, colour, marker) in looks.items():
        draws = {k: [rng.choice(len(F), k, replace=False) for _ in range(40)] for k in counts}
        recall = [np.mean([recall_at_k(F, idx) for idx in draws[k]]) for k in counts]
        left.plot(counts, recall, marker=marker, color=colour, linewidth=2, label=f"1,500 {name}")
        stored = minilm["all_words_recall" + ("_random" if F is random else "")]
        left.plot(counts, stored, "x--", color=colour, linewidth=1, label=f"21,358 {name}")
        cosines = (F @ F.T)[np.triu_indices(len(F), 1)]
        spread = len(F[0]) * cosines.var()
        at_16 = list(counts).index(16)
        print(
            f"{name:17}: n·var(cos) {spread:.2f}, |cos| > 0.25: {(abs(cosines) > 0.25).mean():.1e},"
        )
        print(f"{'':17}  recall at k = 16: {recall[at_16]:.2f}, among all: {stored[at_16]:.2f}")
        bins = np.linspace(-0.3, 0.6, 91)
        right.hist(
            cosines, bins, density=True, histtype="step", color=colour, linewidth=2, label=name
        )
    left.set(xscale="log", ylim=(0, 1.04))
    left.set_xlabel("k, number of active features", fontsize=12)
    left.set_ylabel("recall at k", fontsize=12)
    left.set_title("Real features are harder to tell apart", fontsize=13)
    left.set_xticks(counts, [str(k) for k in counts])
    left.minorticks_off()
    right.set(yscale="log", ylim=(1e-3, 20))
    right.set_xlabel("cosine of two features", fontsize=12)
    right.set_ylabel("density", fontsize=12)
    right.set_title("…because some of them are far from orthogonal", fontsize=13)
    for ax in (left, right):
        ax.legend(frameon=False, fontsize=11)
    plt.show()
except (NotImplementedError, NameError) as missing:
    print(f"This figure waits for an answer: {missing}")
