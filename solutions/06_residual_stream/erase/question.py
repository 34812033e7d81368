# %% [markdown]
# ### 6. Taking a concept out again, and asking who put it in
#
# The notes: *if any vector $x$ gets inserted at one place, it stays in the residual stream because everything is added at each layer (unless it is explicitly taken out)*. Two functions belong to that sentence.
#
# **Taking out.** To remove a direction $v$ from a token $x$ is to subtract its projection onto $v$, and nothing else:
#
# $$x'=x-\frac{v\cdot x}{v\cdot v}\,v\qquad\text{so that}\qquad v\cdot x'=0 .$$
#
# As a matrix this is $I-\hat v\hat v^\top$ with $\hat v=v/\lVert v\rVert$. It keeps everything orthogonal to $v$, and doing it twice changes nothing more. Neither the length nor the sign of $v$ matters, only its line. (Subtract twice as much and you get a reflection instead: the concept is still there, with the other sign.)
#
# **Asking who put it in.** The stream is a sum of parts, $x=\sum_\ell p_\ell$, what each layer or head added. A dot product with $v$ goes through the sum:
#
# $$v\cdot x=\sum_\ell v\cdot p_\ell .$$
#
# So the readout of a token is a bill with one entry for each part. This is called *direct attribution*.
#
# Both rest on the stream being a plain sum. That is the case in a *pre-LayerNorm* model such as GPT-2, as long as one looks at the sum itself. LayerNorm, through which every reader looks, is not additive, $\mathrm{LN}(a+b)\ne\mathrm{LN}(a)+\mathrm{LN}(b)$; and a *post-LayerNorm* model such as BERT or MiniLM normalises the stream itself after every addition. There the sentence in the notes is not literally true: the last figure measures it.
#
# **Your task.** Write both functions, in one cell.


# %% tags=["answer"]
def erase(X, v):
    """X without its part along v: every vector x becomes x − (v·x / v·v) v.

    X: vectors along the last axis, shape (..., d): one (d,), a sequence (T, d), a batch (B, T, d), …
    v: one vector of shape (d,), not zero, of any length.
    Both are array-like: compute in float64, change neither.

    Returns an array of the shape of X.

    Raises ValueError when v is not exactly one vector or is zero, when the last axis of X has another
    length than v (length 1 is not stretched, a bare number is no vector), and when X or v holds NaN
    or infinity.
    """
    # BEGIN SOLUTION
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1] != v.size:
        raise ValueError(f"X {X.shape} does not fit v {v.shape}")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("X and v must be finite")
    if not v.any():
        raise ValueError("v is zero and has no direction")
    unit = v / np.linalg.norm(v)
    # (X @ unit) is one number for each vector; the new axis lets it scale a copy of unit each.
    return X - (X @ unit)[..., None] * unit
    # END SOLUTION


def attribution(parts, v):
    """v·p for every part p: what each of L parts adds to the readout of each of T tokens.

    parts: shape (L, T, d): parts[l, t] is what part l added to token t.
    v: one vector of shape (d,), of length 1 in every check.
    Both are array-like: compute in float64, change neither.

    Returns an array of shape (L, T). Its sum over the parts is the readout of the sum of the parts.

    Raises ValueError when parts has not exactly three axes, when v is no vector of length d (length 1
    is not stretched), and when parts or v holds NaN or infinity.
    """
    # BEGIN SOLUTION
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError(f"parts {parts.shape} does not fit v {v.shape}")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("parts and v must be finite")
    return parts @ v
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="How much of v is in x? Subtract exactly that much of v, and check that the rest is orthogonal to v."
def removes_a_direction_from_two_tokens(erase):
    """Without the direction (3, 4), the tokens (5, 0) and (3, 4) become (3.2, −2.4) and (0, 0)."""
    import numpy as np

    value = erase([[5, 0], [3, 4]], [3, 4])
    wanted = np.array([[3.2, -2.4], [0, 0]])
    said = f"erase([[5, 0], [3, 4]], [3, 4]) returned\n{value}\nexpected\n{wanted}"
    assert np.shape(value) == (2, 2), f"{said}\nof shape (2, 2), not {np.shape(value)}"
    assert np.allclose(value, wanted), said


