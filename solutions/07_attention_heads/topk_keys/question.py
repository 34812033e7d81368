# %% [markdown]
# ### 6. The best keys of every query
#
# Which tokens does a query attend to? The $k$ keys with the largest scores in its row. The softmax keeps the order of a row, and so does the division by $\sqrt{d_{\text{head}}}$, so neither has to be computed. The biases do count: $b_Q$ can change the order within a row. (Can $b_K$?)
#
# For a long text the score matrix is the problem: 100,000 tokens have $10^{10}$ scores, 80 GB. The answer is small, only $T\times k$. So take the queries in blocks: score one block against all keys, keep the best $k$ of each row, forget the rest.
#
# **Your task.** The indices of the $k$ best keys for every query, without ever holding all scores.


# %% tags=["answer"]
def topk_keys(X, W_Q, W_K, b_Q, b_K, k, block=256):
    """For every query the k keys with the largest scores, the best one first.

    X: the tokens, shape (T, d). W_Q, W_K: shape (d, d_head).
    b_Q, b_K: shape (d_head,), or None for a bias of 0.
    All are array-like (lists, integers, float32, …): compute in float64, change none of them.
    k: an integer from 1 to T.
    block: an integer of at least 1: about how many queries to take at a time. It never changes the
        result, and it may be larger than T.

    Returns an array of integers of shape (T, k). Row i holds the indices j of the k largest scores
    (W_Qᵀx_i + b_Q)·(W_Kᵀx_j + b_K) in descending order; of equal scores the lower index comes first.
    Memory: no T × T array; with T = 600, k = 5 and block = 30 the call may allocate at most 2 MB.

    Raises ValueError when k is no integer or not in 1 … T, block is no integer or below 1, X, W_Q or
    W_K has not exactly two axes, W_Q and W_K have different shapes or not d rows, a bias has not the
    shape (d_head,), or anything holds NaN or infinity.
    """
    # BEGIN SOLUTION
    X, W_Q, W_K = (np.asarray(a, dtype=float) for a in (X, W_Q, W_K))
    if X.ndim != 2 or W_Q.ndim != 2 or W_Q.shape != W_K.shape or X.shape[1] != W_Q.shape[0]:
        raise ValueError(f"X {X.shape}, W_Q {W_Q.shape} and W_K {W_K.shape} do not fit")
    T, d_head = len(X), W_Q.shape[1]
    b_Q, b_K = (np.asarray(np.zeros(d_head) if b is None else b, float) for b in (b_Q, b_K))
    if b_Q.shape != (d_head,) or b_K.shape != (d_head,):
        raise ValueError(f"the biases want the shape ({d_head},)")
    if not all(np.isfinite(a).all() for a in (X, W_Q, W_K, b_Q, b_K)):
        raise ValueError("all numbers must be finite")
    if not all(isinstance(n, (int, np.integer)) for n in (k, block)):
        raise ValueError("k and block are integers")
    if not 1 <= k <= T or block < 1:
        raise ValueError(f"k is from 1 to {T}, block at least 1")
    queries, keys = X @ W_Q + b_Q, X @ W_K + b_K
    best = np.empty((T, k), dtype=int)
    for start in range(0, T, block):
        scores = queries[start : start + block] @ keys.T
        # Of the negatives the smallest comes first, and a stable sort leaves equal ones in order.
        best[start : start + block] = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    return best
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="Write the matrix of the scores down: each row belongs to one query. The best key comes first, and its number is wanted, not its score."
def orders_the_keys_of_the_example(topk_keys):
    """Tokens 1, 3, -2 on a line: positive queries like 3 best, the negative one likes -2 best."""
    import numpy as np

    found = topk_keys([[1], [3], [-2]], [[1]], [[1]], None, None, 2)
    wanted = np.array([[1, 0], [1, 0], [2, 0]])
    call = "topk_keys([[1], [3], [-2]], [[1]], [[1]], None, None, 2)"
    said = f"{call} returned\n{found}\nexpected\n{wanted}"
    assert np.shape(found) == (3, 2), f"{said}\nof shape (3, 2), not {np.shape(found)}"
    assert np.asarray(found).tolist() == wanted.tolist(), said


