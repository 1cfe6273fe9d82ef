"""Models on disk: `NAME/DIGEST/`, `NAME/CURRENT`, which names the digest in force, and `NAME/HISTORY.jsonl`.

A bundle is `manifest.json`, `vocabulary.json`, `arrays.npz`, `codeframe.toml` and `card.md`, each named in the manifest with its hash.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from freetext.errors import BundleError, CodeframeError, FreetextError, OutputError
from freetext.files.modelling.bundles import built, packed, parsed_manifest, told_vectors
from freetext.files.modelling.model_history import What, record
from freetext.files.modelling.vectors import is_name, load_vectors
from freetext.model.bundle import Model
from freetext.text.vectors import Vectors

MEMBERS = ("vocabulary.json", "arrays.npz", "codeframe.toml", "card.md")
LARGEST_MEMBER = 2 * 1024**3
VERSION = re.compile(r"[0-9A-Za-z]{1,64}")
"""What CURRENT may hold: a version's name, which leads nowhere else."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One model that stands on disk: its name, digest, folder, manifest, and whether it is in force."""

    name: str
    digest: str
    folder: Path
    manifest: dict[str, Any]
    current: bool


@dataclass(frozen=True, slots=True)
class ModelList:
    """The models that stand on disk, and why others that seem to could not be read."""

    models: tuple[Listed, ...]
    problems: tuple[BundleError, ...] = ()


def make_home(folder: Path) -> None:
    """Make the folder of a model (models/NAME) and see that it can be written, before long work; raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise OutputError(folder, f"the model cannot be written here: {error.strerror or error}.") from error


def save_model(model: Model, folder: Path) -> Path:
    """Write a model below `folder` (models/NAME) and put it in force; returns the folder of this version. Raises OutputError."""
    target = save_version(model, folder)
    put_in_force(folder, model.digest, "by hand", why="saved")
    return target


def save_version(model: Model, folder: Path, *, changed: str = "") -> Path:
    """Write a model below `folder` (models/NAME), whatever is in force; returns the folder of this version.

    `changed` is Markdown that goes to the end of its card. A version that stands already and is sound is left as it is; a damaged
    one is written anew. Raises OutputError, also for a model that holds numbers which are not finite: it could not be read.
    """
    _check_finite(model, folder)
    target = folder / model.digest
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not _sound(target):
            _write_bundle(model, target, changed)
    except UnicodeEncodeError as error:
        raise OutputError(folder, "a theme's name or definition holds half a character.") from error
    except OSError as error:
        raise OutputError(folder, f"the model cannot be written: {error.strerror or error}.") from error
    return target


def _check_finite(model: Model, folder: Path) -> None:
    figures = [
        figure for each in model.cutoffs for figure in (each.margin, each.slope, each.offset) if figure is not None
    ]
    if not all(np.isfinite(each).all() for each in (*model.arrays.values(), np.array(figures))):
        raise OutputError(
            folder,
            "the model holds numbers that are not finite and is not written; vectors with very large numbers do that.",
        )


def put_in_force(folder: Path, digest: str, what: What, *, why: str = "") -> None:
    """Put a version of models/NAME in force and write it into the history; one that is in force already stays. Raises OutputError."""
    try:
        before = version_in_force(folder) or ""
        if before != digest:
            _write_whole(folder / "CURRENT", digest + "\n")
            record(folder, digest, what, before=before, why=why)
    except OSError as error:
        raise OutputError(folder, f"cannot be written: {error.strerror or error}.") from error


def record_kept(folder: Path, digest: str, *, before: str, why: str) -> None:
    """Write into the history of models/NAME that a new version did not take over from the one before; raises OutputError."""
    try:
        record(folder, digest, "kept", before=before, why=why)
    except OSError as error:
        raise OutputError(folder, f"cannot be written: {error.strerror or error}.") from error


def version_in_force(folder: Path) -> str | None:
    """Return the version that CURRENT names, whether it stands there or not; None where there is no CURRENT. Raises OSError."""
    current = folder / "CURRENT"
    return _named_in(current) if current.is_file() else None


def _sound(target: Path) -> bool:
    try:
        return sound_model(target).digest == target.name
    except BundleError:
        return False


def _write_bundle(model: Model, target: Path, changed: str) -> None:
    members = packed(model)
    members["card.md"] += f"\n{changed}".encode() if changed else b""
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in members.items()}
    manifest = {**model.manifest, "digest": model.digest, "members": hashes}
    members["manifest.json"] = (json.dumps(manifest, indent=1, sort_keys=True) + "\n").encode()
    temporary = Path(tempfile.mkdtemp(prefix=".writing-", dir=target.parent))
    try:
        for name, content in members.items():
            _write_synced(temporary / name, content)
        temporary.chmod(0o755)
        _put(temporary, target)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _put(temporary: Path, target: Path) -> None:
    """Give a whole bundle its name; a damaged one that has the name goes, one that somebody wrote meanwhile stays."""
    if target.exists():
        old = Path(tempfile.mkdtemp(prefix=".damaged-", dir=target.parent))
        target.replace(old / target.name)
        shutil.rmtree(old, ignore_errors=True)
    try:
        temporary.replace(target)
    except OSError:
        if not _sound(target):
            raise


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _write_whole(path: Path, text: str) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        _write_synced(temporary, text.encode())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def resolve(path: Path) -> Path:
    """Find the bundle that a path means: a version's folder, or the one that NAME/CURRENT names; raises BundleError."""
    try:
        return _resolved(path)
    except OSError as error:
        raise BundleError(path, f"cannot be read: {error.strerror or error}.") from error


