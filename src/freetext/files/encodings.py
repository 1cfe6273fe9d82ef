"""Bytes -> text, strictly: a byte that cannot be read is named, never replaced."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable
from typing import TypeAlias

from freetext.errors import InputError

MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The marks that a file may begin with; the longer before those which they begin with."""
WIDE = ("utf-16", "utf-32")
COMMON = "utf-8, utf-16, cp1252, latin-1, mac-roman"

Fallback: TypeAlias = Callable[[], str]
"""Gives an encoding, or nothing; asked only for text that has no mark and is no UTF-8."""


def decoded(data: bytes, encoding: str | None, *, file: str, fallback: Fallback | None = None) -> tuple[str, str]:
    """Decode a file: as asked, else by its mark, else as UTF-8, else by `fallback`; gives text without mark, encoding's name.

    Raises InputError that names the byte, its row and the option for an encoding; for bytes that are no text what they are.
    """
    _check_text(data, file=file)
    mark, marked = next(((mark, name) for mark, name in MARKED if data.startswith(mark)), (b"", "utf-8"))
    if fallback is not None and not encoding and not mark and not _is_utf8(data):
        encoding = fallback()
    name = _known(encoding, file=file) if encoding else marked
    body = data.removeprefix(mark) if marked in (name, "utf-8") else data
    try:
        text = body.decode(name)
    except UnicodeDecodeError as error:
        raise _undecodable(name, error, file=file) from error
    except (UnicodeError, ValueError) as error:
        raise InputError(f"cannot be read as {name}: {error}.", file=file, remedy="Name another --encoding.") from error
    text = text.removeprefix("\ufeff")
    if encoding and (b"\n" in body or b"\r" in body) and "\n" not in text and "\r" not in text:
        what = f"makes no sense as {name}: not one line break in it."
        raise InputError(what, file=file, remedy=_mend(_guess(data, name)))
    if not encoding and not mark and _holds_nul(text):
        what = "holds NUL bytes, as UTF-16 without a mark does."
        raise InputError(what, file=file, remedy=_mend(_guess(data, name)))
    return text, name


def codec_of(encoding: str) -> str:
    """An encoding's own name; empty for one that is not there or does not make text of bytes."""
    try:
        codec = codecs.lookup(encoding)
        "a".encode(encoding)
    except (LookupError, ValueError):
        return ""
    return codec.name


def _known(encoding: str, *, file: str) -> str:
    if name := codec_of(encoding):
        return name
    raise InputError(f"no encoding {encoding!r} (--encoding). Common ones: {COMMON}.", file=file)


def _check_text(data: bytes, *, file: str) -> None:
    """Refuse a workbook and Parquet under the name of a text."""
    if data.startswith(b"PK\x03\x04"):
        what, ending = "is a workbook (or another zip), not text", ".xlsx"
    elif data.startswith(b"PAR1") and data.endswith(b"PAR1") and len(data) > len(b"PAR1"):
        what, ending = "is a Parquet file, not text", ".parquet"
    elif data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            "is an old or protected workbook, not text.", file=file, remedy="Save it as .xlsx without a password."
        )
    else:
        return
    raise InputError(f"{what}: rename it to {ending}.", file=file)


def _is_utf8(data: bytes) -> bool:
    try:
        return not _holds_nul(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _holds_nul(text: str) -> bool:
    return "\0" in text[:64].partition("\n")[0]


def _undecodable(name: str, error: UnicodeDecodeError, *, file: str) -> InputError:
    data = bytes(error.object)
    if name.startswith(WIDE):
        return InputError(f"is no {name}: {error.reason}.", file=file, remedy=_mend(_guess(data, name)))
    before = data[: error.start].decode(name, errors="ignore") + "x"
    row = sum(1 for _ in csv.reader(io.StringIO(before, newline="")))
    what = f"byte 0x{data[error.start]:02X} at position {error.start} is no {name}."
    return InputError(what, file=file, row=row, remedy=_mend(_guess(data, name)))


def _guess(data: bytes, name: str) -> str:
    """An encoding that the bytes fit, other than the one that failed; empty where nothing better is known."""
    if b"\0" in data[:64]:
        wide = "utf-16-be" if data.startswith(b"\0") else "utf-16-le"
        return "" if name in (wide, "utf-16") else wide
    for each in ("utf-8", "cp1252"):
        try:
            data.decode(each)
        except UnicodeDecodeError:
            continue
        if each != name:
            return each
    return "latin-1"


def _mend(encoding: str) -> str:
    return f"Name the file's encoding, perhaps --encoding {encoding}." if encoding else "Save it again as UTF-8."
