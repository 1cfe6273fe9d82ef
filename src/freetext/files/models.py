"""Models on disk: `NAME/DIGEST/` and `NAME/CURRENT`, which names the digest in force.

A bundle is `manifest.json`, `vocabulary.json`, `arrays.npz`, `codeframe.toml` and `card.md`. It is parsed, then audited (format, sizes,
hashes, shapes, finite numbers), then built; nothing in it can run.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from freetext.errors import BundleError, CodeframeError, OutputError
from freetext.files.codeframes import codeframe_text, parse_codeframe
from freetext.model.bundle import FORMAT, Model
from freetext.model.card import card_text
from freetext.model.compiled import Folded
from freetext.model.cutoffs import Cutoff
from freetext.model.vocabulary import Vocabulary
from freetext.survey.codeframe import Codeframe

MEMBERS = ("vocabulary.json", "arrays.npz", "codeframe.toml", "card.md")
LARGEST_MEMBER = 2 * 1024**3
ARRAYS: dict[str, tuple[str, int]] = {
    "pairs": ("<i4", 2),
    "crossed": ("<i4", 2),
    "rows": ("<f4", 2),
    "bias": ("<f4", 1),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One model that stands on disk: its name, digest, folder, manifest, and whether it is in force."""

    name: str
    digest: str
    folder: Path
    manifest: dict[str, Any]
    current: bool


def save_model(model: Model, folder: Path) -> Path:
    """Write a model below `folder` (models/NAME) and put it in force; returns the folder of this version."""
    target = folder / model.digest
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            _write_bundle(model, target)
        _write_whole(folder / "CURRENT", model.digest + "\n")
    except OSError as error:
        raise OutputError(folder, f"the model cannot be written: {error.strerror or error}.") from error
    return target


def _write_bundle(model: Model, target: Path) -> None:
    temporary = Path(tempfile.mkdtemp(prefix=".writing-", dir=target.parent))
    try:
        members = _members(model)
        for name, content in members.items():
            _write_synced(temporary / name, content)
        hashes = {name: hashlib.sha256(content).hexdigest() for name, content in members.items()}
        manifest = {**model.manifest, "digest": model.digest, "members": hashes}
        _write_synced(temporary / "manifest.json", (json.dumps(manifest, indent=1, sort_keys=True) + "\n").encode())
        temporary.chmod(0o755)
        temporary.replace(target)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise


def _members(model: Model) -> dict[str, bytes]:
    arrays = io.BytesIO()
    np.savez_compressed(arrays, allow_pickle=False, **{name: each for name, each in model.arrays.items()})  # noqa: C416
    return {
        "vocabulary.json": json.dumps(model.vocabulary, ensure_ascii=True).encode(),
        "arrays.npz": arrays.getvalue(),
        "codeframe.toml": codeframe_text(model.codeframe).encode(),
        "card.md": card_text(model).encode(),
    }


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _write_whole(path: Path, text: str) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    _write_synced(temporary, text.encode())
    temporary.replace(path)


def resolve(path: Path) -> Path:
    """Find the bundle that a path means: a version's folder, or the one that NAME/CURRENT names."""
    if (path / "manifest.json").is_file():
        return path
    current = path / "CURRENT"
    if current.is_file():
        digest = current.read_text(encoding="utf-8", errors="replace").strip()
        if not digest.isalnum():
            raise BundleError(current, "does not name a version.")
        if (path / digest / "manifest.json").is_file():
            return path / digest
        raise BundleError(current, f"names version {digest}, which is not there.")
    inside = sorted(each.parent.name for each in path.glob("*/CURRENT")) if path.is_dir() else []
    hint = f" Models there: {', '.join(inside)}." if inside else " Make one with `freetext train ... --model DIR`."
    raise BundleError(path, f"no model here.{hint}")


