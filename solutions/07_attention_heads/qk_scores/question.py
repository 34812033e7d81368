# %% [markdown]
# ### 1. The scores
#
# A head reads every token twice. As a *query*, token $i$ asks: $q_i=W_Q^\top x_i+b_Q$. As a *key*, token $j$ answers: $k_j=W_K^\top x_j+b_K$. Their inner product says how well the answer suits the question. With the tokens in the rows of $X$ and $1$ the column of $T$ ones, the lecture writes all pairs at once:
#
# $$(XW_Q+1b_Q^\top)\,(XW_K+1b_K^\top)^\top$$
#
# This is right, but it is not the whole score: every transformer divides it by $\sqrt{d_{\text{head}}}$. You know why from notebook 4: the inner product of two random vectors spreads like the root of their dimension. The cell below shows what happens without the division.

# %%
# Needs none of your answers. Random queries and keys: how large is a row's largest weight?
rng = np.random.default_rng(7)
print("d_head   without the root   with it")
for d_head in [4, 32, 256]:
    q, k = rng.standard_normal((2, 200, d_head))
    largest = []
    for S in (q @ k.T, q @ k.T / np.sqrt(d_head)):
        weights = np.exp(S - S.max(axis=1, keepdims=True))
        largest.append((weights / weights.sum(axis=1, keepdims=True)).max(axis=1).mean())
    print(f"{d_head:6d}   {largest[0]:16.3f}   {largest[1]:7.3f}")

# %% [markdown]
# Without the root, a head with many dimensions gives nearly all of its attention to one of 200 random tokens, for no reason at all.
#
# **Your task.** Write the scores: entry $(i,j)$ belongs to the query $i$ and the key $j$.


# %% tags=["answer"]
def qk_scores(X, W_Q, W_K, b_Q=None, b_K=None, scale=True):
    """The scores (X W_Q + 1 b_Qᵀ)(X W_K + 1 b_Kᵀ)ᵀ of a head, divided by √d_head.

    X: the tokens, shape (T, d), one in each row.
    W_Q, W_K: shape (d, d_head).
    b_Q, b_K: shape (d_head,). Each of them may be None on its own: that bias is then 0.
    scale: False leaves the division by √d_head out.
    All are array-like (lists, integers, float32, …): compute in float64, change none of them.

    Returns an array of shape (T, T): query i in the row, key j in the column.

    Raises ValueError when X, W_Q or W_K has not exactly two axes, W_Q and W_K have different shapes
    or not d rows, a bias has not the shape (d_head,), or anything holds NaN or infinity.
    """
    # BEGIN SOLUTION
    X, W_Q, W_K = (np.asarray(a, dtype=float) for a in (X, W_Q, W_K))
    if X.ndim != 2 or W_Q.ndim != 2 or W_Q.shape != W_K.shape or X.shape[1] != W_Q.shape[0]:
        raise ValueError(f"X {X.shape}, W_Q {W_Q.shape} and W_K {W_K.shape} do not fit")
    d_head = W_Q.shape[1]
    b_Q, b_K = (np.asarray(np.zeros(d_head) if b is None else b, float) for b in (b_Q, b_K))
    if b_Q.shape != (d_head,) or b_K.shape != (d_head,):
        raise ValueError(f"the biases want the shape ({d_head},)")
    if not all(np.isfinite(a).all() for a in (X, W_Q, W_K, b_Q, b_K)):
        raise ValueError("all numbers must be finite")
    # The bias is a row that is added to every token's row: numpy does that without the column 1.
    scores = (X @ W_Q + b_Q) @ (X @ W_K + b_K).T
    return scores / np.sqrt(d_head) if scale else scores
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="Work out the two queries and the two keys by hand. The query decides the row of the result, the key its column."
def gives_the_scores_of_the_example(qk_scores):
    """Two tokens with d = 2 and d_head = 1 give the scores [[3, 6], [8, 16]]."""
    import numpy as np

    X, W_Q, W_K = [[1, 0], [0, 1]], [[3], [8]], [[1], [2]]
    found = qk_scores(X, W_Q, W_K)
    wanted = np.array([[3, 6], [8, 16]])
    said = f"qk_scores({X}, {W_Q}, {W_K}) returned\n{found}\nexpected\n{wanted}"
    assert np.shape(found) == (2, 2), f"{said}\nof shape (2, 2), not {np.shape(found)}"
    assert np.allclose(found, wanted), said


