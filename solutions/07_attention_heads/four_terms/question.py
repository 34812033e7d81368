# %% [markdown]
# ### 2. The four terms
#
# Multiply the product out. The notes print
#
# $$XW_QW_k^\top X^\top+XW_Qb_K1^\top+1b_Q^\top W_K^\top X^\top+1b_Qb_K1^\top\qquad\text{(as printed)}$$
#
# Check the last term by its shapes: $1$ is $T\times1$ and $b_Q$ is $d_{\text{head}}\times1$, which do not fit together at all. The product of the two biases is one number, $b_Q^\top b_K$, and it is added to every score:
#
# $$\underbrace{XW_QW_K^\top X^\top}_{\text{content}}+\underbrace{XW_Qb_K\,1^\top}_{\text{query}}+\underbrace{1\,b_Q^\top W_K^\top X^\top}_{\text{key}}+\underbrace{(b_Q^\top b_K)\,11^\top}_{\text{constant}}$$
#
# Only the first one looks at both tokens. The query term depends on the token that asks, so it is constant along each *row*; the key term depends on the token that answers, so it is constant along each *column*. In numpy the two differ by one `[:, None]`, and a mistake does not even change the shape.
#
# **Your task.** Compute the four terms separately, without the division by $\sqrt{d_{\text{head}}}$. Question 3 then shows which of them a head can do without.


# %% tags=["answer"]
def four_terms(X, W_Q, W_K, b_Q, b_K):
    """The content, query, key and constant term of the scores, not divided by √d_head.

    X: the tokens, shape (T, d). W_Q, W_K: shape (d, d_head). b_Q, b_K: shape (d_head,).
    All are array-like (lists, integers, float32, …): compute in float64, change none of them.

    Returns an array of shape (4, T, T): the four terms in this order, each with the query in the
    row and the key in the column, written out in full. Their sum is the unscaled score.

    Raises ValueError when X, W_Q or W_K has not exactly two axes, W_Q and W_K have different shapes
    or not d rows, a bias has not the shape (d_head,), or anything holds NaN or infinity.
    """
    # BEGIN SOLUTION
    X, W_Q, W_K, b_Q, b_K = (np.asarray(a, dtype=float) for a in (X, W_Q, W_K, b_Q, b_K))
    if X.ndim != 2 or W_Q.ndim != 2 or W_Q.shape != W_K.shape or X.shape[1] != W_Q.shape[0]:
        raise ValueError(f"X {X.shape}, W_Q {W_Q.shape} and W_K {W_K.shape} do not fit")
    if not b_Q.shape == b_K.shape == W_Q.shape[1:]:
        raise ValueError(f"the biases want the shape {W_Q.shape[1:]}")
    if not all(np.isfinite(a).all() for a in (X, W_Q, W_K, b_Q, b_K)):
        raise ValueError("all numbers must be finite")
    queries, keys = X @ W_Q, X @ W_K
    terms = np.empty((4, len(X), len(X)))
    terms[0] = queries @ keys.T
    terms[1] = (queries @ b_K)[:, None]  # a column, repeated to the right
    terms[2] = (keys @ b_Q)[None, :]  # a row, repeated downwards
    terms[3] = b_Q @ b_K
    return terms
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="Which of the four terms knows nothing about the query? All its rows are the same."
def gives_the_terms_of_the_example(four_terms):
    """Two tokens with d = d_head = 1 give four terms that can be worked out by hand."""
    import numpy as np

    returned = four_terms([[1], [2]], [[3]], [[5]], [7], [11])
    call = "four_terms([[1], [2]], [[3]], [[5]], [7], [11]) returned"
    found = np.asarray(returned)
    what = "None" if returned is None else f"an array of shape {found.shape}"
    assert found.shape == (4, 2, 2), f"{call} {what}, expected shape (4, 2, 2)"
    expected = [
        [[15, 30], [30, 60]],
        [[33, 33], [66, 66]],
        [[35, 70], [35, 70]],
        [[77, 77], [77, 77]],
    ]
    names = "content", "query", "key", "constant"
    for name, term, wanted in zip(names, found, expected, strict=True):
        said = f"{call} the {name} term\n{term}\nexpected\n{np.array(wanted)}"
        assert np.allclose(term, wanted), said