# %% tags=["check"] points=0.5 hint="One dot product for each part and each token: which axis of parts meets v?"
def says_which_part_added_what(attribution):
    """Two parts, three tokens, v = (0, 1): the second coordinates, as an array of shape (2, 3)."""
    import numpy as np

    parts = [[[1, 2], [3, 4], [5, 6]], [[7, -8], [9, 10], [11, 0]]]
    value = attribution(parts, [0, 1])
    wanted = np.array([[2, 4, 6], [-8, 10, 0]])
    said = f"attribution({parts}, [0, 1]) returned\n{value}\nexpected\n{wanted}"
    assert np.shape(value) == (2, 3), f"{said}\nof shape (2, 3), not {np.shape(value)}"
    assert np.allclose(value, wanted), said


# %% tags=["check", "hidden"] points=0.5 hint="After erasing, v·x is 0 for every vector, and what was orthogonal to v is as it was. Test both, and an X with more axes."
def removes_the_direction_and_nothing_else(erase):
    """Every vector of X loses its part along v and keeps the rest, for one vector, sequences and batches."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(61601)
    for shape in [(4,), (1,), (3, 5), (5, 5), (1, 4), (6, 1), (2, 3, 4), (4, 4, 4), (2, 1, 2, 3)]:
        X, v = rng.standard_normal(shape), rng.standard_normal(shape[-1])
        lengths = np.linalg.norm(X, axis=-1, keepdims=True)
        expected = reference.erase(X, v)
        value = erase(X, v)
        assert_close(value, expected, scale=lengths, what=f"erase(X, v), X of shape {shape},")
        rest = np.asarray(value, dtype=float)
        along = rest @ (v / np.linalg.norm(v))
        nothing = np.zeros(shape[:-1])
        what = f"the part along v that is left, X of shape {shape},"
        assert_close(along, nothing, scale=lengths[..., 0], what=what)
        what = f"erase(erase(X, v), v), X of shape {shape},"
        assert_close(erase(rest, v), rest, scale=lengths, what=what)
    value = erase([5, 0], [3, 4])
    assert_close(value, [3.2, -2.4], scale=5, what="erase([5, 0], [3, 4])")
    tokens = np.array([[0.0, 2.0, 0.0], [1.0, 0.0, -1.0]])
    value = erase(tokens, [1, 0, 1])
    assert_close(value, tokens, scale=2, what="erase of tokens that are orthogonal to v")


# %% tags=["check", "hidden"] points=0.25 hint="v, −v and 1000·v name the same line. Divide by v·v, or scale v to length 1 before you use it twice."
def does_not_depend_on_the_length_of_v(erase):
    """A v of any length and either sign, and tiny or huge tokens: the same direction is removed."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(61602)
    X, v = rng.standard_normal((3, 4)), rng.standard_normal(4)
    for size in (1.0, -1.0, 0.5, 1e3, -1e-9, 1e-90, 1e90):
        for scale in (1.0, 1e-40, 1e40):
            expected = reference.erase(scale * X, size * v)
            lengths = scale * np.linalg.norm(X, axis=-1, keepdims=True)
            what = f"erase(X, v) for X times {scale} and v times {size}"
            assert_close(erase(scale * X, size * v), expected, scale=lengths, what=what)
    value = erase([[3.0, 1.0, 7.0]], [1, -1, 0])  # entries that add up to 0 are no zero vector
    assert_close(value, [[2, 2, 7]], scale=8, what="erase([[3, 1, 7]], [1, −1, 0])")
    for axis in range(3):  # zeros in v are no reason to refuse it
        e = np.zeros(3)
        e[axis] = -2.0
        expected = np.arange(1.0, 7.0).reshape(2, 3)
        expected[:, axis] = 0
        value = erase(np.arange(1.0, 7.0).reshape(2, 3), e)
        assert_close(value, expected, scale=7, what=f"erase(X, {e})")


