"""A bundle's members to and from bytes: parsed, audited (format, sizes, shapes, finite numbers), then built; nothing in it can run."""

from __future__ import annotations

import io
import json
import math
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from freetext.errors import NAME
from freetext.files.modelling.vectors import LONGEST
from freetext.files.project.codeframes import codeframe_text, parse_codeframe
from freetext.files.tabular.unpacked import most_of
from freetext.model.bundle import WITH_VECTORS, Model
from freetext.model.card import card_text
from freetext.model.compiled import Folded
from freetext.model.cutoffs import Cutoff
from freetext.model.vocabulary import Vocabulary
from freetext.survey.codeframe import Codeframe
from freetext.text.languages import SPELLINGS
from freetext.text.vectors import Absent, Vectors

ARRAYS: dict[str, tuple[str, int]] = {
    "pairs": ("<i4", 2),
    "crossed": ("<i4", 2),
    "rows": ("<f4", 2),
    "bias": ("<f4", 1),
}
"""Type and number of dimensions of each array."""

DENSE = {"dense": ("<f4", 2)}
"""The same of the array that only a model with vectors has."""

LARGEST_ARRAY = 1024**3
"""Bytes; half a million features by 500 themes."""

COUNTS = ("answers", "respondents", "questions", "disputed")
"""What a manifest's facts count; a card prints them."""


def packed(model: Model) -> dict[str, bytes]:
    """Write a model's members, all but the manifest; the same model gives the same bytes."""
    arrays = io.BytesIO()
    np.savez_compressed(arrays, allow_pickle=False, **{name: each for name, each in model.arrays.items()})  # noqa: C416
    return {
        "vocabulary.json": json.dumps(model.vocabulary, ensure_ascii=True).encode(),
        "arrays.npz": arrays.getvalue(),
        "codeframe.toml": codeframe_text(model.codeframe).encode(),
        "card.md": card_text(model).encode(),
    }


def parsed_manifest(content: bytes) -> dict[str, Any]:
    """Parse and audit a manifest; raises ValueError (or whatever odd JSON provokes) where it is none of ours."""
    manifest = json.loads(content)
    number = manifest.get("format") if isinstance(manifest, dict) else None
    if type(number) is not int or number < 1 or not isinstance(manifest.get("members"), dict):
        raise ValueError("is no model of freetext.")
    if number > WITH_VECTORS:
        raise ValueError(
            f"has format {number}; this version reads up to {WITH_VECTORS}. Install a newer freetext, or train again."
        )
    if type(manifest["codeframe"]["name"]) is not str or type(manifest["themes"]) is not list:
        raise ValueError("is damaged (codeframe or themes). Train it again.")
    if ("vectors" in manifest["facts"]) != (number == WITH_VECTORS):
        raise ValueError("is damaged (format and vectors). Train it again.")
    _audit_facts(manifest["facts"])
    return dict(manifest)


def _audit_facts(facts: dict[str, Any]) -> None:
    if any(type(facts[key]) is not int or facts[key] < 0 for key in COUNTS):
        raise ValueError("is damaged (a count is no whole number). Train it again.")
    if type(facts.get("spelling", 1)) is not int:
        raise ValueError("is damaged (spelling). Train it again.")
    if facts.get("spelling", 1) not in range(1, max(SPELLINGS.values()) + 1):
        raise ValueError(f"has spelling {facts['spelling']}. Install a newer freetext, or train again.")
    told = facts.get("vectors")
    if told is not None and not (
        _name(told["name"]) and _name(told["digest"]) and type(told["size"]) is int and 0 < told["size"] <= LONGEST
    ):
        raise ValueError("is damaged (vectors). Train it again.")
    scores = facts["scores"]
    rows = [scores[key] for key in ("micro_f1", "macro_f1")]
    rows += [figure for row in scores["themes"].values() for figure in row.values()]
    for figure in rows:
        _number(figure)


def _name(value: object) -> bool:
    return isinstance(value, str) and value.isprintable() and 0 < len(value) <= NAME


def told_vectors(manifest: dict[str, Any]) -> Absent | None:
    """Return what a manifest says of the vectors that its model was learnt with; None where it was learnt without."""
    told = manifest["facts"].get("vectors")
    return None if told is None else Absent(told["name"], told["digest"], told["size"])