# %% tags=["check"] points=0.25 hint="Reversing an ascending order also reverses equal scores. What does a stable sort of the negatives do?"
def takes_the_lower_index_of_equal_scores(topk_keys):
    """Among equal scores the lower index comes first."""
    import numpy as np

    found = topk_keys([[1], [2], [2], [1], [2]], [[1]], [[1]], [0], [0], 4)
    wanted = np.array([[1, 2, 4, 0]] * 5)
    call = "topk_keys([[1], [2], [2], [1], [2]], [[1]], [[1]], [0], [0], 4)"
    said = f"{call} returned\n{found}\nexpected\n{wanted}"
    assert np.shape(found) == (5, 4), f"{said}\nof shape (5, 4), not {np.shape(found)}"
    assert np.asarray(found).tolist() == wanted.tolist(), said


# %% tags=["check", "hidden"] points=0.25 hint="Which side of the product are the queries on? Try blocks that do not divide T, of one query, and larger than T."
def finds_the_best_keys_with_every_block(topk_keys):
    """The keys are right for heads of every shape, every k and every block."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(751)
    for T, d, h in [(7, 4, 3), (12, 5, 5), (5, 5, 5), (1, 3, 2), (9, 2, 4)]:
        X = rng.standard_normal((T, d))
        W_Q, W_K = rng.standard_normal((2, d, h))
        for k in sorted({1, (T + 1) // 2, T}):
            expected = reference.topk_keys(X, W_Q, W_K, None, None, k)
            for block in (1, 2, 4, T, T + 3, 256):
                found = topk_keys(X, W_Q, W_K, None, None, k, block)
                what = f"topk_keys with T = {T}, k = {k}, block = {block},"
                assert type(found) is np.ndarray, f"{what} returns no array"
                assert found.dtype.kind in "iu", f"{what} has dtype {found.dtype}, wanted integers"
                assert_close(found, expected, rtol=0, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Equal scores at the border between the chosen and the others need care: np.argpartition takes any of them."
def breaks_every_tie_by_the_index(topk_keys):
    """With many equal scores, whole rows of them too, the lower index always comes first."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(752)
    for T, block in [(30, 7), (40, 256), (600, 256)]:
        X = rng.integers(-1, 2, (T, 2))
        # d_head = 4: a student who divides by its root divides by 2, and equal scores stay equal.
        head = np.array([[1, 2, 0, 0], [0, 1, 1, 0]]), np.array([[1, 0, 0, 1], [-1, 1, 0, 0]])
        head += ([1, 0, 0, 2], [0, -1, 1, 0])
        for k in (1, 3, 17, T if T < 50 else 29):
            expected = reference.topk_keys(X, *head, k)
            found = topk_keys(X, *head, k, block)
            assert_close(found, expected, rtol=0, what=f"topk_keys with ties, T = {T}, k = {k},")
    found = topk_keys(np.zeros((20, 2)), np.eye(2), np.eye(2), None, None, 6, 3)
    assert_close(found, np.tile(np.arange(6.0), (20, 1)), rtol=0, what="topk_keys of equal tokens")


