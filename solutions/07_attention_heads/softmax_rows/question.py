# %% [markdown]
# ### 3. From scores to a pattern: the bias nobody needs
#
# The notes stop at the scores. The head goes on: each row of scores becomes a row of weights that are positive and sum to 1,
#
# $$P_{ij}=\frac{e^{S_{ij}}}{\sum_{j'}e^{S_{ij'}}}.$$
#
# This is the attention *pattern*. A row of it compares the keys of one query with each other, and with nothing else. "It maximizes the output of the value $x_i^\top W_{QK}x_j$", as the notes say of a task that is triggered, therefore means: it makes this score larger than the *other* scores of the row.
#
# Add the same number $c_i$ to all scores of row $i$: numerator and denominator both grow by the factor $e^{c_i}$, and the pattern stays as it is. This has two consequences.
#
# - You may subtract the largest score of each row before you take exponentials. You should: $e^{710}$ is already infinity in float64.
# - Two of the four terms of question 2 are constant along each row. The figure below shows what that means for the biases of a real head.
#
# Some heads must not see every token; in a model that writes text, none may look at later tokens. A *mask* says which places count. The others have weight exactly $0$, and the rest of the row sums to 1.
#
# **Your task.** The softmax along the last axis, safe for all sizes of scores, with an optional mask.


# %% tags=["answer"]
def softmax_rows(S, mask=None):
    """The softmax of S along its last axis, over the places where mask is True.

    S: scores, shape (..., k): one row of k scores, a matrix, or a batch of matrices. Array-like
        (lists, integers, float32, …): compute in float64. Do not change S or mask.
    mask: None, or booleans of S's shape or of one that broadcasts to S's shape without changing it,
        as (k,) does for S (T, k), or (T, k) for S (h, T, k). True keeps a place.

    Returns an array of S's shape. Places where mask is False are exactly 0, the others sum to 1 in
    each row, whatever the masked scores are. A row that is masked completely is all 0.
    Relative error at most 1e-9 for scores of up to 1e5 in size; weights below 1e-300 may be 0.

    Raises ValueError when S is a bare number, when S holds NaN or infinity (at any place), and when
    the mask has a shape that does not fit S or that would make the result larger than S.
    """
    # BEGIN SOLUTION
    S = np.asarray(S, dtype=float)
    if S.ndim == 0 or not np.isfinite(S).all():
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    # Raises ValueError for a mask that does not fit; broadcast_to never enlarges S.
    keep = np.broadcast_to(keep, S.shape)
    # The largest score that counts: one that is masked might be far larger, and all others vanish.
    largest = np.where(keep, S, -np.inf).max(axis=-1, keepdims=True)
    largest[np.isinf(largest)] = 0  # nothing is kept in this row
    weights = np.exp(np.where(keep, S - largest, -np.inf))
    total = weights.sum(axis=-1, keepdims=True)
    return weights / np.where(total == 0, 1, total)
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="The exponential of log 3 is 3: what does the row (0, log 3) have to be divided by? Rows, not columns."
def turns_each_row_into_weights(softmax_rows):
    """The rows (0, log 3) and (log 4, 0) become (1/4, 3/4) and (4/5, 1/5)."""
    import numpy as np

    found = softmax_rows([[0, np.log(3)], [np.log(4), 0]])
    wanted = np.array([[0.25, 0.75], [0.8, 0.2]])
    call = "softmax_rows([[0, np.log(3)], [np.log(4), 0]])"
    said = f"{call} returned\n{found}\nexpected\n{wanted}"
    assert np.shape(found) == (2, 2), f"{said}\nof shape (2, 2), not {np.shape(found)}"
    assert np.allclose(found, wanted), said


# %% tags=["check"] points=0.25 hint="What is masked takes no part in the sum, and a row without any place has nothing to divide by."
def leaves_masked_places_out(softmax_rows):
    """With a mask the kept places of (0, log 3, 5) are shared as 1/4 and 3/4; a row without any is 0."""
    import numpy as np

    S = [[0, np.log(3), 5], [1, 2, 3]]
    found = softmax_rows(S, [[True, True, False], [False, False, False]])
    wanted = np.array([[0.25, 0.75, 0], [0, 0, 0]])
    mask = "[[True, True, False], [False, False, False]]"
    call = f"softmax_rows([[0, np.log(3), 5], [1, 2, 3]], {mask})"
    said = f"{call} returned\n{found}\nexpected\n{wanted}"
    assert np.shape(found) == (2, 3), f"{said}\nof shape (2, 3), not {np.shape(found)}"
    assert np.allclose(found, wanted), said


