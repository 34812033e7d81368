"""Attention heads against plain loops, dense decompositions and exact arithmetic."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import scipy.special
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathtx_ref.attention import (
    find_prev_token_head,
    fold_bias,
    four_terms,
    numerical_rank,
    qk_scores,
    qk_spectrum,
    qk_svd,
    softmax_rows,
    split_heads,
    topk_keys,
)
from mathtx_ref.checking import measure

SEEDS = st.integers(0, 2**32 - 1)
SHAPES = st.tuples(st.integers(1, 6), st.integers(1, 6), st.integers(1, 4)) | st.just((4, 4, 4))


def head(seed: int, T: int, d: int, h: int) -> tuple[Any, Any, Any, Any, Any]:
    """X, W_Q, W_K, b_Q, b_K of a random head."""
    rng = np.random.default_rng(seed)
    shapes = ((T, d), (d, h), (d, h), h, h)
    return tuple(rng.standard_normal(shape) for shape in shapes)  # type: ignore[return-value]


def loop_scores(X: Any, W_Q: Any, W_K: Any, b_Q: Any, b_K: Any) -> Any:
    """Unscaled scores, one number at a time."""
    T, d = X.shape
    scores = np.empty((T, T))
    for i in range(T):
        for j in range(T):
            scores[i, j] = sum(
                (sum(X[i, p] * W_Q[p, c] for p in range(d)) + b_Q[c])
                * (sum(X[j, p] * W_K[p, c] for p in range(d)) + b_K[c])
                for c in range(W_Q.shape[1])
            )
    return scores


def close(found: Any, wanted: Any) -> bool:
    return np.allclose(found, wanted, rtol=1e-12, atol=1e-12)


class TestScores:
    @given(SEEDS, SHAPES)
    @settings(max_examples=50)
    def test_loop(self, seed: int, shape: Any) -> None:
        """Query in the row, key in the column; either bias may be missing; √d_head divides."""
        X, W_Q, W_K, b_Q, b_K = case = head(seed, *shape)
        zero, root = np.zeros_like(b_Q), math.sqrt(shape[2])
        assert close(qk_scores(*case, scale=False), loop_scores(*case))
        assert close(qk_scores(*case), loop_scores(*case) / root)
        assert close(qk_scores(X, W_Q, W_K), loop_scores(X, W_Q, W_K, zero, zero) / root)
        assert close(qk_scores(X, W_Q, W_K, b_Q), loop_scores(X, W_Q, W_K, b_Q, zero) / root)
        assert close(qk_scores(X, W_Q, W_K, b_K=b_K), loop_scores(X, W_Q, W_K, zero, b_K) / root)

    @given(SEEDS, SHAPES)
    def test_four_terms_and_folding(self, seed: int, shape: Any) -> None:
        """The terms sum to the scores, each has its shape; so does the form on [x; 1]."""
        X, W_Q, W_K, b_Q, b_K = case = head(seed, *shape)
        terms = four_terms(*case)
        scores = qk_scores(*case, scale=False)
        T, d, h = shape
        assert terms.shape == (4, T, T)
        assert close(terms.sum(axis=0), scores)
        assert close(terms[0], X @ W_Q @ W_K.T @ X.T)
        for i in range(T):
            for j in range(T):
                assert terms[1, i, j] == pytest.approx((X[i] @ W_Q) @ b_K, abs=1e-12)
                assert terms[2, i, j] == pytest.approx(b_Q @ (X[j] @ W_K), abs=1e-12)
        assert (terms[3] == b_Q @ b_K).all()
        M = fold_bias(W_Q, W_K, b_Q, b_K)
        with_one = np.hstack([X, np.ones((T, 1))])
        assert M.shape == (d + 1, d + 1)
        assert close(with_one @ M @ with_one.T, scores)
        assert np.linalg.matrix_rank(M, tol=1e-10 * np.linalg.norm(M)) <= h

    @given(SEEDS)
    def test_the_softmax_does_not_see_the_key_bias(self, seed: int) -> None:
        """Without terms 2 and 4 the pattern is the same, without term 3 it is not."""
        terms = four_terms(*head(seed, 5, 4, 3))
        pattern = softmax_rows(terms.sum(axis=0))
        assert np.allclose(softmax_rows(terms[0] + terms[2]), pattern, rtol=0, atol=1e-13)
        assert not np.allclose(softmax_rows(terms[:2].sum(axis=0)), pattern, rtol=0, atol=1e-6)

    @pytest.mark.parametrize("place", range(5))
    @pytest.mark.parametrize("spoil", ["nan", "length", "axes"])
    def test_bad_arguments(self, place: int, spoil: str) -> None:
        """Each argument, with NaN, cut by one, with another axis."""
        case = list(head(0, 4, 3, 2))
        bad = case[place].copy()
        bad.flat[0] = math.nan if spoil == "nan" else 1.0
        case[place] = {"nan": bad, "length": bad[..., :-1], "axes": bad[None]}[spoil]
        calls: list[Callable[[], Any]] = [
            lambda: qk_scores(*case),
            lambda: four_terms(*case),
            lambda: topk_keys(*case, 1),
        ]
        if place:
            calls.append(lambda: fold_bias(*case[1:]))
        for call in calls:
            with pytest.raises(ValueError, match="wanted"):
                call()


class TestSoftmaxRows:
    @given(
        st.integers(1, 5).flatmap(
            lambda k: arrays(float, (2, 3, k), elements=st.floats(-800, 800) | st.just(1e100))
        )
    )
    def test_against_scipy(self, S: Any) -> None:
        """Rows sum to 1, at any size of the scores."""
        P = softmax_rows(S)
        assert np.allclose(P, scipy.special.softmax(S, axis=-1), rtol=1e-12, atol=0)
        assert np.allclose(P.sum(axis=-1), 1, rtol=0, atol=1e-14)
        assert np.array_equal(softmax_rows(S[0, 0]), P[0, 0])

    @given(SEEDS, st.sampled_from([(3, 4), (1, 4), (3, 1), (4,), (), (2, 3, 4), (2, 1, 4), (1,)]))
    def test_mask(self, seed: int, shape: Any) -> None:
        """Each row is the softmax of its kept places; the others are exactly 0."""
        rng = np.random.default_rng(seed)
        S, mask = 1e3 * rng.standard_normal((2, 3, 4)), rng.random(shape) < 0.5
        P = softmax_rows(S, mask)
        keep = np.broadcast_to(mask, S.shape)
        assert (P[~keep] == 0).all()
        for at in np.ndindex(2, 3):
            kept = S[at][keep[at]]
            if kept.size:
                assert np.allclose(P[at][keep[at]], scipy.special.softmax(kept), rtol=1e-12)

    def test_nothing_kept(self) -> None:
        """A row without any key is all 0, without a warning."""
        assert softmax_rows([[1, 2], [3, 4]], [[False], [True]])[0].tolist() == [0, 0]
        assert softmax_rows([7]).tolist() == [1]
        assert softmax_rows(np.zeros((0, 3))).shape == (0, 3)

    @pytest.mark.parametrize(
        ("S", "mask"),
        [
            (1.0, None),
            ([], None),
            ([[1, math.nan]], None),
            ([[1, math.inf]], [[True, False]]),
            ([[1, 2], [3, 4]], [True, True, True]),
            ([[1, 2], [3, 4]], np.ones((1, 2, 2), bool)),
            ([[1, 2]], np.ones((2, 2), bool)),
            ([[1, 2]], "ab"),
        ],
    )
    def test_bad_arguments(self, S: Any, mask: Any) -> None:
        """NaN and inf are refused under a mask too; a mask does not change the shape."""
        with pytest.raises(ValueError, match="wanted"):
            softmax_rows(S, mask)


class TestQkSvd:
    @given(SEEDS, st.integers(1, 4), st.integers(0, 8), st.booleans())
    def test_dense_decomposition(self, seed: int, h: int, more: int, deficient: bool) -> None:
        """U diag(s) Vᵀ = W_QK, with orthonormal columns also where s has zeros."""
        _, W_Q, W_K, *_ = head(seed, 1, h + more, h)
        if deficient:
            W_K[:, 0] = 0
        U, s, V = qk_svd(W_Q, W_K)
        W = W_Q @ W_K.T
        assert U.shape == V.shape == W_Q.shape
        assert np.allclose(U * s @ V.T, W, rtol=0, atol=1e-13 * (1 + s[0]))
        assert np.allclose(s, np.linalg.svd(W, compute_uv=False)[:h], rtol=0, atol=1e-13 * s[0])
        for basis in (U, V):
            assert np.allclose(basis.T @ basis, np.eye(h), rtol=0, atol=1e-13)
        assert (np.diff(s) <= 0).all()

    @given(SEEDS, st.sampled_from([1e-90, 1.0, 1e90]))
    def test_graded_singular_values(self, seed: int, size: float) -> None:
        """1 … 1e-10 come out to 1e-4 each; a Gram matrix would lose those below 1e-8."""
        rng = np.random.default_rng(seed)
        U0, V0 = (np.linalg.qr(rng.standard_normal((40, 6)))[0] for _ in range(2))
        wanted = np.logspace(0, -10, 6)
        _, s, _ = qk_svd(size * U0 * np.sqrt(wanted), size * V0 * np.sqrt(wanted))
        assert np.allclose(s / size / size, wanted, rtol=1e-4, atol=0)

    def test_memory(self) -> None:
        """No d × d array: that would be 72 MB at d = 3000."""
        _, W_Q, W_K, *_ = head(0, 1, 3000, 4)
        for f in (qk_svd, qk_spectrum):
            _, peak, _ = measure(f, W_Q, W_K)
            assert peak < 5e6

    @given(SEEDS, st.integers(1, 4), st.integers(0, 8))
    def test_spectrum(self, seed: int, h: int, more: int) -> None:
        """The four numbers are those of the d × d matrix, for d below, at and above 2·d_head."""
        d = h + more
        _, W_Q, W_K, *_ = head(seed, 1, d, h)
        W = W_Q @ W_K.T
        S = (W + W.T) / 2
        found = qk_spectrum(W_Q, W_K)
        size = np.linalg.norm(W)
        assert set(found) == {"sigma1", "lambda1_sym", "eigs", "sym_share"}
        assert found["sigma1"] == pytest.approx(np.linalg.norm(W, 2), rel=1e-12)
        wanted = np.linalg.eigvalsh(S)[-1]
        assert found["lambda1_sym"] == pytest.approx(wanted, abs=1e-12 * size)
        assert found["sym_share"] == pytest.approx(np.linalg.norm(S) ** 2 / size**2, abs=1e-12)
        # A matrix is known by the power sums of its eigenvalues, in no order.
        power = np.eye(d)
        for exponent in range(1, h + 1):
            power = power @ W
            total = (found["eigs"] ** exponent).sum()
            assert abs(total - np.trace(power)) <= 1e-11 * size**exponent * (1 + d)
        assert found["eigs"].shape == (h,)

    @pytest.mark.parametrize("size", [1e-100, 1e100])
    def test_spectrum_of_known_matrices(self, size: float) -> None:
        """Symmetric, antisymmetric and one-way matrices, at extreme sizes."""
        e, zero = np.eye(5)[:, :2], np.zeros(5)
        symmetric = qk_spectrum(size * e, e)
        assert symmetric["sym_share"] == pytest.approx(1)
        assert symmetric["lambda1_sym"] == pytest.approx(size)
        turned = qk_spectrum(e * size, np.stack([-e[:, 1], e[:, 0]], axis=1) * size)
        assert turned["sym_share"] == pytest.approx(0, abs=1e-15)
        assert turned["sigma1"] == pytest.approx(size * size)
        assert turned["lambda1_sym"] == pytest.approx(0, abs=1e-15 * size * size)
        one_way = qk_spectrum(e[:, :1], e[:, 1:])
        assert one_way["lambda1_sym"] == pytest.approx(0.5)
        assert one_way["eigs"].tolist() == [0]
        negative = qk_spectrum(e, -e)
        assert negative["lambda1_sym"] == 0
        assert qk_spectrum([[2]], [[-3]])["lambda1_sym"] == pytest.approx(-6)
        with pytest.raises(ValueError, match="W_Q W_Kᵀ is zero"):
            qk_spectrum(np.stack([e[:, 0], zero], 1), np.stack([zero, e[:, 1]], 1))

    @pytest.mark.parametrize(
        ("W_Q", "W_K"),
        [
            (np.ones((2, 3)), np.ones((2, 3))),
            (np.ones((3, 2)), np.ones((3, 1))),
            (np.ones((3, 2)), np.ones((4, 2))),
            (np.ones(3), np.ones(3)),
            (np.full((3, 2), math.nan), np.ones((3, 2))),
            (np.ones((3, 2)), np.full((3, 2), math.inf)),
        ],
    )
    def test_bad_arguments(self, W_Q: Any, W_K: Any) -> None:
        """Two weights of one shape, d ≥ d_head."""
        for f in (qk_svd, qk_spectrum):
            with pytest.raises(ValueError, match="wanted"):
                f(W_Q, W_K)


class TestTopkKeys:
    @given(SEEDS, st.integers(1, 9), st.data())
    def test_literal_definition(self, seed: int, T: int, data: st.DataObject) -> None:
        """Sorting by score, then by index, in integers full of ties; for any block."""
        k, block = data.draw(st.integers(1, T)), data.draw(st.integers(1, 11))
        rng = np.random.default_rng(seed)
        X, W_Q, W_K, b_Q, b_K = (
            rng.integers(-1, 2, shape) for shape in ((T, 3), (3, 2), (3, 2), 2, 2)
        )
        scores = (X @ W_Q + b_Q) @ (X @ W_K + b_K).T
        keys = topk_keys(X, W_Q, W_K, b_Q, b_K, k, block)
        assert keys.shape == (T, k)
        assert keys.dtype.kind == "i"
        for row, found in zip(scores, keys, strict=True):
            assert found.tolist() == sorted(range(T), key=lambda j: (-row[j], j))[:k]

    def test_many_tokens(self) -> None:
        """6000 tokens stay below 60 MB, T² would be 288; the same as by the whole matrix."""
        X, W_Q, W_K = (np.round(4 * array) for array in head(1, 6000, 8, 4)[:3])
        keys, peak, _ = measure(topk_keys, X, W_Q, W_K, None, None, 5)
        assert peak < 20e6
        for start in range(0, 6000, 1500):
            scores = (X[start : start + 150] @ W_Q) @ (X @ W_K).T
            wanted = np.argsort(-scores, axis=1, kind="stable")[:, :5]
            assert (keys[start : start + 150] == wanted).all()

    def test_without_biases(self) -> None:
        """A key bias changes no order, a query bias does."""
        X, W_Q, W_K, b_Q, b_K = head(2, 12, 5, 3)
        plain = topk_keys(X, W_Q, W_K, None, None, 12)
        assert (topk_keys(X, W_Q, W_K, None, b_K, 12) == plain).all()
        assert (topk_keys(X, W_Q, W_K, 9 * b_Q, None, 12) != plain).any()
        assert topk_keys([[1]], [[1]], [[1]], None, None, 1).tolist() == [[0]]

    @pytest.mark.parametrize(("k", "block"), [(0, 5), (5, 5), (1.5, 5), (-1, 5), (2, 0), (2, 2.5)])
    def test_bad_sizes(self, k: Any, block: Any) -> None:
        """1 ≤ k ≤ T and block ≥ 1."""
        with pytest.raises(ValueError, match="wanted"):
            topk_keys(*head(0, 4, 3, 2), k, block)


class TestRealHead:
    @given(SEEDS, st.integers(1, 4), st.integers(1, 4))
    def test_split_heads(self, seed: int, H: int, h: int) -> None:
        """The heads' projections are the columns of the layer's y = x·weightᵀ + bias."""
        rng = np.random.default_rng(seed)
        d = H * h
        weight, bias, X = (rng.standard_normal(shape) for shape in ((d, d), d, (3, d)))
        W, b = split_heads(weight.astype(np.float32), bias, H)
        assert W.dtype == b.dtype == np.float64
        assert (W.shape, b.shape) == ((H, d, h), (H, h))
        layer = X @ weight.astype(np.float32).T + bias
        for i in range(H):
            assert close(X @ W[i] + b[i], layer[:, i * h : (i + 1) * h])

    def test_split_heads_example(self) -> None:
        """Rows of the weight, not columns, and neighbouring ones."""
        W, b = split_heads(np.arange(16).reshape(4, 4), [1, 2, 3, 4], 2)
        assert W[1].tolist() == [[8, 12], [9, 13], [10, 14], [11, 15]]
        assert b.tolist() == [[1, 2], [3, 4]]

    @given(SEEDS, st.integers(1, 3), st.integers(1, 3), st.integers(2, 5))
    @settings(max_examples=50)
    def test_find_prev_token_head(self, seed: int, L: int, H: int, T: int) -> None:
        """The head that looks back is found; heads that look ahead or at themselves are not."""
        rng = np.random.default_rng(seed)
        patterns = 0.9 * softmax_rows(rng.standard_normal((L, H, T, T)))
        at = int(rng.integers(L)), int(rng.integers(H))
        other = (at[0] - 1) % L, (at[1] - 1) % H
        patterns[other] = np.eye(T, k=1)
        patterns[at] = 0.01 + 0.9 * np.eye(T, k=-1)
        found = find_prev_token_head(patterns)
        assert found == at
        assert all(type(number) is int for number in found)

    def test_find_prev_token_head_mean(self) -> None:
        """The mean over i ≥ 1 alone, not over T; of equal heads the first."""
        patterns = np.zeros((1, 3, 3, 3))
        patterns[0, 1, [1, 2], [0, 1]] = 0.5
        patterns[0, 2, 2, 1] = 1.0
        assert find_prev_token_head(patterns) == (0, 1)

    def test_numerical_rank(self) -> None:
        """A product of rank 8 in float32 keeps its rank when it is cast, if one says float32."""
        rng = np.random.default_rng(0)
        A, B = (rng.standard_normal((60, 8)).astype(np.float32) for _ in range(2))
        s = np.linalg.svd((A @ B.T).astype(np.float64), compute_uv=False)
        assert numerical_rank(s, (60, 60), np.float32) == 8
        assert numerical_rank(s, (60, 60), "float64") > 8
        exact = A.astype(float) @ B.T.astype(float)
        assert numerical_rank(np.linalg.svd(exact, compute_uv=False), exact.shape, float) == 8

    def test_numerical_rank_border(self) -> None:
        """Strictly more than max(shape)·eps·max s, in no order, at any size."""
        eps = 2.0**-52
        assert numerical_rank([5 * eps, 1, 4 * eps], (4, 2), np.float64) == 2
        assert numerical_rank([1e-100, 1e-100, 1e-117], (1, 3), np.float64) == 2
        assert numerical_rank([0, 0], (2, 2), np.float64) == 0
        assert numerical_rank([1, 1e-3], (1, 1), np.float16) == 2
        assert numerical_rank([1, 9e-4], (1, 1), np.float16) == 1

    @pytest.mark.parametrize(
        "call",
        [
            pytest.param(lambda: split_heads(np.eye(4), np.ones(4), 3), id="H divides"),
            pytest.param(lambda: split_heads(np.eye(4), np.ones(4), 0), id="H ≥ 1"),
            pytest.param(lambda: split_heads(np.eye(4), np.ones(4), 2.5), id="H integer"),  # type: ignore[arg-type]
            pytest.param(lambda: split_heads(np.ones((4, 2)), np.ones(4), 2), id="square"),
            pytest.param(lambda: split_heads(np.eye(4), np.ones(1), 2), id="bias"),
            pytest.param(lambda: find_prev_token_head(np.ones((2, 3, 3))), id="axes"),
            pytest.param(lambda: find_prev_token_head(np.ones((1, 1, 2, 3))), id="not T × T"),
            pytest.param(lambda: find_prev_token_head(np.ones((1, 1, 1, 1))), id="T ≥ 2"),
            pytest.param(lambda: find_prev_token_head(np.ones((0, 1, 2, 2))), id="no layer"),
            pytest.param(lambda: numerical_rank([], (1, 1), float), id="no value"),
            pytest.param(lambda: numerical_rank([[1]], (1, 1), float), id="s a matrix"),
            pytest.param(lambda: numerical_rank([-1], (1, 1), float), id="s < 0"),
            pytest.param(lambda: numerical_rank([math.nan], (1, 1), float), id="s NaN"),
            pytest.param(lambda: numerical_rank([1], (1, 0), float), id="shape"),
            pytest.param(lambda: numerical_rank([1], (), float), id="shape empty"),
            pytest.param(lambda: numerical_rank([1], 3, float), id="shape a number"),  # type: ignore[arg-type]
            pytest.param(lambda: numerical_rank([1], (1, 1), int), id="dtype int"),
            pytest.param(lambda: numerical_rank([1], (1, 1), "no type"), id="dtype unknown"),
        ],
    )
    def test_bad_arguments(self, call: Any) -> None:
        """Shapes, divisors, types."""
        with pytest.raises(ValueError, match="wanted"):
            call()


def test_messages_say_what_was_found_and_wanted() -> None:
    """One line with the argument's name."""
    X, W_Q, W_K, b_Q, b_K = case = head(0, 4, 3, 2)
    cases = {
        "X has shape (3,), wanted a matrix (m, n) with m, n ≥ 1": lambda: qk_scores(X[0], W_Q, W_K),
        "X has shape (4, 2), wanted (T, 3)": lambda: qk_scores(X[:, :2], W_Q, W_K),
        "W_K has shape (2, 2), wanted W_Q's shape (3, 2)": lambda: qk_scores(X, W_Q, W_K[:2]),
        "b_K has shape (1,), wanted (2,)": lambda: four_terms(X, W_Q, W_K, b_Q, b_K[:1]),
        "k is 5, wanted an integer in 1 … 4": lambda: topk_keys(*case, 5),
        "mask has shape (3,), wanted one that broadcasts to (2, 2)": lambda: softmax_rows(
            np.eye(2), [True] * 3
        ),
        "S has shape (), wanted (..., k) with k ≥ 1": lambda: softmax_rows(1),
        "W_Q has shape (2, 3), wanted (d, d_head) with d ≥ d_head": lambda: qk_svd(W_Q.T, W_K.T),
        "H is 2, wanted a divisor of d = 3": lambda: split_heads(np.eye(3), np.ones(3), 2),
        "patterns has shape (4, 3), wanted (L, H, T, T) with T ≥ 2": lambda: find_prev_token_head(
            X
        ),
        "dtype is <class 'int'>, wanted a floating type": lambda: numerical_rank([1], (1, 1), int),
    }
    for message, call in cases.items():
        with pytest.raises(ValueError, match="wanted") as caught:
            call()
        assert str(caught.value) == message


def test_arguments_are_never_changed_nor_returned() -> None:
    """Read-only, strided arrays work, and no result is a view of one."""
    case = [array.repeat(2, axis=0)[::2] for array in head(0, 4, 4, 4)]
    for array in case:
        array.setflags(write=False)
    X, W_Q, W_K, b_Q, _ = case
    results = [
        qk_scores(*case),
        four_terms(*case),
        fold_bias(*case[1:]),
        softmax_rows(X),
        softmax_rows(X, X > 0),
        topk_keys(*case, 2),
        *qk_svd(W_Q, W_K),
        *split_heads(W_Q, b_Q, 1),
        *split_heads(W_Q, b_Q, 4),
        qk_spectrum(W_Q, W_K)["eigs"],
    ]
    assert not any(np.shares_memory(result, array) for result in results for array in case)
    assert all(result.flags.writeable for result in results)