# %% tags=["check", "hidden"] points=0.25 hint="The query bias is asked against every key, so it changes the order of a row. Each bias may be None on its own."
def counts_the_biases(topk_keys):
    """Large biases, one of them alone, and large or small tokens give the right order."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(753)
    for T, d, h in [(9, 4, 3), (6, 6, 6), (8, 3, 1)]:
        for size in (1.0, 1e-8, 1e8):
            X = size * rng.standard_normal((T, d))
            W_Q, W_K = rng.standard_normal((2, d, h))
            b_Q, b_K = size * 3 * rng.standard_normal((2, h))
            for pair in [(b_Q, b_K), (b_Q, None), (None, b_K)]:
                expected = reference.topk_keys(X, W_Q, W_K, *pair, T)
                found = topk_keys(X, W_Q, W_K, *pair, T, block=4)
                given = " and ".join(
                    n for n, b in zip(("b_Q", "b_K"), pair, strict=True) if b is not None
                )
                assert_close(found, expected, rtol=0, what=f"topk_keys with {given}, T = {T},")


# %% tags=["check", "hidden"] points=0.25 hint="600 × 600 scores take 2.9 MB, and their sorted indices as much again. Score, choose and forget one block at a time, and respect the block that is asked for."
def needs_little_memory(topk_keys):
    """At T = 600 with k = 5 and block = 30 a call allocates at most 2 MB."""
    import numpy as np
    from mathtx_ref.checking import assert_close, measure

    rng = np.random.default_rng(754)
    X = rng.integers(-9, 10, (600, 2))  # integer scores: no rounding, many ties
    head = [[[1, 0, 0, 0], [0, 1, 0, 0]], [[2, 1, 0, 0], [-1, 3, 0, 0]], [1, 1, 0, 0], None]
    found, peak, _ = measure(topk_keys, X, *head, 5, 30)
    assert peak <= 2e6, f"topk_keys allocated {peak / 1e6:.1f} MB at T = 600, wanted at most 2"
    assert type(found) is np.ndarray, "topk_keys returns no array"
    assert found.shape == (600, 5), f"topk_keys has shape {found.shape}, wanted (600, 5)"
    # The keys do not depend on the block: the last 40 queries, from their scores.
    scores = (X[-40:] + [1, 1]) @ (X @ [[2, 1], [-1, 3]]).T
    expected = np.argsort(-scores, axis=1, kind="stable")[:, :5]
    assert_close(found[-40:], expected, rtol=0, what="topk_keys at T = 600, the last 40 queries,")


# %% tags=["check", "hidden"] points=0.25 hint="k larger than T, no k at all, half a block: look at both numbers first. Then at shapes and NaN as in question 1."
def refuses_what_is_out_of_range(topk_keys):
    """k outside 1 … T, a block below 1, numbers that are no integers, bad shapes and NaN raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    good = [(4, 3), (3, 2), (3, 2), (2,), (2,)]
    ones = [np.ones(s) for s in good]
    found = topk_keys(*ones, np.int64(2), np.int64(3))
    assert_close(found, [[0, 1]] * 4, rtol=0, what="topk_keys with k = np.int64(2)")
    for k, block in [(0, 2), (-1, 2), (5, 2), (5, 256), (1.5, 2), (2, 0), (2, -1), (2, 2.5)]:
        what = f"topk_keys with T = 4, k = {k}, block = {block}"
        assert_raises_value_error(topk_keys, *ones, k, block, what=what)
    wrong = [(0, (3,)), (0, (1, 4, 3)), (0, (4, 2)), (1, (2, 3)), (2, (3, 1)), (3, (1,)), (3, (4, 2)), (4, (1,))]  # fmt: skip
    wrong += [(0, (4, 5)), (0, (3, 4)), (3, ()), (3, (3,)), (3, (2, 1)), (4, (2, 1)), (4, (1, 2))]
    for position, shape in wrong:
        arguments = [np.ones(shape if n == position else s) for n, s in enumerate(good)]
        what = f"topk_keys with argument {position + 1} of shape {shape}"
        assert_raises_value_error(topk_keys, *arguments, 1, what=what)
    for tokens in [(4, 3), (4, 1)]:  # neither one column nor one row of weights
        vectors = [np.ones(s) for s in [tokens, (3,), (3,)]]
        what = f"topk_keys with vectors for W_Q and W_K, X of shape {tokens}"
        assert_raises_value_error(topk_keys, *vectors, None, None, 1, what=what)
    for bad, place in [(np.nan, -1), (np.inf, 0), (-np.inf, -1), (np.nan, 0)]:
        for position in range(5):
            arguments = [np.ones(s) for s in good]
            arguments[position].flat[place] = bad
            what = f"topk_keys with {bad} in argument {position + 1}"
            assert_raises_value_error(topk_keys, *arguments, 1, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Scores of int8 tokens overflow and change the order; X += b writes into the caller's tokens."
def reads_any_numbers_and_leaves_them_unchanged(topk_keys):
    """Lists, integers, float32 and strided arrays give the float64 order, and no argument changes."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(755)
    shapes = [(6, 3), (3, 2), (3, 2), (2,), (2,)]
    cases = {
        "int8": [rng.integers(-120, 120, s).astype(np.int8) for s in shapes],
        "lists": [[[1, 2], [3, 4], [-5, 1]], [[5], [6]], [[7], [8]], [0.5], [10**9]],
        "float32": [rng.standard_normal(s).astype(np.float32) for s in shapes],
        # Scores that differ in the tenth digit only: float32 cannot tell them apart.
        "close scores": [1 + 1e-10 * np.array([[3.0], [1], [4], [2]]), [[1]], [[1]], [0], [0]],
        "strided": [rng.standard_normal((12, 6))[::2, ::-2], rng.standard_normal((2, 3)).T]
        + [rng.standard_normal((6, 2))[::2], rng.standard_normal(4)[::2], rng.standard_normal(2)],
        "float64": [rng.standard_normal(s) for s in shapes],
        "square": [rng.standard_normal(s) for s in [(3, 3), (3, 3), (3, 3), (3,), (3,)]],
        "large integers": [rng.integers(-(2**40), 2**40, s) for s in shapes],
        "float16": [rng.standard_normal(s).astype(np.float16) for s in shapes],
        # 2**24 + 1 is no float32, and 2**11 + 1 no float16: these keys differ in float64 only.
        "large float32": [
            np.array(a, np.float32)
            for a in ([[2**24, j] for j in (0, 1, 3, 2)], [[1], [0]], [[1], [1]], [0], [0])
        ],
        "large float16": [
            np.array(a, np.float16)
            for a in ([[2**11, j] for j in (0, 1, 3, 2)], [[1], [0]], [[1], [1]], [0], [0])
        ],
    }
    for name, arguments in cases.items():
        k = len(arguments[0]) - 1
        expected = reference.topk_keys(*arguments, k)
        found = assert_unchanged(topk_keys, *arguments, k, what="topk_keys")
        assert_close(found, expected, rtol=0, what=f"topk_keys for {name}")


# %% tags=["figure"]
# Words as tokens, with the identity as W_Q and W_K: the best keys are the words most alike.
try:
    real = np.load("minilm_slice.npz")
    E = real["embeddings"].astype(float)
    E -= E.mean(axis=0)
    E /= np.linalg.norm(E, axis=1, keepdims=True)
    words, one = real["words"], np.eye(384)
    nearest = topk_keys(E, one, one, None, None, 5)
    for word in ("man", "city", "three", "water", "good"):
        row = nearest[list(words).index(word)]
        print(f"{word:>6}: {', '.join(words[j] for j in row)}")
    cosines_of_words = (E @ E.T)[np.triu_indices(len(E), 1)]
    R = np.random.default_rng(6).standard_normal(E.shape)
    R /= np.linalg.norm(R, axis=1, keepdims=True)
    random_cosines = (R @ R.T)[np.triu_indices(len(R), 1)]
    fig, ax = plt.subplots(figsize=(8, 4.5), layout="constrained")
    bins = np.linspace(-0.3, 0.6, 91)
    ax.hist(random_cosines, bins, color="#999999", alpha=0.6, label="random vectors")
    ax.hist(
        cosines_of_words, bins, histtype="step", lw=2, color="#D55E00", label="1,500 words, centred"
    )
    ax.set_yscale("log")
    ax.set(xlabel="cosine of a pair", ylabel="pairs (logarithmic)", title="Real vectors: the bulk is nearly orthogonal, the tail is meaning")  # fmt: skip
    ax.legend(frameon=False)
    plt.show()
except (NotImplementedError, NameError) as missing:
    plt.close()
    print(f"This figure waits for an answer: {missing}")

# %% [markdown]
# **What this shows.** The best keys of a word are words of its kind: here the identity stands for $W_Q$ and $W_K$, so the scores are cosines. Most pairs are about as orthogonal as random vectors are (notebook 4), only somewhat wider spread; the long tail on the right are words that have something to do with each other. A real head replaces the identity by a $W_{QK}$ of its own and asks for something else than likeness. Which question does one ask?