# %% tags=["check"] points=0.25 hint="Multiply the score out with pen and paper: which products of two terms are there?"
def adds_up_to_the_scores(four_terms):
    """The sum of the four terms is the unscaled score matrix."""
    import numpy as np

    X, W_Q, W_K = np.array([[1.0, 0.5], [2, -1], [0, 3]]), np.eye(2), np.array([[0, 1.0], [-1, 2]])
    b_Q, b_K = np.array([1.0, -2]), np.array([0.5, 4])
    returned = four_terms(X, W_Q, W_K, b_Q, b_K)
    found = np.asarray(returned)
    what = "None" if returned is None else f"an array of shape {found.shape}"
    call = "four_terms(X, W_Q, W_K, b_Q, b_K) returned"
    assert found.shape == (4, 3, 3), f"{call} {what}, expected shape (4, 3, 3)"
    expected = (X @ W_Q + b_Q) @ (X @ W_K + b_K).T
    given = f"with X = {X.tolist()}, W_Q = np.eye(2), W_K = {W_K.tolist()}, b_Q = [1, -2], b_K = [0.5, 4]"  # fmt: skip
    said = f"{call} four terms whose sum is\n{found.sum(axis=0)}\nexpected\n{expected}\n{given}"
    assert np.allclose(found.sum(axis=0), expected), said


# %% tags=["check", "hidden"] points=0.25 hint="The first term is what is left when both biases are 0, the last what is left when all tokens are 0."
def has_the_right_content_and_constant(four_terms):
    """The content and the constant term are right for heads of every shape."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(711)
    for T, d, h in [(5, 7, 3), (4, 4, 4), (6, 2, 3), (1, 3, 2), (3, 1, 1), (2, 2, 5)]:
        X = rng.standard_normal((T, d))
        head = [rng.standard_normal(s) for s in [(d, h), (d, h), (h,), (h,)]]
        expected = reference.four_terms(X, *head)
        scale = reference.four_terms(abs(X), *(abs(a) for a in head))
        found = four_terms(X, *head)
        assert type(found) is np.ndarray, "four_terms returns no array"
        assert found.shape == (4, T, T), f"four_terms has shape {found.shape}, wanted {(4, T, T)}"
        for number, name in [(0, "content"), (3, "constant")]:
            what = f"the {name} term, T, d, d_head = {T, d, h},"
            assert_close(found[number], expected[number], scale=scale[number], what=what)


# %% tags=["check", "hidden"] points=0.5 hint="b_K is asked by the queries, b_Q asks the keys: the biases cross over. Then see which axis of the result each term varies along."
def has_the_right_query_and_key_terms(four_terms):
    """The query term is constant along each row, the key term along each column, both with the right numbers."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(712)
    for T, d, h in [(5, 7, 3), (4, 4, 4), (6, 2, 3), (1, 3, 2), (3, 1, 1), (2, 2, 5)]:
        X = rng.standard_normal((T, d))
        head = [rng.standard_normal(s) for s in [(d, h), (d, h), (h,), (h,)]]
        expected = reference.four_terms(X, *head)
        scale = reference.four_terms(abs(X), *(abs(a) for a in head))
        found = four_terms(X, *head)
        assert type(found) is np.ndarray, "four_terms returns no array"
        assert found.shape == (4, T, T), f"four_terms has shape {found.shape}, wanted {(4, T, T)}"
        for number, name in [(1, "query"), (2, "key")]:
            what = f"the {name} term, T, d, d_head = {T, d, h},"
            assert_close(found[number], expected[number], scale=scale[number], what=what)