# %% tags=["check", "hidden"] points=0.25 hint="Which number can you subtract from a row without changing its weights? Each row has its own."
def survives_scores_of_every_size(softmax_rows):
    """Huge, hugely negative and widely spread rows, side by side, give the right weights."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(721)
    # Rows at very different heights: the largest score of all would wipe out the other rows.
    heights = np.array([[0.0], [1e4], [-1e4], [1e5], [-1e5], [800.0], [-800.0]])
    cases = [rng.standard_normal((7, 5)) + heights, rng.standard_normal((4, 3)), np.zeros((2, 3))]
    cases += [np.array([[0.0, 5000.0], [-5000.0, 0.0]]), np.array([[710.0, 700.0, 0.0]])]
    cases += [np.array([[3.0], [-900.0]]), -50.0 * np.arange(12.0).reshape(1, -1)]
    for S in cases:
        expected = reference.softmax_rows(S)
        what = f"softmax_rows of scores from {S.min():.3g} to {S.max():.3g}"
        assert_close(softmax_rows(S), expected, rtol=1e-9, atol=1e-300, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="How many axes does S have? The row runs along the last one, and its sum has to keep its place in the shape."
def works_along_the_last_axis(softmax_rows):
    """One row, matrices of every shape and batches are normalised along the last axis."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(722)
    for shape in [(4,), (1,), (3, 5), (4, 4), (5, 1), (1, 5), (2, 3, 4), (3, 3, 3), (2, 1, 3, 2)]:
        S = 3 * rng.standard_normal(shape)
        expected = reference.softmax_rows(S)
        assert_close(softmax_rows(S), expected, rtol=1e-9, what=f"softmax_rows of shape {shape}")


# %% tags=["check", "hidden"] points=0.25 hint="Exactly 0 is not 1e-300, and a masked score of 1e4 must not decide what is subtracted from its row. What if a whole row is masked?"
def gives_masked_places_exactly_no_weight(softmax_rows):
    """Masked places are exactly 0 whatever stands there, the rest of a row sums to 1, and empty rows are 0."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(723)
    for shape in [(6, 6), (3, 5), (2, 4, 4), (4,)]:
        for masked in (0.0, 1e4, -1e4, 1e5):
            keep = rng.random(shape) < 0.6
            keep[..., 0] = True
            if len(shape) > 1:
                keep[..., -1, :] = False  # nothing kept in the last row
            S = np.where(keep, rng.standard_normal(shape), masked)
            expected = reference.softmax_rows(S, keep)
            what = f"softmax_rows of shape {shape} with masked scores {masked:g}"
            assert_close(softmax_rows(S, keep), expected, rtol=1e-9, what=what)
    S, causal = rng.standard_normal((5, 5)) - 1e5, np.tri(5, dtype=bool)
    expected = reference.softmax_rows(S, causal)
    assert_close(softmax_rows(S, causal), expected, rtol=1e-9, what="softmax_rows, low scores,")
    S = [-1e4, 3.0, -1e4]
    found = softmax_rows(S, [True, False, True])
    assert_close(found, [0.5, 0.0, 0.5], rtol=1e-9, what="softmax_rows of one row with a mask")


# %% tags=["check", "hidden"] points=0.25 hint="A mask may be smaller than S and is then repeated; it may never make the result larger than S. Which numpy function asks for exactly this?"
def repeats_a_small_mask_and_refuses_others(softmax_rows):
    """A mask that broadcasts to S's shape counts; any other raises ValueError."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    rng = np.random.default_rng(724)
    for shape, small in [
        ((4, 3), (3,)),
        ((4, 3), (4, 1)),
        ((2, 4, 4), (4, 4)),
        ((3, 3), (3,)),
        ((3, 3, 4), (3, 4)),
        ((2, 3, 4), (2, 1, 1)),
    ]:
        S = rng.standard_normal(shape)
        keep = rng.random(small) < 0.5
        keep.flat[0], keep.flat[-1] = True, False
        expected = reference.softmax_rows(S, keep)
        what = f"softmax_rows of S {shape} with a mask {small}"
        assert_close(softmax_rows(S, keep), expected, rtol=1e-9, what=what)
        assert_close(softmax_rows(S.tolist(), keep.tolist()), expected, rtol=1e-9, what=what)
    wrong = [
        ((4, 3), (4,)),
        ((4, 3), (2,)),
        ((4, 3), (3, 4)),
        ((4, 3), (2, 4, 3)),
        ((1, 3), (4, 3)),
    ]
    wrong += [
        ((4, 1), (4, 3)),
        ((3,), (1, 3)),
        ((3,), (2, 3)),
        ((4, 3), (1, 4, 3)),
        ((4, 4), (2, 2)),
    ]
    for shape, other in wrong:
        what = f"softmax_rows of S {shape} with a mask {other}"
        assert_raises_value_error(softmax_rows, np.zeros(shape), np.ones(other, bool), what=what)