def built(manifest: dict[str, Any], content: Mapping[str, bytes], vectors: Vectors | None = None) -> Model:
    """Build the model of a manifest and its members; raises whatever damaged members provoke, FreetextError and ValueError first.

    `vectors` are those that the manifest tells of, or None.
    """
    told = manifest["codeframe"]
    codeframe = replace(parse_codeframe(content["codeframe.toml"].decode()), by_name=told.get("by_name", False) is True)
    texts = json.loads(content["vocabulary.json"])
    arrays = _arrays(content["arrays.npz"], ARRAYS if vectors is None else {**ARRAYS, **DENSE})
    words, chars, questions = (_strings(texts[key]) for key in ("words", "chars", "questions"))
    vocabulary = Vocabulary(words, chars, questions, arrays["pairs"], arrays["crossed"])
    _check_places(vocabulary)
    if arrays["rows"].shape != (vocabulary.size, len(codeframe)) or arrays["bias"].shape != (len(codeframe),):
        raise ValueError("arrays do not fit the vocabulary and the codeframe")
    if vectors is not None and arrays["dense"].shape != (vectors.size, len(codeframe)):
        raise ValueError("arrays do not fit the vectors and the codeframe")
    folded = Folded(vocabulary, arrays["rows"], arrays["bias"], vectors, arrays.get("dense"))
    model = Model(codeframe, folded, *_per_theme(codeframe, manifest["themes"]), dict(manifest["facts"]))
    if model.manifest["codeframe"] != told or model.digest != manifest["digest"]:
        raise ValueError("it is not what its manifest says: the digest differs")
    return model


def _per_theme(codeframe: Codeframe, themes: list[dict[str, Any]]) -> tuple[tuple[Cutoff, ...], tuple[int, ...]]:
    if [each["slug"] for each in themes] != list(codeframe.slugs):
        raise ValueError("themes of manifest and codeframe differ")
    if any(type(each["positives"]) is not int or each["positives"] < 0 for each in themes):
        raise ValueError("a count of positives is no whole number")
    cutoffs = tuple(Cutoff(_number(each["cutoff"]), _number(each["slope"]), _number(each["offset"])) for each in themes)
    return cutoffs, tuple(each["positives"] for each in themes)


def _arrays(content: bytes, wanted: Mapping[str, tuple[str, int]]) -> dict[str, np.ndarray[Any, Any]]:
    """Read the arrays; each header is audited before room is made for its array."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(info.file_size for info in archive.infolist()) > most_of(len(content)):
            raise ValueError("arrays that unpack to more than a model's can")
        for name, (kind, dimensions) in wanted.items():
            with archive.open(f"{name}.npy") as stream:
                if np.lib.format.read_magic(stream) != (1, 0):
                    raise ValueError(f"array {name!r} is of another version")
                shape, _, dtype = np.lib.format.read_array_header_1_0(stream)
                size = archive.getinfo(f"{name}.npy").file_size - stream.tell()
            if dtype.str != kind or len(shape) != dimensions or min(shape) < 0:
                raise ValueError(f"array {name!r} has the wrong type or shape")
            if math.prod(shape) * dtype.itemsize != size or size > LARGEST_ARRAY:
                raise ValueError(f"array {name!r} claims to be larger than it is")
    with np.load(io.BytesIO(content), allow_pickle=False) as loaded:
        arrays = {name: loaded[name] for name in wanted}
    for name, array in arrays.items():
        if not np.isfinite(array).all():
            raise ValueError(f"array {name!r} holds numbers that are not finite")
    return arrays


def _check_places(vocabulary: Vocabulary) -> None:
    words, questions = len(vocabulary.words), len(vocabulary.questions)
    for name, table, low, high in (
        ("pairs", vocabulary.pairs, -1, words),
        ("crossed", vocabulary.crossed, 0, questions),
    ):
        if table.shape[1] != 2 or (
            (len(table) and not (low <= table[:, 0].min() and table[:, 0].max() < high and table[:, 1].min() >= 0))
            or (table[:, 1] >= words).any()
        ):
            raise ValueError(f"array {name!r} points outside the vocabulary")
    for keys in (vocabulary.pair_keys, vocabulary.crossed_keys):
        if (np.diff(keys) <= 0).any():
            raise ValueError("features are not in order")


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError("vocabulary holds something else than texts")
    if len(set(value)) != len(value):
        raise ValueError("vocabulary repeats itself")
    return tuple(value)


def _number(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not np.isfinite(float(value)):
        raise ValueError("a figure is no finite number")
    return float(value)
