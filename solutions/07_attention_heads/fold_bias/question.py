# %% [markdown]
# ### 4. Is it a bilinear form?
#
# "Note that $x_i^\top W_{QK}x_j$ is a bilinear form!", say the notes, with $W_{QK}=W_QW_K^\top$. The content term is. The whole score is not: with biases $s(0,0)=b_Q^\top b_K$, and a bilinear form is $0$ there.
#
# An old trick mends it. Append a $1$ to every token. The bias becomes one more row of the weights,
#
# $$q_i=W_Q^\top x_i+b_Q=\begin{pmatrix}W_Q\\b_Q^\top\end{pmatrix}^{\!\top}\begin{pmatrix}x_i\\1\end{pmatrix},\qquad\text{so}\qquad q_i^\top k_j=\begin{pmatrix}x_i\\1\end{pmatrix}^{\!\top}M\begin{pmatrix}x_j\\1\end{pmatrix}$$
#
# is a bilinear form on $\mathbb R^{d+1}$. The four blocks of $M$ are the four terms of question 2: one square, one column, one row, one number. Its rank is still at most $d_{\text{head}}$: the biases add a row and a column, but no rank.
#
# **Your task.** Find $M$.


# %% tags=["answer"]
def fold_bias(W_Q, W_K, b_Q, b_K):
    """The matrix M with [x; 1]ᵀ M [y; 1] = (W_Qᵀx + b_Q)·(W_Kᵀy + b_K) for all x and y.

    W_Q, W_K: shape (d, d_head). b_Q, b_K: shape (d_head,).
    All are array-like (lists, integers, float32, …): compute in float64, change none of them.

    Returns an array of shape (d + 1, d + 1). x is the query and belongs to the rows; the coordinate
    with the 1 comes last; nothing is divided by √d_head.

    Raises ValueError when W_Q or W_K has not exactly two axes, their shapes differ, a bias has not
    the shape (d_head,), or anything holds NaN or infinity.
    """
    # BEGIN SOLUTION
    W_Q, W_K, b_Q, b_K = (np.asarray(a, dtype=float) for a in (W_Q, W_K, b_Q, b_K))
    if W_Q.ndim != 2 or W_Q.shape != W_K.shape:
        raise ValueError(f"W_Q {W_Q.shape} and W_K {W_K.shape} do not fit")
    if not b_Q.shape == b_K.shape == W_Q.shape[1:]:
        raise ValueError(f"the biases want the shape {W_Q.shape[1:]}")
    if not all(np.isfinite(a).all() for a in (W_Q, W_K, b_Q, b_K)):
        raise ValueError("all numbers must be finite")
    # A product of two factors with d_head columns: this is why the rank does not grow.
    return np.vstack([W_Q, b_Q]) @ np.vstack([W_K, b_K]).T
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="The last row of M is what a query of 0 sees: only its bias asks. Multiply the brackets for d = 1 with pen and paper."
def gives_the_matrix_of_the_example(fold_bias):
    """For d = d_head = 1, (3x + 7)(5y + 11) has the matrix [[15, 33], [35, 77]]."""
    import numpy as np

    found = fold_bias([[3]], [[5]], [7], [11])
    wanted = np.array([[15, 33], [35, 77]])
    said = f"fold_bias([[3]], [[5]], [7], [11]) returned\n{found}\nexpected\n{wanted}"
    assert np.shape(found) == (2, 2), f"{said}\nof shape (2, 2), not {np.shape(found)}"
    assert np.allclose(found, wanted), said


# %% tags=["check", "hidden"] points=0.5 hint="Put x = 0, then y = 0, then both: each time one block of M is left. The one with the query's weights belongs to the rows."
def is_the_matrix_of_the_score(fold_bias):
    """[x; 1]ᵀ M [y; 1] is the score for heads of every shape, and the rank stays d_head."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(731)
    for d, h in [(5, 3), (4, 4), (6, 1), (1, 1), (2, 5), (1, 3)]:
        for size in (1.0, 1e-30, 1e30):
            head = [size * rng.standard_normal(s) for s in [(d, h), (d, h), (h,), (h,)]]
            expected = reference.fold_bias(*head)
            terms = reference.fold_bias(*(abs(a) for a in head))
            assert_close(fold_bias(*head), expected, scale=terms, what=f"fold_bias, d, h = {d, h},")


# %% tags=["check", "hidden"] points=0.25 hint="Convert and compare first, then multiply: integers overflow, a bias of length 1 is stretched, NaN spreads."
def reads_its_arguments_with_care(fold_bias):
    """Every kind of number gives the float64 matrix, no argument changes, and what does not fit raises ValueError."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close, assert_raises_value_error, assert_unchanged

    rng = np.random.default_rng(732)
    good = [(3, 2), (3, 2), (2,), (2,)]
    cases = {
        "int8": [np.full(s, 100, np.int8) for s in good],
        "large integers": [np.full(s, 2**40) for s in good],
        "lists": [[[1], [2]], [[5], [6]], [0.5], [10**9]],
        "integers with other biases": [np.eye(2, dtype=int), np.eye(2, dtype=int)]
        + [np.array([0.3, 0.7]), np.array([0.1, 0.2])],
        "float32": [rng.standard_normal(s).astype(np.float32) for s in good],
        "float16": [rng.standard_normal(s).astype(np.float16) for s in good],
        "strided": [rng.standard_normal((2, 3)).T, rng.standard_normal((6, 2))[::2]]
        + [rng.standard_normal(4)[::-2], rng.standard_normal(2)],
        "float64": [rng.standard_normal(s) for s in good],
    }
    for name, head in cases.items():
        expected = reference.fold_bias(*head)
        terms = reference.fold_bias(*(np.abs(np.asarray(a, float)) for a in head))
        found = assert_unchanged(fold_bias, *head, what="fold_bias")
        assert_close(found, expected, scale=terms, what=f"fold_bias of {name}")
    wrong = [(0, (3,)), (0, (2, 2)), (0, (1, 3, 2)), (1, (3, 1)), (1, (4, 2)), (1, (2, 3))]
    wrong += [(2, (1,)), (2, ()), (2, (3,)), (2, (1, 2)), (3, (1,)), (3, (2, 1)), (3, ())]
    for position, shape in wrong:
        head = [np.ones(shape if n == position else s) for n, s in enumerate(good)]
        what = f"fold_bias with argument {position + 1} of shape {shape}"
        assert_raises_value_error(fold_bias, *head, what=what)
    for bias in [(1,), (3,)]:  # neither one column nor one row of weights
        vectors = [np.ones(s) for s in [(3,), (3,), bias, bias]]
        what = f"fold_bias with vectors for W_Q and W_K, biases of shape {bias}"
        assert_raises_value_error(fold_bias, *vectors, what=what)
    for bad, place in [(np.nan, -1), (np.inf, 0), (-np.inf, -1), (np.nan, 0)]:
        for position in range(4):
            head = [np.ones(s) for s in good]
            head[position].flat[place] = bad
            what = f"fold_bias with {bad} in argument {position + 1}"
            assert_raises_value_error(fold_bias, *head, what=what)