# %% tags=["check"] points=0.25 hint="d_head is the number of columns of W_Q, not the length of a token. And scale=False switches the division off."
def divides_by_the_root_of_d_head(qk_scores):
    """One token (1, 1) with d_head = 4 has the score 16, and 32 without the division."""
    import numpy as np

    W = np.full((2, 4), 1.0)
    scores = {"": qk_scores([[1, 1]], W, 2 * W), ", scale=False": qk_scores([[1, 1]], W, 2 * W, scale=False)}  # fmt: skip
    for scale, wanted in [("", 16.0), (", scale=False", 32.0)]:
        found = scores[scale]
        call = f"qk_scores([[1, 1]], W, 2 * W{scale}) with W = np.ones((2, 4))"
        said = f"{call} returned {found}, expected [[{wanted}]]"
        assert np.shape(found) == (1, 1), f"{said} of shape (1, 1), not {np.shape(found)}"
        assert np.allclose(found, wanted), said


# %% tags=["check", "hidden"] points=0.25 hint="Give T, d and d_head three different values and follow the shapes. Which side do the queries belong to?"
def is_right_for_heads_of_every_shape(qk_scores):
    """Without biases the scores are right for every T, d and d_head, and for numbers of every size."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(701)
    for T, d, h in [(5, 7, 3), (4, 4, 4), (6, 6, 2), (1, 3, 2), (3, 1, 1), (2, 3, 5), (1, 1, 1)]:
        for size in (1.0, 1e-20, 1e20):
            X = size * rng.standard_normal((T, d))
            W_Q, W_K = rng.standard_normal((2, d, h))
            terms = reference.qk_scores(abs(X), abs(W_Q), abs(W_K))
            found = qk_scores(X, W_Q, W_K)
            what = f"qk_scores(X, W_Q, W_K), T, d, d_head = {T, d, h},"
            assert_close(found, reference.qk_scores(X, W_Q, W_K), scale=terms, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Each bias belongs to one side, and each may be there without the other."
def adds_each_bias_on_its_own_side(qk_scores):
    """Both biases, one alone and none give the right scores."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(702)
    for T, d, h in [(5, 7, 3), (4, 4, 4), (1, 2, 6), (3, 2, 1)]:
        X = rng.standard_normal((T, d))
        W_Q, W_K = rng.standard_normal((2, d, h))
        b_Q, b_K = rng.standard_normal((2, h))
        terms = reference.qk_scores(abs(X), abs(W_Q), abs(W_K), abs(b_Q), abs(b_K))
        for name, pair in [("both biases", (b_Q, b_K)), ("b_Q", (b_Q, None)), ("b_K", (None, b_K))]:
            found = qk_scores(X, W_Q, W_K, *pair)
            expected = reference.qk_scores(X, W_Q, W_K, *pair)
            assert_close(found, expected, scale=terms, what=f"qk_scores with {name}, T = {T},")
        found = qk_scores(X, W_Q, W_K, b_K=b_K)
        expected = reference.qk_scores(X, W_Q, W_K, None, b_K)
        assert_close(found, expected, scale=terms, what="qk_scores(X, W_Q, W_K, b_K=b_K)")


