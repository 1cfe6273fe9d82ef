"""`data/annotated/CODER.jsonl`: the append-only log of labels, one file a coder, one JSON object an event."""

from __future__ import annotations

import hmac
import os
import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from freetext.errors import InputError, OutputError, quoted
from freetext.files.disk.places import reason
from freetext.files.labelling.label_lines import label_line, read_line
from freetext.files.labelling.label_logs import ENDING, LabelLog, folded, read_labels
from freetext.survey.codeframe import NO_FILE
from freetext.survey.labels import Label

__all__ = ["LabelLog", "append_labels", "file_name", "folded", "label_line", "read_labels", "spelled", "text_hash"]

CODER = re.compile(r"\w(?:[\w .@+-]*[\w.@+-])?")
LONGEST_NAME = 80


def append_labels(folder: Path, labels: Iterable[Label]) -> None:
    """Append events, each to its coder's log, and wait until they are on the disk.

    What cannot be written whole is cut back, and OutputError says that it was not kept; so nothing is half-written.
    """
    by_coder: dict[str, list[bytes]] = {}
    for label in labels:
        by_coder.setdefault(file_name(label.coder), []).append(_encoded(label, folder))
    if not by_coder:
        return
    _make(folder)
    for name, lines in by_coder.items():
        _append(_log_of(folder, name), lines)


def file_name(coder: str) -> str:
    """The name of a coder's log; raises InputError where the name would not do on every system."""
    name = unicodedata.normalize("NFC", coder)
    if NO_FILE.fullmatch(name):
        raise InputError(f"{quoted(coder)} is no name for a coder: Windows keeps it for itself, and the log bears it.")
    if not CODER.fullmatch(name) or len(name) > LONGEST_NAME:
        raise InputError(
            f"{quoted(coder)} is no name for a coder: letters, digits, spaces, '.', '-', '_', '@' and '+'."
        )
    return f"{name}{ENDING}"


def spelled(folder: Path, coder: str) -> str:
    """A coder's name as their log spells it: Ada and ada are one coder. Raises InputError for what is no name."""
    wanted = folded(file_name(coder).removesuffix(ENDING))
    names = sorted(path.name.removesuffix(ENDING) for path in folder.glob(f"*{ENDING}"))
    return next((name for name in names if folded(name) == wanted), coder)


def text_hash(key: str, text: str) -> str:
    """HMAC-SHA256 of a text in NFC under the project's key, the first 16 hexadecimal digits."""
    plain = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
    return hmac.digest(key.encode("utf-8"), plain, "sha256").hex()[:16]


def _encoded(label: Label, folder: Path) -> bytes:
    """Write a line, and refuse one that could not be read again."""
    try:
        line = label_line(label).encode()
    except UnicodeEncodeError:
        raise OutputError(folder, f"the label of {quoted(label.id)} holds half a character.") from None
    read = read_line(line)
    if isinstance(read, str):
        raise OutputError(folder, f"the label of {quoted(label.id)} could not be read again: {read}.")
    return line + b"\n"


def _make(folder: Path) -> None:
    """Make the folder, and see to it that a power cut does not lose it."""
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(error.filename or folder, f"{reason(error)} {_not_kept(1)}") from error
    for each in made:
        _sync_folder(each.parent)


def _log_of(folder: Path, name: str) -> Path:
    """Find a coder's log, however its name is spelled: no system may make two of it."""
    exact = folder / name
    if exact.exists():
        return exact
    alike = (path for path in sorted(folder.glob(f"*{ENDING}")) if folded(path.name) == folded(name))
    return next(alike, exact)


def _append(path: Path, lines: list[bytes]) -> None:
    """Add whole lines in one write; a torn last line is closed first, so that it does not swallow the next event."""
    try:
        new = not path.exists()
        with path.open("a+b", buffering=0) as handle:
            end = handle.seek(0, os.SEEK_END)
            try:
                _write(handle, (b"" if _closed(handle, end) else b"\n") + b"".join(lines))
            except OSError:
                _cut_back(handle, end)
                raise
        if new:
            _sync_folder(path.parent)
    except OSError as error:
        raise OutputError(path, f"{reason(error)} {_not_kept(len(lines))}") from error


def _closed(handle: BinaryIO, end: int) -> bool:
    """Whether nothing stands before, or a whole line."""
    if not end:
        return True
    handle.seek(-1, os.SEEK_END)
    return handle.read(1) == b"\n"


def _write(handle: BinaryIO, data: bytes) -> None:
    """Write all, though the system may take it in pieces, and wait for the disk."""
    rest = memoryview(data)
    while rest:
        rest = rest[handle.write(rest) :]
    os.fsync(handle.fileno())


def _cut_back(handle: BinaryIO, end: int) -> None:
    """Take off what was written in part; where that cannot be done, the next event closes the torn line."""
    with suppress(OSError):
        if os.fstat(handle.fileno()).st_size > end:
            os.ftruncate(handle.fileno(), end)
            os.fsync(handle.fileno())


def _not_kept(count: int) -> str:
    return "The decision was NOT kept." if count == 1 else f"NONE of the {count:,} decisions was kept."


def _sync_folder(folder: Path) -> None:
    """Put a new file's name on the disk; Windows has no such call, and some drives refuse it."""
    if os.name == "posix":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