def _resolved(path: Path) -> Path:
    if (path / "manifest.json").is_file():
        return path
    current = path / "CURRENT"
    if current.is_file():
        version = _named_in(current)
        if not VERSION.fullmatch(version):
            raise BundleError(current, "does not name a version. Train the model again, or name a version's folder.")
        if (path / version / "manifest.json").is_file():
            return path / version
        there = ", ".join(sorted(each.parent.name for each in path.glob("[!.]*/manifest.json"))) or "none"
        raise BundleError(current, f"names version {version}, which is not there. Versions: {there}.")
    inside = sorted(each.parent.name for each in path.glob("*/CURRENT")) if path.is_dir() else []
    hint = f" Models there: {', '.join(inside)}." if inside else " Make one with `freetext train ... --model DIR`."
    raise BundleError(path, f"no model here.{hint}")


def _named_in(current: Path) -> str:
    with current.open(encoding="utf-8", errors="replace") as file:
        return file.read(1000).strip()


def load_model(path: str | Path, *, vectors: Vectors | str | Path | None = None) -> Model:
    """Read a model from its version's folder or from models/NAME; raises BundleError for anything that is not one.

    A model that was learnt with vectors wants the same again, `vectors` or what load_vectors makes them of; others read none.
    """
    folder = resolve(Path(path))
    manifest = _manifest(folder)
    return _built(folder, manifest, _vectors(folder, manifest, vectors))


def sound_model(path: str | Path) -> Model:
    """Read a model to see what it holds and that it is whole; one that was learnt with vectors can code nothing."""
    folder = resolve(Path(path))
    manifest = _manifest(folder)
    return _built(folder, manifest, told_vectors(manifest))


def rival_model(path: str | Path, known: Iterable[Vectors | str | Path | None] = ()) -> Model:
    """Read a model to compare it with another: with its own vectors where these are among those `known` or are found by their name.

    Else they are absent, and it can code nothing. Raises BundleError for anything that is not a model.
    """
    folder = resolve(Path(path))
    manifest = _manifest(folder)
    wanted = told_vectors(manifest)
    if wanted is None:
        return _built(folder, manifest, None)
    for each in (*known, wanted.name if is_name(wanted.name) else None):
        found = _if_there(each)
        if found is not None and (found.digest, found.size) == (wanted.digest, wanted.size):
            return _built(folder, manifest, found)
    return _built(folder, manifest, wanted)