# %% tags=["check", "hidden"] points=0.25 hint="The division concerns the whole product, the biases included. What does scale=False leave?"
def scales_the_biases_too_and_only_when_asked(qk_scores):
    """With biases the whole score is divided by √d_head, and with scale=False nothing is."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(703)
    for T, d, h in [(5, 7, 3), (4, 4, 4), (3, 2, 9)]:
        X = rng.standard_normal((T, d))
        W_Q, W_K = rng.standard_normal((2, d, h))
        b_Q, b_K = rng.standard_normal((2, h))
        terms = reference.qk_scores(abs(X), abs(W_Q), abs(W_K), abs(b_Q), abs(b_K), False)
        for scale in (True, False):
            found = qk_scores(X, W_Q, W_K, b_Q, b_K, scale)
            expected = reference.qk_scores(X, W_Q, W_K, b_Q, b_K, scale)
            assert_close(found, expected, scale=terms, what=f"qk_scores with scale={scale}")
        found = qk_scores(X, W_Q, W_K, scale=False)
        expected = reference.qk_scores(X, W_Q, W_K, scale=False)
        assert_close(found, expected, scale=terms, what="qk_scores without biases, scale=False,")


# %% tags=["check", "hidden"] points=0.25 hint="What is 100 times 100 in int8? Convert every argument before the first product, the biases included."
def computes_in_float64_whatever_comes_in(qk_scores):
    """Lists, integers, float32 and arrays with any memory layout give the float64 scores."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(704)
    shapes = [(4, 3), (3, 2), (3, 2), (2,), (2,)]
    cases = {
        "int8": [np.full(s, 100, np.int8) for s in shapes],
        "large integers": [np.full(s, 2**40) for s in shapes],
        "lists": [[[1, 2], [3, 4]], [[5], [6]], [[7], [8]], [0.5], [10**9]],
        "float32": [rng.standard_normal(s).astype(np.float32) for s in shapes],
        "float16": [rng.standard_normal(s).astype(np.float16) for s in shapes],
        "strided": [rng.standard_normal((8, 6))[::2, ::-2], rng.standard_normal((2, 3)).T]
        + [rng.standard_normal((6, 2))[::2], rng.standard_normal(4)[::2], rng.standard_normal(2)],
    }
    for name, arguments in cases.items():
        expected = reference.qk_scores(*arguments)
        terms = reference.qk_scores(*(np.abs(np.asarray(a, float)) for a in arguments))
        assert_close(qk_scores(*arguments), expected, scale=terms, what=f"the scores for {name}")


# %% tags=["check", "hidden"] points=0.25 hint="numpy stretches a bias of length 1 and multiplies a single vector without a word. Compare the shapes yourself, and ask np.isfinite about every argument."
def refuses_what_does_not_fit(qk_scores):
    """Shapes that do not fit, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    good = [(4, 3), (3, 2), (3, 2), (2,), (2,)]
    found = qk_scores(*(np.ones(s) for s in good), scale=False)
    assert_close(found, np.full((4, 4), 32.0), what="qk_scores of shapes that fit")
    wrong = [
        (0, (3,)),
        (0, (1, 4, 3)),
        (0, (4, 2)),
        (0, (4, 5)),
        (0, (3, 4)),
        (1, (3,)),
        (1, (2, 3)),
        (2, (3, 1)),
        (2, (1, 2)),
    ]
    wrong += [(3, (1,)), (3, ()), (3, (3,)), (3, (4, 2)), (4, (1,)), (4, (1, 2)), (4, (4, 1))]
    wrong += [(3, (2, 1)), (4, (2, 1))]
    for position, shape in wrong:
        arguments = [np.ones(shape if n == position else s) for n, s in enumerate(good)]
        what = f"qk_scores with argument {position + 1} of shape {shape}"
        assert_raises_value_error(qk_scores, *arguments, what=what)
    for tokens in [(4, 3), (4, 1)]:  # neither one column nor one row of weights
        vectors = [np.ones(s) for s in [tokens, (3,), (3,)]]
        what = f"qk_scores with vectors for W_Q and W_K, X of shape {tokens}"
        assert_raises_value_error(qk_scores, *vectors, what=what)
    for bad, place in [(np.nan, -1), (np.inf, 0), (-np.inf, -1), (np.nan, 0)]:
        for position in range(5):
            arguments = [np.ones(s) for s in good]
            arguments[position].flat[place] = bad
            what = f"qk_scores with {bad} in argument {position + 1}"
            assert_raises_value_error(qk_scores, *arguments, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="np.asarray makes no copy when there is nothing to convert: += and /= may write into the caller's arrays."
def leaves_its_arguments_unchanged(qk_scores):
    """The scores are right, and the arrays are afterwards as they were before."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(705)
    for shapes in [[(4, 3), (3, 2), (3, 2), (2,), (2,)], [(3, 3), (3, 3), (3, 3), (3,), (3,)]]:
        arguments = [rng.standard_normal(s) for s in shapes]
        expected = reference.qk_scores(*arguments)
        terms = reference.qk_scores(*(abs(a) for a in arguments))
        found = assert_unchanged(qk_scores, *arguments, what="qk_scores")
        assert_close(found, expected, scale=terms, what="qk_scores")
