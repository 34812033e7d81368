# %% [markdown]
# ### 1. A token is a sum
#
# The lecture writes the residual stream as $x=z+y+w$: what the embedding put in, plus what each layer added.
# *If the inputs don't interact, the output will contain all the input concepts.*
#
# Give the concepts numbers: feature $i$ is the row $f_i$ of a matrix $F$. A token in which the features $i_1,\dots,i_k$ are active, with strengths $c_1,\dots,c_k$, is
#
# $$x=\sum_{j=1}^{k}c_j\,f_{i_j}.$$
#
# Addition keeps no record of who added what. If two layers both write the *same* feature, it is there twice as strongly: `idx = [3, 3]` means $f_3+f_3$. A list of numbers is not a set.
#
# **Your task.** Build $x$.


# %% tags=["answer"]
def superpose(F, idx, coef=None):
    """The sum x = Σ_j coef[j] · F[idx[j]] of features.

    F: the features, a matrix of shape (N, d), one in each row.
    idx: the numbers of the active features, k integers in 0 … N−1 (a list or an integer array).
         A number that occurs several times is added that often, each time with its own coefficient.
    coef: their k coefficients, of any sign; None means that all are 1.
    All are array-like: compute in float64, change none of them.

    Returns an array of shape (d,), also when d is 1.

    Raises ValueError when F has not exactly two axes, when an entry of idx is N or larger or is no
    integer (1.5), when coef is no vector of k numbers (length 1 is not stretched), and when F or coef
    holds NaN or infinity, be it in a row that idx does not name.
    """
    # BEGIN SOLUTION
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("F must be a matrix, idx a list of integers")
    if idx.size == 0 or idx.min() < 0 or idx.max() >= len(F):
        raise ValueError(f"idx must hold numbers of the {len(F)} features")
    coef = np.ones(len(idx)) if coef is None else np.asarray(coef, dtype=float)
    if coef.shape != idx.shape:
        raise ValueError(f"{len(idx)} features and coefficients of shape {coef.shape}")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("F and coef must be finite")
    # F[idx] repeats a row as often as idx names it: k rows, k coefficients, one product.
    return coef @ F[idx]
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="Add the rows of F by hand: which rows does idx name, and how strongly is each one there?"
def adds_two_features_of_three(superpose):
    """F = [[1, 0], [0, 1], [1, 1]]: features 0 and 2 give (2, 1), with coefficients 3 and −1 they give (2, −1)."""
    import numpy as np

    F = [[1, 0], [0, 1], [1, 1]]
    for coef, wanted in [(None, [2, 1]), ([3, -1], [2, -1])]:
        x = superpose(F, [0, 2]) if coef is None else superpose(F, [0, 2], coef)
        call = f"superpose({F}, [0, 2])" if coef is None else f"superpose({F}, [0, 2], {coef})"
        said = f"{call} returned {x}, expected {np.array(wanted)}"
        assert np.shape(x) == (2,), f"{said} of shape (2,), not {np.shape(x)}"
        assert np.allclose(x, wanted), said


# %% tags=["check", "hidden"] points=0.25 hint="x has as many entries as a feature. Does each coefficient go with the feature at the same place in idx, whatever the order of idx?"
def adds_features_for_every_shape_and_order(superpose):
    """x is right for more features than dimensions and fewer, in any order, with and without coefficients, tiny and huge."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(61101)
    for N, d, k in [(5, 3, 2), (3, 7, 3), (4, 4, 4), (1, 4, 1), (6, 1, 3), (1, 1, 1), (40, 12, 30)]:
        idx = rng.permutation(N)[:k]  # in no order
        for size, strength in [(1, 1), (1e-96, 1e-96), (1e98, 1e98), (1e-7, 1e-5)]:
            F, coef = size * rng.standard_normal((N, d)), strength * rng.standard_normal(k)
            for c in (None, coef, 0 * coef):
                expected = reference.superpose(F, idx, c)
                terms = reference.superpose(abs(F), idx, None if c is None else abs(c))
                value = superpose(F, idx) if c is None else superpose(F, idx, c)
                what = (
                    f"superpose(F, idx{'' if c is None else ', coef'}), F of shape {N, d}, k = {k},"
                )
                assert_close(value, expected, scale=terms, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="A one-hot vector with x[idx] += coef adds only once for a number that occurs twice. What do you want for idx = [3, 3]?"
def adds_a_repeated_feature_each_time(superpose):
    """A feature that is named three times is added three times, each time with its own coefficient."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(61102)
    F = rng.standard_normal((6, 4))
    for idx in ([3, 3], [0, 5, 0, 2, 0], [1] * 7, [2, 4, 4, 2], list(rng.integers(0, 6, 20))):
        for coef in (None, rng.standard_normal(len(idx)), np.arange(1.0, len(idx) + 1)):
            expected = reference.superpose(F, idx, coef)
            terms = reference.superpose(abs(F), idx, None if coef is None else abs(coef))
            value = superpose(F, idx, coef)
            assert_close(value, expected, scale=terms, what=f"superpose(F, {idx}, coef)")