# %% tags=["check", "hidden"] points=0.5 hint="The first two axes stay as they are, whatever their sizes. Take parts with L = T = d and compare with loops."
def gives_one_number_for_each_part_and_token(attribution):
    """The entry (l, t) is v·parts[l, t], for every shape, and the sum over the parts is the readout of the sum."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(61603)
    for shape in [
        (2, 3, 4),
        (4, 4, 4),
        (5, 2, 2),
        (2, 2, 5),
        (1, 3, 2),
        (3, 1, 2),
        (3, 2, 1),
        (1, 1, 1),
    ]:
        v = rng.standard_normal(shape[-1])
        v /= np.linalg.norm(v)
        for size in (1.0, 1e-95, 1e95):
            parts = size * rng.standard_normal(shape)
            expected = reference.attribution(parts, v)
            terms = np.abs(parts) @ np.abs(v)
            value = attribution(parts, v)
            assert_close(value, expected, scale=terms, what=f"attribution, parts of shape {shape},")
            whole = np.asarray(value, dtype=float).sum(axis=0)
            readout = parts.sum(axis=0) @ v
            what = f"the sum over the parts, parts of shape {shape},"
            assert_close(whole, readout, scale=terms.sum(axis=0), what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Which shapes does broadcasting accept that you should not? And what is v / ‖v‖ for v = 0?"
def refuses_a_direction_that_is_none_or_does_not_fit(erase):
    """A zero v, an X of another width, a v that is no vector, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    X = np.arange(1.0, 7.0).reshape(2, 3)
    assert_close(erase(X, [0, 0, 2]), X * [1, 1, 0], scale=7, what="erase(X, [0, 0, 2])")
    for d in (1, 3):
        what = f"erase with v = {d} zeros"
        assert_raises_value_error(erase, np.ones((2, d)), np.zeros(d), what=what)
    for left, right in [
        ((2, 3), (2,)),
        ((2, 3), (4,)),
        ((2, 3), (1,)),  # numpy would stretch these
        ((2, 1), (3,)),
        ((3,), (1,)),
        ((1,), (3,)),
        ((3, 2), (3,)),  # the tokens lie in the columns
        ((), (3,)),
        ((), (1,)),
        ((2, 3), ()),
        ((2, 3), (3, 1)),
        ((2, 3), (1, 3)),
        ((3, 3), (3, 3)),
    ]:
        what = f"erase with X of shape {left} and v of shape {right}"
        assert_raises_value_error(erase, np.ones(left), np.ones(right), what=what)
    for bad in (np.nan, np.inf, -np.inf):
        spoilt = X.copy()
        spoilt[1, 2] = bad
        assert_raises_value_error(erase, spoilt, [1.0, 0.0, 0.0], what=f"erase with {bad} in X")
        assert_raises_value_error(erase, X, [1.0, bad, 0.0], what=f"erase with {bad} in v")