# %% tags=["check", "hidden"] points=0.25 hint="What is 100 times 100 in int8? Convert every argument before the first product, and look at the dtype of what you return."
def computes_in_float64_whatever_comes_in(four_terms):
    """Lists, integers, float32 and arrays with any memory layout give the float64 terms."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(713)
    shapes = [(4, 3), (3, 2), (3, 2), (2,), (2,)]
    cases = {
        "int8": [np.full(s, 100, np.int8) for s in shapes],
        "large integers": [np.ones((4, 3), int), *(np.full(s, 2**40) for s in shapes[1:])],
        "lists": [[[1, 2], [3, 4]], [[5], [6]], [[7], [8]], [0.5], [10**9]],
        "float32": [rng.standard_normal(s).astype(np.float32) for s in shapes],
        "float16": [rng.standard_normal(s).astype(np.float16) for s in shapes],
        "small integers with other biases": [np.ones((2, 2), int), np.eye(2, dtype=int)]
        + [np.eye(2, dtype=int), np.array([0.3, 0.7]), np.array([0.1, 0.2])],
        "strided": [rng.standard_normal((8, 6))[::2, ::-2], rng.standard_normal((2, 3)).T]
        + [rng.standard_normal((6, 2))[::2], rng.standard_normal(4)[::2], rng.standard_normal(2)],
    }
    for name, arguments in cases.items():
        expected = reference.four_terms(*arguments)
        scale = reference.four_terms(*(np.abs(np.asarray(a, float)) for a in arguments))
        assert_close(four_terms(*arguments), expected, scale=scale, what=f"the terms for {name}")


# %% tags=["check", "hidden"] points=0.25 hint="A bias of length 1 fits everywhere when numpy broadcasts. Compare the shapes yourself, and ask np.isfinite about every argument."
def refuses_what_does_not_fit(four_terms):
    """Shapes that do not fit, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    good = [(4, 3), (3, 2), (3, 2), (2,), (2,)]
    found = four_terms(*(np.ones(s) for s in good))
    expected = np.broadcast_to(np.reshape([18.0, 6, 6, 2], (4, 1, 1)), (4, 4, 4))
    assert_close(found, expected, what="four_terms of shapes that fit")
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
    wrong += [(3, (1,)), (3, ()), (3, (3,)), (3, (1, 2)), (3, (2, 1)), (4, (1,)), (4, (2, 1))]
    for position, shape in wrong:
        arguments = [np.ones(shape if n == position else s) for n, s in enumerate(good)]
        what = f"four_terms with argument {position + 1} of shape {shape}"
        assert_raises_value_error(four_terms, *arguments, what=what)
    both = [np.ones(s) for s in [(4, 3), (3, 2), (3, 2), (1,), (1,)]]
    assert_raises_value_error(four_terms, *both, what="four_terms with two biases of length 1")
    # Neither one column nor one row of weights.
    for shapes in [[(4, 3), (3,), (3,), (1,), (1,)], [(4, 1), (3,), (3,), (3,), (3,)]]:
        vectors = [np.ones(s) for s in shapes]
        what = f"four_terms with vectors for W_Q and W_K, X of shape {shapes[0]}"
        assert_raises_value_error(four_terms, *vectors, what=what)
    for bad, place in [(np.nan, -1), (np.inf, 0), (-np.inf, -1), (np.nan, 0)]:
        for position in range(5):
            arguments = [np.ones(s) for s in good]
            arguments[position].flat[place] = bad
            what = f"four_terms with {bad} in argument {position + 1}"
            assert_raises_value_error(four_terms, *arguments, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="np.asarray makes no copy when there is nothing to convert: += and *= may write into the caller's arrays."
def leaves_its_arguments_unchanged(four_terms):
    """The terms are right, and the arrays are afterwards as they were before."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(714)
    for shapes in [[(4, 3), (3, 2), (3, 2), (2,), (2,)], [(3, 3), (3, 3), (3, 3), (3,), (3,)]]:
        arguments = [rng.standard_normal(s) for s in shapes]
        expected = reference.four_terms(*arguments)
        scale = reference.four_terms(*(abs(a) for a in arguments))
        found = assert_unchanged(four_terms, *arguments, what="four_terms")
        assert_close(found, expected, scale=scale, what="four_terms")
