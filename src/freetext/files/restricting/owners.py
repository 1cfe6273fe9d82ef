"""Which file a list is of, so that the lists of two files of one name do not overwrite each other.

The first file of a name has its list under that name; a hidden file beside the list says which file that is. The list of another
file bears a mark of where that file stands.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from freetext.errors import OutputError
from freetext.files.disk.addresses import is_address
from freetext.files.disk.places import STANDARD, reason
from freetext.files.project.settings import Project
from freetext.files.restricting.lists import restricted_folder, write_restricted

STANDARD_STEM = "standard-input"
"""What lists of standard input are called; nobody knows which file that was, so none of them is written over."""
MARK = 8
"""Characters of the digest in a list's name."""


def owner_of(path: Path) -> str:
    """Say which file a list is of, as seen from the project's folder; empty where nobody has noted it."""
    with suppress(OSError, ValueError):
        return _note(path).read_bytes().decode("utf-8", "surrogateescape")
    return ""


def listed_file(project: Project, path: Path) -> Path | None:
    """The file that a list is of; None where nobody has noted it, and where it is no file of this machine."""
    owner = owner_of(path)
    return project.path(owner) if owner and owner != STANDARD and not is_address(owner) else None


def listed_files(project: Project) -> list[Path]:
    """All files of which there are lists in the project's folder of lists, each once."""
    lists = sorted(restricted_folder(project).glob("*.csv"))
    return list(dict.fromkeys(file for path in lists if (file := listed_file(project, path)) is not None))


def list_place(project: Project, source: str, end: str) -> Path:
    """Where the list of a file goes: STEM and `end` in the project's folder of lists, marked where that is another file's list."""
    folder, seen = restricted_folder(project), _seen(project, source)
    stem = STANDARD_STEM if source == STANDARD else Path(source).stem
    plain = folder / f"{stem}{end}"
    owner = owner_of(plain)
    if owner == seen or not (owner or plain.exists()) or (not owner and _is_first(project, source)):
        return plain
    return folder / f"{stem}.{sha256(seen.encode('utf-8', 'surrogateescape')).hexdigest()[:MARK]}{end}"


def write_list(data: bytes, project: Project, source: str, end: str) -> Path:
    """Write a file's list in the place of the one that was made of it before; returns the place. Raises OutputError."""
    if source == STANDARD:
        return _write_numbered(data, restricted_folder(project), end)
    place, seen = list_place(project, source, end), _seen(project, source).encode("utf-8", "surrogateescape")
    try:
        write_restricted(seen, _note(place), endings=())
    except OutputError:  # another check noted its file at the same moment, or the place is none
        if (other := list_place(project, source, end)) == place:
            raise
        place = other
        write_restricted(seen, _note(place), endings=())
    write_restricted(data, place, force=True)
    return place


def _write_numbered(data: bytes, folder: Path, end: str) -> Path:
    """Write a list under the first name at which no other stands."""
    number = 1
    while True:
        place = folder / f"{STANDARD_STEM}{f'-{number}' if number > 1 else ''}{end}"
        try:
            if not place.exists() or place.read_bytes() == data:
                write_restricted(data, place)
                return place
        except OSError as error:
            raise OutputError(place, reason(error)) from error
        number += 1


def _note(path: Path) -> Path:
    return path.with_name(f".{path.name}.of")


def _seen(project: Project, source: str) -> str:
    """A file as seen from the project's folder; on another drive there is nothing but the whole path."""
    if source == STANDARD or is_address(source):
        return source
    try:
        return Path(os.path.relpath(Path(source).resolve(), project.folder.resolve())).as_posix()
    except ValueError:
        return Path(source).resolve().as_posix()


def _is_first(project: Project, source: str) -> bool:
    """Whether this is the survey's own file: lists that nobody has noted are taken for its."""
    file = project.questionnaire.file
    return bool(file) and project.path(file).resolve() == Path(source).resolve()