# %% tags=["check", "hidden"] points=0.25 hint="parts has exactly the axes part, token, coordinate. The matrix product takes other numbers of axes, too: compare yourself."
def refuses_parts_that_do_not_fit(attribution):
    """Parts with two or four axes, a v of another length or shape, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    parts = np.arange(12.0).reshape(2, 2, 3)
    assert_close(
        attribution(parts, [0, 0, 1]), [[2, 5], [8, 11]], what="attribution(parts, [0, 0, 1])"
    )
    for shape in [(3,), (2, 3), (3, 3), (1, 2, 2, 3), ()]:
        what = f"attribution with parts of shape {shape}"
        assert_raises_value_error(attribution, np.ones(shape), [0.0, 0.0, 1.0], what=what)
    for left, right in [
        ((2, 2, 3), (2,)),
        ((2, 2, 3), (4,)),
        ((2, 2, 3), (1,)),
        ((2, 2, 1), (3,)),
        ((2, 3, 2), (3,)),
        ((3, 2, 2), (3,)),
        ((2, 2, 3), (3, 1)),
        ((2, 2, 3), (1, 3)),
        ((2, 2, 3), (2, 3)),
        ((1, 1, 1), ()),
    ]:
        v = np.zeros(right)
        v[...] = 1 / max(v.size, 1) ** 0.5
        what = f"attribution with parts of shape {left} and v of shape {right}"
        assert_raises_value_error(attribution, np.ones(left), v, what=what)
    for bad in (np.nan, np.inf, -np.inf):
        spoilt = parts.copy()
        spoilt[1, 0, 2] = bad
        what = f"attribution with {bad} in parts"
        assert_raises_value_error(attribution, spoilt, [1.0, 0.0, 0.0], what=what)
        what = f"attribution with {bad} in v"
        assert_raises_value_error(attribution, parts, [1.0, bad, 0.0], what=what)


# %% tags=["check", "hidden"] points=0.25 hint="X -= … writes into the caller’s stream, and an integer array cannot hold what is left after erasing."
def reads_any_numbers_and_leaves_them_unchanged(erase, attribution):
    """Both read lists, integers, float32, strided and read-only arrays as float64 and leave them as they were."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(61604)
    unit = np.array([0.6, 0.0, -0.8])
    fixed = [rng.standard_normal((2, 4, 3)), unit.copy()]
    for array in fixed:
        array.setflags(write=False)
    cases = {
        "float64": (rng.standard_normal((2, 4, 3)), unit.copy()),
        "int8": (np.full((2, 2, 2), 100, np.int8), np.array([0, 1], np.int8)),
        "integers": (np.arange(12).reshape(2, 2, 3), [0, -1, 0]),
        "integers and a slanted v": (np.arange(12).reshape(2, 3, 2), [0.6, -0.8]),
        "integers, all 0": (np.zeros((2, 3, 2), int), [0.6, -0.8]),
        "lists": ([[[10**9, 3 * 10**9], [1, 2]]], [1, 0]),
        "tuples": ((((0.1, 0.2), (0.3, 0.4)),), (0.6, 0.8)),
        "float32": (rng.standard_normal((2, 4, 3)).astype(np.float32), unit.astype(np.float32)),
        "float32 with a v of length 1": (
            rng.standard_normal((2, 4, 4)).astype(np.float32),
            np.float32([0.5, 0.5, -0.5, 0.5]),
        ),
        "the least int8": (np.full((1, 2, 2), -128, np.int8), np.array([0, -1], np.int8)),
        "float32 parts only": (np.float32([[[0.1, 0.7, 0.3]]]), unit.copy()),
        "read-only": tuple(fixed),
        "strided": (rng.standard_normal((6, 4, 5)).T[::2, ::-1, ::2], unit[::-1]),
    }
    for name, (parts, v) in cases.items():
        sizes = np.abs(np.asarray(parts, dtype=float))
        expected = reference.erase(parts, v)
        value = assert_unchanged(erase, parts, v, what=f"erase with {name}")
        lengths = sizes.sum(axis=-1, keepdims=True)
        assert_close(value, expected, scale=lengths, what=f"the result of erase for {name}")
        if "float32" == name:  # its v has length 1 only to 1e-7
            v = unit
        expected = reference.attribution(parts, v)
        value = assert_unchanged(attribution, parts, v, what=f"attribution with {name}")
        terms = sizes @ np.abs(np.asarray(v, dtype=float))
        assert_close(value, expected, scale=terms, what=f"the result of attribution for {name}")
    v = np.array([100, 100, 90], np.int8)  # v·v is 28100
    X = np.array([[100, -100, 50], [120, 1, 90]], np.int8)
    for kind in (np.int8, np.float64):
        tokens, direction = X.astype(kind), v.astype(kind)
        expected = reference.erase(tokens, direction)
        what = f"erase with a long direction of {np.dtype(kind)}"
        value = assert_unchanged(erase, tokens, direction, what=what)
        assert_close(value, expected, scale=200, what=what)


# %% tags=["figure"]
# A stream of ten layers in 384 dimensions: layer 3 writes a unit feature, layer 7 takes it out again.
d, layers = 384, 10
rng = np.random.default_rng(6)
feature = rng.standard_normal(d)
feature /= np.linalg.norm(feature)
parts = (
    0.15 * rng.standard_normal((layers, 1, d)) / np.sqrt(d)
)  # what every layer adds, to one token
parts[3] += feature
try:
    before = parts[:7].sum(axis=0)
    parts[7] += erase(before, feature) - before  # "explicitly taken out" is an addition, too
    bill = attribution(parts, feature)[:, 0]
    stream = parts.cumsum(axis=0)[:, 0]  # the token after each layer
    fig, ax = plt.subplots(figsize=(7, 4), layout="constrained")
    colours = ["#0072B2" if entry >= 0 else "#D55E00" for entry in bill]
    ax.bar(range(layers), bill, color=colours, label="attribution: what the layer adds")
    ax.step(
        range(layers),
        stream @ feature,
        where="mid",
        color="black",
        linewidth=2,
        label="readout of the stream",
    )
    ax.axhline(0, color="black", linewidth=0.8)
    ax.set_xlabel("layer", fontsize=12)
    ax.set_ylabel("along the feature", fontsize=12)
    ax.set_title("What is written stays, until it is taken out", fontsize=13)
    ax.set_xticks(range(layers))
    ax.legend(frameon=False, fontsize=11, loc="lower left")
    plt.show()