def _if_there(given: Vectors | str | Path | None) -> Vectors | None:
    try:
        return load_vectors(given) if isinstance(given, str | Path) else given
    except FreetextError:
        return None


def _vectors(folder: Path, manifest: dict[str, Any], given: Vectors | str | Path | None) -> Vectors | None:
    """Return the vectors that a model wants, if they are what was given; raises BundleError where they are not."""
    wanted = told_vectors(manifest)
    if wanted is None:
        return None
    named = f"was learnt with the vectors {wanted.name!r} ({wanted.digest})"
    where = "--vectors names them, or `vectors` in freetext.toml"
    if given is None:
        raise BundleError(folder, f"{named} and codes with them alone: {where} (Python: vectors=...).")
    found = load_vectors(given) if isinstance(given, str | Path) else given
    if (found.digest, found.size) != (wanted.digest, wanted.size):
        raise BundleError(folder, f"{named}, not with {found.name!r} ({found.digest}): {where}. Or train again.")
    return found


def _built(folder: Path, manifest: dict[str, Any], vectors: Vectors | None) -> Model:
    content = {name: _member(folder, name, manifest) for name in MEMBERS}
    try:
        return built(manifest, content, vectors)
    except CodeframeError as error:
        raise BundleError(folder, f"its codeframe is broken: {error}") from error
    except Exception as error:  # whatever hostile bytes provoke in a parser, the model is damaged
        raise BundleError(folder, f"the model is damaged ({error}). Train it again.") from error


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / "manifest.json"
    content = _content(path)
    try:
        return parsed_manifest(content)
    except json.JSONDecodeError as error:
        raise BundleError(path, f"cannot be read as JSON ({error}). Train the model again.") from error
    except ValueError as error:
        raise BundleError(path, str(error)) from error
    except Exception as error:  # whatever hostile bytes provoke in a parser, the manifest is damaged
        raise BundleError(path, f"is damaged ({type(error).__name__}). Train the model again.") from error


def _member(folder: Path, name: str, manifest: dict[str, Any]) -> bytes:
    content = _content(folder / name)
    if hashlib.sha256(content).hexdigest() != manifest["members"].get(name):
        raise BundleError(
            folder / name, "has been changed since the model was made (its hash differs). Train it again."
        )
    return content


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_MEMBER:
            raise BundleError(path, "is too large for a model.")
        return path.read_bytes()
    except OSError as error:
        raise BundleError(path, f"cannot be read: {error.strerror or error}. Train the model again.") from error


def list_models(folder: str | Path) -> ModelList:
    """List the versions below a folder of models (models/) or of one model (models/NAME), and what is none of ours.

    Raises BundleError where the folder itself cannot be read.
    """
    top = Path(folder)
    if not top.is_dir():
        raise BundleError(top, "no such folder.")
    try:
        found = {each for depth in ("", "[!.]*/", "*/[!.]*/") for each in top.glob(f"{depth}manifest.json")}
    except OSError as error:
        raise BundleError(top, f"cannot be read: {error.strerror or error}.") from error
    models: list[Listed] = []
    problems: list[BundleError] = []
    for path in sorted(found):
        try:
            models.append(_listed(path.parent))
        except BundleError as error:
            problems.append(error)
    return ModelList(tuple(models), tuple(problems))


def _listed(version: Path) -> Listed:
    current = version.parent / "CURRENT"
    try:
        in_force = version_in_force(version.parent) == version.name
    except OSError as error:
        raise BundleError(current, f"cannot be read: {error.strerror or error}.") from error
    manifest = _manifest(version)
    return Listed(manifest["codeframe"]["name"], version.name, version, manifest, in_force)


def read_card(path: str | Path) -> str:
    """Return the card of a model, once the model has been found sound."""
    folder = resolve(Path(path))
    sound_model(folder)
    return _content(folder / "card.md").decode("utf-8", "replace")
