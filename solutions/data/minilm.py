"""The forward pass of all-MiniLM-L6-v2 in numpy, and what its 72 query and key matrices are like.

A BERT encoder: bidirectional, and post-LayerNorm (the stream is normalised after every addition).
Weights are stored as torch does, (out, in): the layer computes x @ weight.T + bias, and rows
h·32 … h·32 + 31 belong to head h.

Glossary of shapes: T tokens, d = 384, H = 12 heads of d_head = 32, L = 6 layers.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

LAYERS, HEADS, HEAD_SIZE = 6, 12, 32
LAYER_NORM_EPS = 1e-12
Tensors = Mapping[str, NDArray]
_erf = np.vectorize(math.erf, otypes=[float])


def weight(tensors: Tensors, name: str) -> NDArray:
    return tensors[f"{name}.weight"].astype(np.float64)


def bias(tensors: Tensors, name: str) -> NDArray:
    return tensors[f"{name}.bias"].astype(np.float64)


def forward(tensors: Tensors, ids: Sequence[int]) -> tuple[NDArray, NDArray]:
    """The stream before layer 0 and after each layer [L+1, T, d]; the patterns [L, H, T, T]."""
    x = weight(tensors, "embeddings.word_embeddings")[ids]
    x = x + weight(tensors, "embeddings.position_embeddings")[: len(ids)]
    x = x + weight(tensors, "embeddings.token_type_embeddings")[0]
    x = _layer_norm(tensors, "embeddings.LayerNorm", x)
    states, patterns = [x], []
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        P = pattern(*queries_and_keys(tensors, layer, x))
        v = _heads(_linear(tensors, f"{name}.attention.self.value", x))
        mixed = (P @ v).transpose(1, 0, 2).reshape(x.shape)  # [T, d]
        added = x + _linear(tensors, f"{name}.attention.output.dense", mixed)
        x = _layer_norm(tensors, f"{name}.attention.output.LayerNorm", added)
        inner = _gelu(_linear(tensors, f"{name}.intermediate.dense", x))  # [T, 4d]
        added = x + _linear(tensors, f"{name}.output.dense", inner)
        x = _layer_norm(tensors, f"{name}.output.LayerNorm", added)
        states.append(x)
        patterns.append(P)
    return np.array(states), np.array(patterns)


def queries_and_keys(tensors: Tensors, layer: int, x: NDArray) -> tuple[NDArray, NDArray]:
    """[T, d] each, all heads side by side."""
    name = f"encoder.layer.{layer}.attention.self"
    return _linear(tensors, f"{name}.query", x), _linear(tensors, f"{name}.key", x)


def pattern(queries: NDArray, keys: NDArray) -> NDArray:
    """Row softmax of qᵀk/√d_head for each head: [T, d], [T, d] → [H, T, T]."""
    scores = _heads(queries) @ _heads(keys).transpose(0, 2, 1) / math.sqrt(HEAD_SIZE)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def head_facts(tensors: Tensors, states: NDArray) -> dict[str, NDArray]:
    """[L, H] each: of W = W_Q W_Kᵀ and the biases of every head.

    sigma1: largest singular value of W; lambda1_sym: largest xᵀWx over unit x; complex_share: the
    share of the 32 eigenvalues of W_KᵀW_Q that are not real; the norms of b_Q and b_K; key_term:
    how far the pattern on the sentence moves (largest entry) without the term 1 b_Qᵀ W_Kᵀ Xᵀ.
    """
    names = ("sigma1", "lambda1_sym", "complex_share", "query_bias_norm", "key_bias_norm")
    facts = {f"head_{name}": np.empty((LAYERS, HEADS)) for name in (*names, "key_term")}
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}.attention.self"
        Q, K = weight(tensors, f"{name}.query"), weight(tensors, f"{name}.key")
        b_Q, b_K = bias(tensors, f"{name}.query"), bias(tensors, f"{name}.key")
        q, k = queries_and_keys(tensors, layer, states[layer])
        moved = abs(pattern(q, k) - pattern(q - b_Q, k)).max(axis=(1, 2))  # [H]
        for head in range(HEADS):
            rows = slice(head * HEAD_SIZE, (head + 1) * HEAD_SIZE)
            W = Q[rows].T @ K[rows]  # [d, d]
            eigenvalues = np.linalg.eigvals(K[rows] @ Q[rows].T)
            values = {
                "sigma1": np.linalg.norm(W, 2),
                "lambda1_sym": np.linalg.eigvalsh((W + W.T) / 2)[-1],
                "complex_share": (eigenvalues.imag != 0).mean(),
                "query_bias_norm": np.linalg.norm(b_Q[rows]),
                "key_bias_norm": np.linalg.norm(b_K[rows]),
                "key_term": moved[head],
            }
            for fact, value in values.items():
                facts[f"head_{fact}"][layer, head] = value
    return {name: values.astype(np.float32) for name, values in facts.items()}


def _linear(tensors: Tensors, name: str, x: NDArray) -> NDArray:
    return x @ weight(tensors, name).T + bias(tensors, name)


def _heads(x: NDArray) -> NDArray:
    """[T, d] → [H, T, d_head]."""
    return x.reshape(len(x), HEADS, HEAD_SIZE).transpose(1, 0, 2)


def _layer_norm(tensors: Tensors, name: str, x: NDArray) -> NDArray:
    centred = x - x.mean(axis=-1, keepdims=True)
    sd = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + LAYER_NORM_EPS)
    return centred / sd * weight(tensors, name) + bias(tensors, name)


def _gelu(x: NDArray) -> NDArray:
    return x * (1 + _erf(x / math.sqrt(2))) / 2