def load_model(path: str | Path) -> Model:
    """Read a model from its version's folder or from models/NAME; raises BundleError for anything that is not one."""
    folder = resolve(Path(path))
    manifest = _manifest(folder)
    content = {name: _member(folder, name, manifest) for name in MEMBERS}
    try:
        codeframe = parse_codeframe(content["codeframe.toml"].decode(), file=str(folder / "codeframe.toml"))
        vocabulary = json.loads(content["vocabulary.json"])
        arrays = _arrays(content["arrays.npz"])
        model = _build(codeframe, manifest, vocabulary, arrays)
    except CodeframeError as error:
        raise BundleError(folder, f"its codeframe is broken: {error}") from error
    except BundleError:
        raise
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
        zipfile.BadZipFile,
    ) as error:
        raise BundleError(folder, f"the model is damaged ({error}). Train it again.") from error
    if model.digest != manifest.get("digest"):
        raise BundleError(folder, "the model is not what its manifest says (digest differs). Train it again.")
    return model


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / "manifest.json"
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise BundleError(path, f"cannot be read as JSON ({error}).") from error
    number = manifest.get("format") if isinstance(manifest, dict) else None
    if not isinstance(number, int) or isinstance(number, bool) or number < 1 or "members" not in manifest:
        raise BundleError(path, "is no model of freetext.")
    if number > FORMAT:
        raise BundleError(
            path, f"has format {number}; this version reads up to {FORMAT}. Install a newer freetext, or train again."
        )
    return dict(manifest)


def _member(folder: Path, name: str, manifest: dict[str, Any]) -> bytes:
    path = folder / name
    try:
        if path.stat().st_size > LARGEST_MEMBER:
            raise BundleError(path, "is too large for a model.")
        content = path.read_bytes()
    except OSError as error:
        raise BundleError(path, f"cannot be read: {error.strerror or error}.") from error
    members = manifest["members"]
    if not isinstance(members, dict) or hashlib.sha256(content).hexdigest() != members.get(name):
        raise BundleError(path, "has been changed since the model was made (its hash differs). Train it again.")
    return content


def _arrays(content: bytes) -> dict[str, np.ndarray[Any, Any]]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(each.file_size for each in packed.infolist()) > LARGEST_MEMBER:
            raise ValueError("its arrays unpack to too much")
    with np.load(io.BytesIO(content), allow_pickle=False) as loaded:
        arrays = {name: loaded[name] for name in ARRAYS}
    for name, (kind, dimensions) in ARRAYS.items():
        array = arrays[name]
        if array.dtype.str != kind or array.ndim != dimensions or not np.isfinite(array).all():
            raise ValueError(f"array {name!r} has the wrong type or shape, or numbers that are not finite")
    return arrays


def _build(
    codeframe: Codeframe, manifest: dict[str, Any], texts: dict[str, Any], arrays: dict[str, np.ndarray[Any, Any]]
) -> Model:
    vocabulary = Vocabulary(
        _strings(texts["words"]),
        _strings(texts["chars"]),
        _strings(texts["questions"]),
        arrays["pairs"],
        arrays["crossed"],
    )
    themes = manifest["themes"]
    if [each["slug"] for each in themes] != list(codeframe.slugs):
        raise ValueError("themes of manifest and codeframe differ")
    _check_places(vocabulary)
    if arrays["rows"].shape != (vocabulary.size, len(codeframe)) or arrays["bias"].shape != (len(codeframe),):
        raise ValueError("arrays do not fit the vocabulary and the codeframe")
    cutoffs = tuple(Cutoff(_number(each["cutoff"]), _number(each["slope"]), _number(each["offset"])) for each in themes)
    positives = tuple(int(each["positives"]) for each in themes)
    return Model(
        codeframe, Folded(vocabulary, arrays["rows"], arrays["bias"]), cutoffs, positives, dict(manifest["facts"])
    )


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
    if isinstance(value, bool) or not isinstance(value, int | float) or not np.isfinite(value):
        raise ValueError("a cut-off is no finite number")
    return float(value)


def list_models(folder: str | Path) -> tuple[Listed, ...]:
    """List the versions below a folder of models (models/) or of one model (models/NAME)."""
    top = Path(folder)
    if not top.is_dir():
        raise BundleError(top, "no such folder.")
    found = []
    for path in sorted({*top.glob("manifest.json"), *top.glob("*/manifest.json"), *top.glob("*/*/manifest.json")}):
        version, home = path.parent, path.parent.parent
        current = home / "CURRENT"
        in_force = current.is_file() and current.read_text(encoding="utf-8", errors="replace").strip() == version.name
        manifest = _manifest(version)
        name = str(manifest.get("codeframe", {}).get("name", home.name))
        found.append(Listed(name, version.name, version, manifest, in_force))
    return tuple(found)


def read_card(path: str | Path) -> str:
    """Return the card of a model, once the model has been found sound."""
    return card_text(load_model(path))
