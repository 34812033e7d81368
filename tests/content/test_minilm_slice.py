"""The shipped slice of all-MiniLM-L6-v2 holds what its attribution says and shows its facts."""

from __future__ import annotations

import math
import re
import zipfile
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from mathtx_ref import attention, residual

SOLUTIONS = Path(__file__).parents[2] / "solutions"
FOLDERS = ("06_residual_stream", "07_attention_heads")
SHIPPED = ("minilm_slice.npz", "ATTRIBUTION.md", "LICENSE-APACHE-2.0.txt", "LICENSE-MIT.txt")
L, H, T, D, D_HEAD = 6, 12, 19, 384, 32
EXPECTED = {
    "query_weight": ("float16", (D, D)),
    "query_bias": ("float16", (D,)),
    "key_weight": ("float16", (D, D)),
    "key_bias": ("float16", (D,)),
    "tokens": ("str", (T,)),
    "states": ("float32", (L + 1, T, D)),
    "patterns": ("float32", (L, H, T, T)),
    "position_embeddings": ("float16", (64, D)),
    "words": ("str", (1500,)),
    "embeddings": ("float16", (1500, D)),
    "head_sigma1": ("float32", (L, H)),
    "head_lambda1_sym": ("float32", (L, H)),
    "head_complex_share": ("float32", (L, H)),
    "head_query_bias_norm": ("float32", (L, H)),
    "head_key_bias_norm": ("float32", (L, H)),
    "head_key_term": ("float32", (L, H)),
    "all_words_count": ("int64", ()),
    "all_words_k": ("int64", (7,)),
    "all_words_recall": ("float64", (7,)),
    "all_words_recall_random": ("float64", (7,)),
}
Slice = dict[str, NDArray]


@pytest.fixture(scope="module")
def arrays() -> Slice:
    with np.load(SOLUTIONS / FOLDERS[0] / "minilm_slice.npz") as members:
        return dict(members)


@pytest.fixture(scope="module")
def heads(arrays: Slice) -> tuple[NDArray, NDArray, NDArray, NDArray]:
    """W_Q, b_Q, W_K, b_K of layer 0's heads."""
    query = attention.split_heads(arrays["query_weight"], arrays["query_bias"], H)
    return (*query, *attention.split_heads(arrays["key_weight"], arrays["key_bias"], H))


def units(rows: NDArray) -> NDArray:
    rows = rows.astype(float)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def mean_recall(F: NDArray, k: int, draws: int) -> float:
    rng = np.random.default_rng(7)
    drawn = [rng.choice(len(F), k, replace=False) for _ in range(draws)]
    return float(np.mean([residual.recall_at_k(F, idx) for idx in drawn]))


@pytest.mark.parametrize("name", SHIPPED)
def test_both_assignments_hold_the_same_file(name: str) -> None:
    """The slice, its attribution and its licences are the same in both assignments."""
    first, second = ((SOLUTIONS / folder / name).read_bytes() for folder in FOLDERS)
    assert first == second


@pytest.mark.parametrize("name", SHIPPED[1:])
def test_the_texts_are_those_beside_the_script(name: str) -> None:
    """The shipped attribution and licences are the ones that a person edits."""
    source = (SOLUTIONS / "data" / name).read_bytes()
    assert (SOLUTIONS / FOLDERS[0] / name).read_bytes() == source


def test_every_array_has_its_name_type_and_shape(arrays: Slice) -> None:
    """The slice holds the arrays of the attribution's table, and no others."""
    found = {
        name: ("str" if array.dtype.kind == "U" else array.dtype.name, array.shape)
        for name, array in arrays.items()
    }
    assert found == EXPECTED
    numbers = [array for array in arrays.values() if array.dtype.kind != "U"]
    assert all(np.isfinite(array).all() for array in numbers)