# %% tags=["check", "hidden"] points=0.25 hint="NaN in a masked place is NaN all the same. Ask np.isfinite about all of S before anything else."
def refuses_nan_infinity_and_bare_numbers(softmax_rows):
    """NaN or infinity in S, at masked places too, and a bare number raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    assert_close(softmax_rows([1.0, 1.0]), [0.5, 0.5], rtol=1e-9, what="softmax_rows of (1, 1)")
    for bad in (np.nan, np.inf, -np.inf):
        S = np.zeros((3, 4))
        S[2, 1] = bad
        assert_raises_value_error(softmax_rows, S, what=f"softmax_rows with {bad}")
        what = f"softmax_rows with {bad} at a masked place"
        assert_raises_value_error(softmax_rows, S, S == 0, what=what)
    for number in (3.0, np.array(2.0)):
        assert_raises_value_error(softmax_rows, number, what="softmax_rows of a bare number")


# %% tags=["check", "hidden"] points=0.25 hint="S -= S.max() writes into the caller's scores, and integers or float32 want to be float64 before the subtraction."
def leaves_its_arguments_unchanged_and_computes_in_float64(softmax_rows):
    """S and mask stay as they were, and every kind of number gives the float64 weights."""
    import numpy as np
    from mathtx_ref import attention as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(725)
    S, keep = 2 * rng.standard_normal((4, 5)), np.arange(20).reshape(4, 5) % 3 > 0
    cases = {
        "float64": S,
        "float32": S.astype(np.float32),
        "float16": S.astype(np.float16),
        "int8": np.array([[100, -100, 99, 100, 0]] * 4, np.int8),
        "uint8": np.array([[0, 1, 2, 3, 4]] * 4, np.uint8),
        "integers": [[1, 2, 3, 4, 5]] * 4,
        "columns": np.asfortranarray(S),
        "strided": rng.standard_normal((8, 10))[::2, ::-2],
    }
    for name, scores in cases.items():
        for mask in (None, keep):
            expected = reference.softmax_rows(scores, mask)
            found = assert_unchanged(softmax_rows, scores, mask, what="softmax_rows")
            assert_close(found, expected, rtol=1e-9, what=f"softmax_rows of {name}")


# %% tags=["figure"]
# Which terms of the scores does the pattern need? Layer 0 of the real transformer, on a sentence.
try:
    real, heads, changes = np.load("minilm_slice.npz"), np.arange(12), []
    x, parts = real["states"][0].astype(float), {}
    for name in ("query", "key"):  # (out, in) as torch stores it: rows 32h … 32h+31 are head h
        weight = real[f"{name}_weight"].astype(float)
        parts[name] = weight.reshape(12, 32, 384).transpose(0, 2, 1)
        parts[f"b {name}"] = real[f"{name}_bias"].astype(float).reshape(12, 32)
    for W_Q, b_Q, W_K, b_K in zip(*parts.values(), strict=True):
        content, query, key, constant = four_terms(x, W_Q, W_K, b_Q, b_K) / np.sqrt(32)
        pattern = softmax_rows(content + query + key + constant)
        fewer = softmax_rows(content + key), softmax_rows(content + query + constant)
        changes.append([abs(other - pattern).max() for other in fewer])
    changes = np.maximum(changes, 1e-17)
    fig, (left, right) = plt.subplots(1, 2, figsize=(11, 4.8), layout="constrained")
    left.bar(heads - 0.2, changes[:, 0], 0.4, color="#D55E00", label="without terms 2 and 4 (b_K)")
    left.bar(heads + 0.2, changes[:, 1], 0.4, color="#0072B2", label="without term 3 (b_Q)")
    left.set(xlabel="head of layer 0", ylabel="largest change of a weight", ylim=(1e-20, 1e3))
    left.set(yscale="log", xticks=heads, title="The pattern does not notice the key bias")
    right.plot(real["head_query_bias_norm"].ravel(), "o", color="#0072B2", label="‖b_Q‖")
    right.plot(real["head_key_bias_norm"].ravel(), "s", color="#D55E00", label="‖b_K‖")
    right.set(xlabel="layer (12 heads each)", ylabel="length", ylim=(1e-3, 1e2), yscale="log")
    right.set_xticks(np.arange(0, 72, 12), range(6))
    right.set_title("Training left the key biases near zero")
    left.legend(frameon=False, loc="upper left")
    right.legend(frameon=False, ncols=2)
    plt.show()
except (NotImplementedError, NameError) as missing:
    plt.close()
    print(f"This figure waits for an answer: {missing}")

# %% [markdown]
# **What this shows.** The two terms with $b_K$ move the pattern by rounding errors only: they are constant along the rows, and the softmax cannot see them. So **the key bias never matters** (in a model whose positions are not rotated into the keys, as here). Nothing in training pulls it away from where it starts: its median length over the 72 heads is $0.004$, against $1.09$ for the query bias. The term with $b_Q$ is another matter: dropping it moves some weight of layer 0 by more than one half, and by up to $0.84$ in all 72 heads.
