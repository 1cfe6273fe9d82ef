"""Bytes -> text, strictly: a byte that cannot be read is named, never replaced."""

from __future__ import annotations

import codecs
import csv
import io

from freetext.errors import InputError

MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The marks that a file may begin with; the longer before those which they begin with."""


def decoded(data: bytes, encoding: str | None, *, file: str) -> tuple[str, str]:
    """Decode a file: as asked, else by its mark, else as UTF-8; gives the text, without the mark, and the encoding's name.

    Raises InputError that names the byte, its row and the option for an encoding.
    """
    mark, marked = next(((mark, name) for mark, name in MARKED if data.startswith(mark)), (b"", "utf-8"))
    name = _known(encoding, file=file) if encoding else marked
    body = data.removeprefix(mark) if marked in (name, "utf-8") else data
    try:
        text = body.decode(name)
    except UnicodeDecodeError as error:
        raise _undecodable(name, error, file=file) from error
    except (UnicodeError, ValueError) as error:
        raise InputError(f"cannot be read as {name}: {error}.", file=file, remedy="Name another --encoding.") from error
    text = text.removeprefix("\ufeff")
    if not encoding and not mark and "\0" in text[:64].partition("\n")[0]:
        raise InputError("holds NUL bytes, as UTF-16 without a mark does.", file=file, remedy=_mend("utf-16-le"))
    return text, name


def _known(encoding: str, *, file: str) -> str:
    """The encoding's own name, or InputError for one that is not there or does not make text of bytes."""
    try:
        codec = codecs.lookup(encoding)
        "a".encode(encoding)
    except (LookupError, ValueError) as error:
        raise InputError(
            f"no encoding {encoding!r} (--encoding). Common ones: utf-8, utf-16, cp1252, latin-1, mac-roman.", file=file
        ) from error
    return codec.name


def _undecodable(name: str, error: UnicodeDecodeError, *, file: str) -> InputError:
    data = bytes(error.object)
    before = data[: error.start].decode(name, errors="ignore") + "x"
    row = sum(1 for _ in csv.reader(io.StringIO(before, newline="")))
    what = f"byte 0x{data[error.start]:02X} at position {error.start} is no {name}."
    return InputError(what, file=file, row=row, remedy=_mend("utf-8" if name != "utf-8" else _guess(data)))


def _guess(data: bytes) -> str:
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252"


def _mend(encoding: str) -> str:
    return f"Name the file's encoding, perhaps --encoding {encoding}."