def test_the_attribution_names_every_array() -> None:
    """The table of ATTRIBUTION.md lists exactly the arrays of the slice."""
    table = (SOLUTIONS / "data" / "ATTRIBUTION.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
    assert {name for cell in cells for name in re.findall(r"`(\w+)`", cell)} == set(EXPECTED)


def test_the_file_is_small_and_has_no_time_of_day() -> None:
    """The file is below 2 MiB, and its members carry one fixed date."""
    path = SOLUTIONS / FOLDERS[0] / "minilm_slice.npz"
    assert path.stat().st_size < 2 << 20
    with zipfile.ZipFile(path) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_patterns_are_rows_of_weights(arrays: Slice) -> None:
    """Every row of every pattern is non-negative and sums to 1."""
    assert (arrays["patterns"] >= 0).all()
    np.testing.assert_allclose(arrays["patterns"].sum(axis=-1), 1, rtol=0, atol=1e-6)


def test_layer_0_follows_from_what_is_shipped(arrays: Slice, heads: tuple[NDArray, ...]) -> None:
    """The stored patterns of layer 0 are those of the float16 weights on the float32 states."""
    W_Q, b_Q, W_K, b_K = heads
    for head in range(H):
        scores = attention.qk_scores(
            arrays["states"][0], W_Q[head], W_K[head], b_Q[head], b_K[head]
        )
        error = abs(attention.softmax_rows(scores) - arrays["patterns"][0, head]).max()
        assert error < 1e-7


def test_one_head_attends_to_the_previous_token(arrays: Slice) -> None:
    """Layer 0 head 2 looks at the token before (mean 0.9998), the next best one by 0.35."""
    previous = np.diagonal(arrays["patterns"], -1, 2, 3).mean(axis=-1)  # [L, H]
    assert attention.find_prev_token_head(arrays["patterns"]) == (0, 2)
    assert previous[0, 2] == pytest.approx(0.99984, abs=1e-5)
    assert np.sort(previous, axis=None)[-2] == pytest.approx(0.354, abs=1e-3)
    following = np.diagonal(arrays["patterns"], 1, 2, 3).mean(axis=-1)
    assert np.unravel_index(following.argmax(), (L, H)) == (1, 8)


def test_its_position_embeddings_ask_for_the_previous_position(
    arrays: Slice, heads: tuple[NDArray, ...]
) -> None:
    """p_iᵀWp_j of layer 0 head 2 is largest at j = i − 1."""
    W_Q, _, W_K, _ = heads
    scores = attention.qk_scores(arrays["position_embeddings"], W_Q[2], W_K[2])
    assert (scores[1:].argmax(axis=1) == np.arange(len(scores) - 1)).all()


def test_singular_values_not_eigenvalues(arrays: Slice, heads: tuple[NDArray, ...]) -> None:
    """For L0H2 σ₁ is 33.8 and the largest xᵀWx 19.2; three quarters of eigenvalues are complex."""
    W_Q, _, W_K, _ = heads
    spectrum = attention.qk_spectrum(W_Q[2], W_K[2])
    assert spectrum["sigma1"] == pytest.approx(33.78, abs=0.01)
    assert spectrum["lambda1_sym"] == pytest.approx(19.18, abs=0.01)
    assert arrays["head_sigma1"][0, 2] == pytest.approx(33.78, abs=0.01)
    assert arrays["head_lambda1_sym"][0, 2] == pytest.approx(19.18, abs=0.01)
    assert np.median(arrays["head_complex_share"]) == 0.75
    assert arrays["head_complex_share"].min() > 0  # no head has real eigenvalues only
    ratio = np.median(arrays["head_lambda1_sym"] / arrays["head_sigma1"])
    assert ratio == pytest.approx(0.62, abs=0.005)


def test_scores_have_the_rank_of_the_head(arrays: Slice, heads: tuple[NDArray, ...]) -> None:
    """The scores of 200 tokens have rank 32, with biases; float32 rounding hides it in float64."""
    W_Q, b_Q, W_K, b_K = heads
    X = arrays["embeddings"][:200]
    scores = attention.qk_scores(X, W_Q[0], W_K[0], b_Q[0], b_K[0])
    s = np.linalg.svd(scores, compute_uv=False)
    assert attention.numerical_rank(s, scores.shape, np.float64) == D_HEAD
    rounded = (W_Q[0].astype(np.float32) @ W_K[0].astype(np.float32).T).astype(float)
    s = np.linalg.svd(rounded, compute_uv=False)
    assert attention.numerical_rank(s, rounded.shape, np.float64) == D
    assert attention.numerical_rank(s, rounded.shape, np.float32) == D_HEAD


def test_the_key_bias_was_not_learnt(arrays: Slice, heads: tuple[NDArray, ...]) -> None:
    """The median ‖b_Q‖ is 1.09 and the median ‖b_K‖ 0.004; layer 0's match what is shipped."""
    _, b_Q, _, b_K = heads
    assert np.median(arrays["head_query_bias_norm"]) == pytest.approx(1.09, abs=0.005)
    assert np.median(arrays["head_key_bias_norm"]) == pytest.approx(0.004, abs=0.0002)
    for name, biases in [("query", b_Q), ("key", b_K)]:
        norms = arrays[f"head_{name}_bias_norm"][0]
        np.testing.assert_allclose(np.linalg.norm(biases, axis=1), norms, rtol=1e-3)


def test_only_the_key_term_matters(arrays: Slice, heads: tuple[NDArray, ...]) -> None:
    """Dropping terms 2 and 4 moves no pattern, dropping term 3 moves one by more than 0.8."""
    W_Q, b_Q, W_K, b_K = heads
    X = arrays["states"][0]
    for head in range(H):
        terms = attention.four_terms(X, W_Q[head], W_K[head], b_Q[head], b_K[head])
        terms /= math.sqrt(D_HEAD)
        full = attention.softmax_rows(terms.sum(axis=0))
        assert abs(attention.softmax_rows(terms[0] + terms[2]) - full).max() < 1e-14
        moved = abs(attention.softmax_rows(terms[0]) - full).max()
        # A pattern without the second and fourth term is one without b_Q: only term 3 has gone.
        assert moved == pytest.approx(float(arrays["head_key_term"][0, head]), abs=2e-3)
    assert arrays["head_key_term"].max() == pytest.approx(0.836, abs=0.001)


def test_the_stream_is_normalised_again_and_again(arrays: Slice) -> None:
    """Post-LayerNorm: the norms neither add up nor grow from layer to layer."""
    norms = np.linalg.norm(arrays["states"].astype(float), axis=2).mean(axis=1)
    np.testing.assert_allclose(norms, [9.5, 11.6, 11.4, 11.1, 12.1, 10.2, 7.4], atol=0.06)


def test_real_embeddings_are_less_orthogonal_than_random_ones(arrays: Slice) -> None:
    """The words' cosines have twice the variance of random ones, and a mean above 0."""
    cosines = (units(arrays["embeddings"]) @ units(arrays["embeddings"]).T)[
        np.triu_indices(1500, 1)
    ]
    assert D * cosines.var() == pytest.approx(2.0, abs=0.03)
    assert cosines.mean() == pytest.approx(0.036, abs=0.001)
    assert (abs(cosines) > 0.25).mean() == pytest.approx(7.9e-3, abs=2e-4)
    random = units(np.random.default_rng(1).standard_normal((1500, D)))
    cosines = (random @ random.T)[np.triu_indices(1500, 1)]
    assert D * cosines.var() == pytest.approx(1.0, abs=0.02)
    assert (abs(cosines) > 0.25).mean() < 1e-5


def test_real_features_are_harder_to_read_back(arrays: Slice) -> None:
    """Of 16 active ones 0.40 are recovered among all words (random: 0.90), 0.59 among 1,500."""
    at_16 = int(np.flatnonzero(arrays["all_words_k"] == 16)[0])
    assert arrays["all_words_count"] == 21358
    assert arrays["all_words_recall"][at_16] == pytest.approx(0.40, abs=0.02)
    assert arrays["all_words_recall_random"][at_16] == pytest.approx(0.90, abs=0.01)
    random = units(np.random.default_rng(1).standard_normal((1500, D)))
    assert mean_recall(units(arrays["embeddings"]), 16, 60) == pytest.approx(0.59, abs=0.05)
    assert mean_recall(random, 16, 60) == pytest.approx(0.96, abs=0.03)


def test_the_words_are_lower_case_words(arrays: Slice) -> None:
    """Words are distinct, of three letters or more; the sentence begins and ends as BERT's do."""
    words = arrays["words"].tolist()
    assert len(set(words)) == len(words)
    assert all(re.fullmatch("[a-z]{3,}", word) for word in words)
    assert arrays["tokens"].tolist()[0] == "[CLS]"
    assert arrays["tokens"].tolist()[-1] == "[SEP]"