# %% tags=["check", "hidden"] points=0.125 hint="numpy answers some wrong arguments with an IndexError and others with a number. Compare sizes and ask about integers before you compute."
def refuses_what_does_not_fit(superpose):
    """An index outside, an index that is no integer, coefficients of another length, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    F = np.arange(12.0).reshape(4, 3)
    assert_close(superpose(F, [3, 0], [1.0, 2.0]), [9, 12, 15], what="superpose(F, [3, 0], [1, 2])")
    for idx in ([4], [0, 4], [0, 100, 1], [1.5], [0, 0.5, 2]):
        for coef in (None, [1.0] * len(idx)):
            what = f"superpose with four features and idx = {idx}"
            assert_raises_value_error(superpose, F, idx, coef, what=what)
    for coef in ([1.0], [1.0, 2.0], [1.0] * 4, [[1.0], [2.0], [3.0]], [[1.0, 2.0, 3.0]], 2.0):
        what = f"superpose with three indices and coef = {coef}"
        assert_raises_value_error(superpose, F, [0, 1, 2], coef, what=what)
    what = "superpose with one index and a bare number as coef"
    assert_raises_value_error(superpose, F, [0], 2.0, what=what)
    for shape in [(4,), (2, 4, 3), (3, 3, 3), (1, 1, 1), ()]:
        for idx in ([0], [0, 1]):
            what = f"superpose with F of shape {shape}, idx = {idx},"
            assert_raises_value_error(superpose, np.ones(shape), idx, what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for row in (0, 3):  # one that is active, one that is not
            spoilt = F.copy()
            spoilt[row, 1] = bad
            what = f"superpose with {bad} in row {row} of F, idx = [0, 1],"
            assert_raises_value_error(superpose, spoilt, [0, 1], what=what)
        what = f"superpose with the coefficients 1 and {bad}"
        assert_raises_value_error(superpose, F, [0, 1], [1.0, bad], what=what)


# %% tags=["check", "hidden"] points=0.125 hint="What is 100 + 100 in int8? Convert before you add, and write into no array that you were given."
def reads_any_numbers_and_leaves_them_unchanged(superpose):
    """Lists, integers, float32, strided and read-only arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import residual as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(61103)
    fixed = [rng.standard_normal((4, 3)), np.array([2, 0, 2]), rng.standard_normal(3)]
    for array in fixed:
        array.setflags(write=False)
    cases = {
        "float64": (rng.standard_normal((4, 3)), np.array([2, 0, 2]), rng.standard_normal(3)),
        "ones": (rng.standard_normal((4, 3)), np.array([3, 1]), None),
        "int8": (np.full((2, 3), 100, np.int8), np.array([0, 1, 1], np.int8), np.full(3, 90, np.int8)),
        "int8 without coefficients": (np.full((2, 3), 100, np.int8), [0, 1, 1], None),
        "integers with fractional coefficients": ([[3, 4], [5, 7]], [1, 0], [0.5, -0.3]),
        "uint8 indices": (rng.standard_normal((300, 2)), np.array([255, 3], np.uint8), [1, -1]),
        "lists": ([[10**9, 2], [3, 10**9]], [1, 0], [10**9, 10**8]),
        "tuples": (((0.1, 0.2), (0.3, 0.4)), (1, 1), (0.7, 3)),
        "float32": (rng.standard_normal((4, 3)).astype(np.float32), [3, 1], np.float32([0.1, 0.7])),
        "read-only": tuple(fixed),
        "strided": (rng.standard_normal((6, 8)).T[::2, ::-2], np.arange(6)[::-2] // 2, rng.standard_normal(6)[::2]),
    }  # fmt: skip
    for name, (F, idx, coef) in cases.items():
        expected = reference.superpose(F, idx, coef)
        sizes = None if coef is None else np.abs(np.asarray(coef, dtype=float))
        terms = reference.superpose(np.abs(np.asarray(F, dtype=float)), idx, sizes)
        value = assert_unchanged(superpose, F, idx, coef, what=f"superpose with {name}")
        assert_close(value, expected, scale=terms, what=f"x for {name}")
