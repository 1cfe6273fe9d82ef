"""The folder of a report: its files, and a record of what it was made of, written last, so that a report says itself whether it is whole."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from freetext.errors import InputError, OutputError
from freetext.files.disk.atomic import replacing
from freetext.files.disk.places import bytes_of, reason

RECORD = "provenance.json"
FILES = ("report.html", "tables.xlsx", "report.md", "report.docx", "report.pptx")
CHARTS = "charts"
PICTURES = (".png", ".svg")
"""What a report can write: these files, and pictures in the folder of charts; nothing else of a folder is ever taken away."""
FORMAT = 1
LONGEST, DEEPEST = 255, 1_000
"""Bytes of a file's name, and characters of a path inside the folder; a system takes no longer ones."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a report was made of, and what came out.

    options   what was asked for, as plain JSON; paths are seen from the report's folder
    said      what the report says, as plain JSON: facts, tables, sentences
    outputs   from each file of the folder to the digest of its bytes
    drawn     from what drew the files, ours apart, to its version; other versions may draw other bytes of the same numbers
    unfinished  writing began and did not come to its end
    """

    options: Mapping[str, Any]
    said: Mapping[str, Any]
    outputs: Mapping[str, str] = field(default_factory=dict)
    drawn: Mapping[str, str] = field(default_factory=dict)
    unfinished: bool = False


def digest(content: bytes) -> str:
    """Return SHA-256 of bytes, in hexadecimal."""
    return sha256(content).hexdigest()


def seen_from(folder: Path, path: Path) -> str:
    """Write a path as seen from a folder; on another drive there is none but the whole one."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return path.resolve().as_posix()


def check_report_folder(folder: Path, *, force: bool) -> None:
    """Refuse a place that is no folder, and one that holds files which no report wrote, unless forced."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(folder, "is a file; name a folder for the report with -o.")
    if force or not folder.is_dir() or (folder / RECORD).is_file() or all(map(_is_torn, folder.iterdir())):
        return
    raise OutputError(
        folder, "holds files that are no report; name another folder with -o, or write beside them with --force."
    )


def _is_torn(path: Path) -> bool:
    """Whether a file is one that we were writing when the machine stopped."""
    return path.name.startswith(".freetext-") and path.name.endswith(".tmp")


def write_report(folder: Path, files: Mapping[str, bytes], record: Record, *, force: bool) -> tuple[str, ...]:
    """Write a report's files, by their paths inside the folder; says what of an older report was left.

    The record is written first, marked as unfinished, and whole last: so a folder whose writing broke off is known as a report.

    Files of an older report that this one has no more are taken away, unless somebody has changed them since. Raises OutputError.
    """
    check_report_folder(folder, force=force)
    before = _outputs_before(folder)
    outputs = {name: digest(content) for name, content in files.items()}
    _write(folder / RECORD, _packed(replace(record, outputs={**before, **outputs}, unfinished=True)))
    for name, content in files.items():
        _write(folder / name, content)
    left = [name for name, was in before.items() if name not in files and not _removed(folder, name, was)]
    _write(folder / RECORD, _packed(replace(record, outputs=outputs)))
    return tuple(
        f"{folder / name}: changed since it was written, so it is left; this report has no such file" for name in left
    )


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(path.parent, reason(error)) from error
    with replacing(path, force=True) as handle:
        handle.write(content)


def _outputs_before(folder: Path) -> Mapping[str, str]:
    try:
        return read_record(folder).outputs
    except InputError:
        return {}


def can_be_reports(folder: Path, name: str) -> bool:
    """Whether a report can have written a file of this name into its folder; a record that was tampered with may name any."""
    path = PurePosixPath(name)
    ours = name in FILES or (len(path.parts) == 2 and path.parts[0] == CHARTS and path.suffix in PICTURES)
    with suppress(OSError, ValueError):
        return ours and (folder / name).parent.resolve() == folder.resolve() / path.parent
    return False


def _removed(folder: Path, name: str, was: str) -> bool:
    """Take a file away that a report can have written, and that is as it was written; whether it is gone."""
    path = folder / name
    try:
        if can_be_reports(folder, name) and digest(path.read_bytes()) == was:
            path.unlink()
            with suppress(OSError):
                path.parent.rmdir()  # of pictures that are no more; a folder that holds anything stays
            return True
    except OSError:
        pass
    return not path.exists()


def _packed(record: Record) -> bytes:
    return (
        json.dumps(
            {
                "format": FORMAT,
                **({"unfinished": True} if record.unfinished else {}),
                "drawn": dict(record.drawn),
                "options": dict(record.options),
                "outputs": dict(record.outputs),
                "said": dict(record.said),
            },
            indent=1,
            allow_nan=False,
        )
        + "\n"
    ).encode()


def read_record(folder: Path) -> Record:
    """Read the record of a report; raises InputError for a folder without one, and for one that is damaged or of a later format."""
    path = folder / RECORD
    if not path.is_file():
        raise InputError(f"holds no {RECORD}: it is no report.", file=folder, remedy="`freetext report` makes one.")
    try:
        found = json.loads(bytes_of(path))
        if found["format"] > FORMAT:
            raise InputError(
                f"is of format {found['format']}; this version reads up to {FORMAT}.",
                file=path,
                remedy="Update freetext.",
            )
        outputs = {name: was for name, was in _texts(found["outputs"]).items() if _is_inside(name)}
        drawn, unfinished = _texts(found.get("drawn", {})), found.get("unfinished", False) is not False
        return Record(dict(found["options"]), dict(found["said"]), outputs, drawn, unfinished)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError("is damaged.", file=path, remedy="Make the report anew.") from error


def _texts(values: Any) -> dict[str, str]:
    """Check that an object of JSON holds texts alone; raises ValueError."""
    if not isinstance(values, dict) or not all(isinstance(each, str) for each in values.values()):
        raise ValueError("texts are wanted")
    return values


def _is_inside(name: str) -> bool:
    """Whether a name is that of a file inside the folder; a record that was tampered with may say otherwise."""
    path = PurePosixPath(name)
    named = all(part.isprintable() and len(part.encode()) <= LONGEST for part in path.parts)
    return (
        named
        and len(name) <= DEEPEST
        and not path.is_absolute()
        and ".." not in path.parts
        and not set(name) & set("\\:")
    )


def changed_outputs(folder: Path, record: Record) -> tuple[str, ...]:
    """Say which files of a report are gone or other than they were written."""
    return tuple(
        _changed(Path(name).as_posix(), folder / name, was)
        for name, was in record.outputs.items()
        if _differs(folder / name, was)
    )


def _differs(path: Path, was: str) -> bool:
    try:
        return digest(path.read_bytes()) != was
    except OSError:
        return True


def _changed(name: str, path: Path, was: str) -> str:
    return f"{name}: {'has changed since' if path.is_file() else 'is not there any more'} (SHA-256 was {was[:12]})"