except (NotImplementedError, NameError) as missing:
    print(f"This figure waits for an answer: {missing}")

# %% tags=["figure"]
# Left: LayerNorm (without its learnt scale) of a sum is not the sum of the LayerNorms.
# Right: the tokens of a sentence in a post-LayerNorm model, all-MiniLM-L6-v2, read along what they were
# when they entered. In a plain sum with unrelated additions the readout would stay where it is.


def layer_norm(x):
    centred = x - x.mean(axis=-1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(axis=-1, keepdims=True))


states = np.load("minilm_slice.npz")["states"].astype(
    float
)  # (7, 19, 384): before, after each layer
rng = np.random.default_rng(6)
parts = rng.standard_normal((2, 300, 384)) * rng.uniform(0.2, 3, (2, 300, 1))
v = np.eye(384)[0]
try:
    norm_of_sum = attribution(layer_norm(parts.sum(axis=0))[None], v)[0]
    sum_of_norms = attribution(layer_norm(parts), v).sum(axis=0)
    norms = np.linalg.norm(states, axis=-1)
    still_there = (states * states[0]).sum(axis=-1) / norms[0] ** 2
    left_over = [erase(after, before) for after, before in zip(states[-1], states[0])]
    share = (np.linalg.norm(left_over, axis=-1) / norms[-1]).mean()
    print("mean norm of a token, before and after each layer:", norms.mean(axis=1).round(1))
    print(f"{share:.0%} of a token's length at the end is orthogonal to what entered")

    fig, (left, right) = plt.subplots(1, 2, figsize=(11, 4.4), layout="constrained")
    left.plot(sum_of_norms, norm_of_sum, ".", color="#0072B2")
    ends = np.array([-5, 5])
    left.plot(ends, ends, color="black", linewidth=0.8)
    left.text(2.6, 3.4, "equal", fontsize=11, rotation=40)
    left.set(xlim=ends, ylim=ends, aspect="equal")
    left.set_xlabel("readout of LN(a) + LN(b)", fontsize=12)
    left.set_ylabel("readout of LN(a + b)", fontsize=12)
    left.set_title("LayerNorm is not additive", fontsize=13)
    right.plot(still_there, color="#999999", linewidth=1)
    right.plot(
        still_there.mean(axis=1), "o-", color="#D55E00", linewidth=2.5, label="mean of 19 tokens"
    )
    right.axhline(1, color="black", linewidth=0.8, linestyle=":", label="a plain sum")
    right.set(ylim=(0, 1.75), xticks=range(7))
    right.set_xlabel("after how many layers", fontsize=12)
    right.set_ylabel("readout along what entered, share", fontsize=12)
    right.set_title("Post-LayerNorm: what entered does not stay", fontsize=13)
    right.legend(frameon=False, fontsize=11)
    plt.show()
except (NotImplementedError, NameError) as missing:
    print(f"This figure waits for an answer: {missing}")

# %% [markdown]
# ### What you have shown
#
# - A token is a sum, and the sum forgets who added what; a feature written twice is there twice.
# - Reading one feature among $k$ random ones costs noise of standard deviation $\sqrt{(k-1)/n}$ (absent: $\sqrt{k/n}$): the expected *angle* is $90^\circ$, the expected $|\cos|$ is small, and the noise is small as long as $k\ll n$.
# - For given features the noise is exactly $(G-I)\,c$, and whoever knows which features are active can remove it, as long as they are independent.
# - Whoever does not know finds them by their readouts. It works for random directions; the embeddings of a real model have cosines with twice the variance, some of them large, and recall suffers. *Each token is a collection of nearly orthogonal vectors* is a hypothesis, and a matter of degree.
# - What is written stays until it is taken out, and every readout is a bill by parts: for the plain sum. LayerNorm rescales it for each reader, and a post-LayerNorm model rescales the stream itself.
#
# **What comes next.** The readers of the stream are attention heads. Each takes two tokens and returns a number, $x_i^\top W_{QK}\,x_j$: a bilinear form, with which this lecture began. The last notebook opens a real one.
