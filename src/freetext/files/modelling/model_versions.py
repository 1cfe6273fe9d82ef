"""The versions of a model: found by the beginning of their digest, put in force, rolled back, verified."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from freetext.errors import BundleError, InputError, NegativeAnswer, OutputError, names_listed
from freetext.files.modelling.model_history import read_history, version_before
from freetext.files.modelling.models import Listed, list_models, put_in_force, resolve, sound_model, version_in_force


@dataclass(frozen=True, slots=True)
class Checked:
    """A version's folder, and what is wrong with it; empty where all is well."""

    folder: Path
    fault: str = ""


def find_version(top: Path, start: str) -> Listed:
    """Find the one version below a folder whose digest begins like this; raises InputError that lists the versions there."""
    listed = list_models(top).models
    found = [each for each in listed if start and each.digest.startswith(start.lower())]
    exact = [each for each in found if each.digest == start.lower()]
    if len(found) == 1 or len(exact) == 1:
        return (exact or found)[0]
    there = names_listed([_named(each) for each in found or listed]) or "none"
    what = f"{len(found)} versions begin with {start!r}" if found else f"no version begins with {start!r}"
    raise InputError(f"{what}. Versions: {there}.", file=top, remedy="Name more of its digits." if found else "")


def version_folders(top: Path) -> tuple[Path, ...]:
    """List the folders of all versions below a folder of models, of each model the one in force first; none where there is no folder."""
    if not top.is_dir():
        return ()
    found = sorted(list_models(top).models, key=lambda each: (each.name, not each.current, each.digest))
    return tuple(each.folder for each in found)


def _named(listed: Listed) -> str:
    return f"{listed.digest} ({listed.folder.parent.name})"


def promote(version: Listed) -> bool:
    """Put a version in force by hand, once it has been found sound; returns whether it was not in force before.

    Raises BundleError for a damaged one, OutputError.
    """
    sound_model(version.folder)
    put_in_force(version.folder.parent, version.digest, "by hand")
    return not version.current


def roll_back(folder: Path, *, dry_run: bool = False) -> tuple[str, str]:
    """Put the version in force that was so before, by the history of models/NAME; returns the digests (now, before).

    Raises NegativeAnswer where none was, BundleError where it is gone or damaged, OutputError.
    """
    current = _current(folder)
    earlier = version_before(read_history(folder), current)
    if earlier is None:
        raise NegativeAnswer(f"{folder}: no version was in force before {current}; there is nothing to go back to.")
    try:
        sound_model(folder / earlier)
    except BundleError as error:
        raise BundleError(folder, f"the version before, {earlier}, cannot come back: {error}") from error
    if not dry_run:
        put_in_force(folder, earlier, "rolled back")
    return earlier, current


def _current(folder: Path) -> str:
    try:
        found = version_in_force(folder)
    except OSError as error:
        raise OutputError(folder, f"cannot be read: {error.strerror or error}.") from error
    if found is None:
        resolve(folder)  # says what is there instead
        raise BundleError(folder, "is one version, not a model. Name the folder above it.")
    return found


def verify(top: Path) -> list[Checked]:
    """Read every version below a folder whole: the hash of each member and the digest of all; and what CURRENT names."""
    found = list_models(top)
    checked = [Checked(each.folder, _fault(each.folder)) for each in found.models]
    checked += [Checked(top, str(problem)) for problem in found.problems]
    for current in sorted({*top.glob("CURRENT"), *top.glob("[!.]*/CURRENT")}):
        try:
            resolve(current.parent)
        except BundleError as error:
            checked.append(Checked(current, str(error)))
    return checked


def _fault(folder: Path) -> str:
    try:
        digest = sound_model(folder).digest
    except BundleError as error:
        return str(error)
    return "" if digest == folder.name else f"{folder}: the folder does not bear its digest, {digest}."
