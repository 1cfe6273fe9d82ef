"""Written whole or not at all."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from freetext.errors import OutputError
from freetext.files.disk.places import STANDARD, check_output, reason

PRIVATE = 0o600
"""Rights of a file that is being written: its owner's alone."""


@contextmanager
def replacing(path: str | Path, *, force: bool, mode: int | None = None) -> Iterator[BinaryIO]:
    """Open a file for writing beside its place, and put it there when everything is written.

    Until it is whole it is its owner's alone; then it has the old file's rights, or those of `mode`. Whatever goes wrong, the temporary
    file goes and an old file stays as it was. Raises OutputError.
    """
    check_output(path, force=force, endings=())
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".freetext-{secrets.token_hex(6)}.tmp")
    try:
        with _opened(temporary) as handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        _settle(temporary, target, path, force=force, mode=mode)
    except OSError as error:
        raise OutputError(path, reason(error)) from error
    except UnicodeEncodeError as error:
        raise OutputError(path, f"a cell holds half a character, {error.object[error.start]!a}.") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _opened(temporary: Path) -> BinaryIO:
    return cast("BinaryIO", open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, PRIVATE)))


def _settle(temporary: Path, target: Path, path: str | Path, *, force: bool, mode: int | None) -> None:
    """Move the new file to its place: with the rights asked for or the old one's, and never over one that came meanwhile."""
    check_output(path, force=force, endings=())
    _give_rights(temporary, target, mode)
    temporary.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        with suppress(OSError):
            os.fsync(folder)
        os.close(folder)


def _give_rights(temporary: Path, target: Path, mode: int | None) -> None:
    if mode is not None:
        temporary.chmod(mode)
        return
    try:
        rights = target.stat().st_mode & 0o7777
    except FileNotFoundError:
        with suppress(PermissionError):  # of a drive that knows no rights
            temporary.chmod(_usual_rights())
    else:
        temporary.chmod(rights)


def _usual_rights() -> int:
    """The rights of a new file; the mask can only be read by setting it, so for that moment it is the strict one."""
    mask = os.umask(0o777 & ~PRIVATE)
    os.umask(mask)
    return 0o666 & ~mask


def write_text(text: str, path: str | Path, *, force: bool = False) -> None:
    """Write text as UTF-8, atomically; `-` is standard output. Raises OutputError."""
    if str(path) == STANDARD:
        write_standard(text)
        return
    with replacing(path, force=force) as handle:
        handle.write(text.encode())


def write_standard(text: str) -> None:
    """Write text to standard output as UTF-8, whatever the terminal's encoding."""
    try:
        out = cast("BinaryIO", sys.stdout.buffer)
        sys.stdout.flush()
        out.write(text.encode())
        out.flush()
    except BrokenPipeError:
        raise
    except (OSError, UnicodeEncodeError) as error:
        raise OutputError("standard output", reason(error)) from error
