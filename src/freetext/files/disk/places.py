"""Where files stand: what can be read, what can be written, and what to say when not."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from freetext.errors import InputError, MissingFile, OutputError

STANDARD = "-"
"""Standard input or output, instead of a path."""

TABLE_ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".parquet")
"""Tables that can be written."""
OTHER_WORKBOOKS = (".xls", ".xlsm", ".xlsb", ".ods")
STATISTICAL = (".sav", ".zsav", ".por", ".dta", ".sas7bdat", ".xpt")
TRIPLE_S = (".sss", ".xml")
STREAMED = (".csv", ".tsv", ".txt", ".parquet")
"""Tables that can be read and written batch by batch."""
READ_ENDINGS = (*TABLE_ENDINGS, *OTHER_WORKBOOKS, *STATISTICAL, *TRIPLE_S)
"""Tables that can be read."""


def ending_of(path: str | Path, endings: Collection[str] = READ_ENDINGS) -> str:
    """Give a file's ending in lower case, or raise InputError for a folder or an ending that is not known."""
    ending = Path(path).suffix.lower()
    if ending in endings:
        return ending
    with suppress(OSError, ValueError):
        _check_no_folder(Path(path))
    if not ending and str(path).endswith(("/", "\\")):
        raise InputError("no such folder.", file=path)
    known = ", ".join(endings)
    mends = "Save it as .xlsx." if ending in OTHER_WORKBOOKS else ""
    said = f"the ending {ending!r} is not known" if ending else "a file without an ending"
    raise InputError(f"{said}. Known: {known}.", file=path, remedy=mends)


def is_streamed(path: str | Path) -> bool:
    """Whether a file of this name is read and written batch by batch."""
    return Path(path).suffix.lower() in STREAMED


@contextmanager
def explaining(path: str | Path) -> Iterator[Path]:
    """Turn whatever the system says about an input file into an InputError."""
    place = Path(path)
    try:
        if not place.exists():
            raise MissingFile(path, _nearby(place))
        _check_no_folder(place)
        yield place
    except PermissionError as error:
        raise InputError("may not be read.", file=path, remedy="Ask for the right to read it.") from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}.", file=path) from error


def _check_no_folder(place: Path) -> None:
    if place.is_dir():
        raise InputError("is a folder, not a file.", file=place, remedy="Name a file inside it.")


def bytes_of(path: str | Path) -> bytes:
    """Read a file whole; raises MissingFile, which suggests a file nearby, or InputError."""
    with explaining(path) as place:
        return place.read_bytes()


def _nearby(place: Path) -> list[str]:
    """The names of the files beside a missing one."""
    with suppress(OSError, ValueError):
        return [each.name for each in sorted(place.parent.iterdir()) if each.is_file()]
    return []


def one_place(one: str | Path, other: str | Path) -> bool:
    """Whether two names are of one file, by whichever way they lead there; standard input and output are none."""
    if STANDARD in {str(one), str(other)}:
        return False
    with suppress(OSError, ValueError):
        return Path(one).samefile(other)
    with suppress(OSError, ValueError):
        return Path(one).resolve() == Path(other).resolve()
    return str(one) == str(other)


def make_folder(folder: Path) -> None:
    """Make a folder, with those above it, where there is none yet; raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(folder, f"cannot be made: {error.strerror or error}.") from error


def check_folder(folder: Path) -> None:
    """Refuse early a folder that is not there and could not be made; raises OutputError."""
    try:
        there = next(each for each in (folder, *folder.parents) if each.exists())
    except (OSError, ValueError) as error:
        raise OutputError(folder, reason(error)) from error
    if not there.is_dir():
        raise OutputError(folder, f"cannot be made: {str(there)!r} is no folder.")
    if there != folder and not os.access(there, os.W_OK | os.X_OK):
        raise OutputError(folder, f"cannot be made: the folder {str(there)!r} may not be written to.")


def check_output(path: str | Path, *, force: bool, endings: Collection[str] = TABLE_ENDINGS) -> None:
    """Refuse early what could not be written later: to be called before long work.

    Raises OutputError when the file exists and `force` is not given, when its folder is missing or may not be written to,
    and when its ending is none of `endings` (none given: any will do).
    """
    if str(path) == STANDARD:
        return
    ending = Path(path).suffix.lower()
    if endings and ending not in endings:
        raise OutputError(path, f"the ending {ending!r} cannot be written. Known: {', '.join(endings)}.")
    try:
        _check_place(path, force=force)
    except (OSError, ValueError) as error:
        raise OutputError(path, reason(error)) from error


def _check_place(path: str | Path, *, force: bool) -> None:
    place = Path(path)
    if not place.parent.is_dir():
        raise OutputError(path, f"the folder {str(place.parent)!r} is not there; make it first.")
    try:
        mode = place.stat().st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None:
        if not stat.S_ISREG(mode):
            raise OutputError(path, "is a folder; name a file." if stat.S_ISDIR(mode) else "is no ordinary file.")
        if not force:
            raise OutputError(path, "exists; --force replaces it.")
        if not os.access(place, os.W_OK):
            raise OutputError(path, "may not be written; change its rights or name another file.")
    if not os.access(place.parent, os.W_OK | os.X_OK):
        raise OutputError(path, f"the folder {str(place.parent)!r} may not be written to; name another.")


def reason(error: Exception) -> str:
    """Say why a file could not be written, and what mends it."""
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "the disk is full; make room or write elsewhere. Nothing was changed."
    if isinstance(error, PermissionError):
        return "may not be written; close it where it is open, or name another place."
    if isinstance(error, OSError):
        return f"cannot be written: {error.strerror or error}."
    return f"cannot be written: {error}."
