"""Bytes -> text, strictly: a byte that cannot be read is named, never replaced."""

from __future__ import annotations

import codecs
import csv
import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

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
MARKS = {
    "utf-16": (("le", codecs.BOM_UTF16_LE), ("be", codecs.BOM_UTF16_BE)),
    "utf-32": (("le", codecs.BOM_UTF32_LE), ("be", codecs.BOM_UTF32_BE)),
}
"""What says the order of the bytes in encodings of which it can be either."""
BOM = "\ufeff"
PARQUET = b"PAR1"
HEAD, BLOCK = 64, 1 << 20
"""Bytes at the beginning that tell what a file is, and that are decoded together."""

COMMON = "utf-8, utf-16, cp1252, latin-1, mac-roman"

Fallback: TypeAlias = Callable[[], str]
"""Gives an encoding, or nothing; asked only for text that has no mark and is no UTF-8."""


def decoded(data: bytes, encoding: str | None, *, file: str, fallback: Fallback | None = None) -> tuple[str, str]:
    """Decode a file: as asked, else by its mark, else as UTF-8, else by `fallback`; gives text without mark, encoding's name.

    Raises InputError that names the byte, its row and the option for an encoding; for bytes that are no text what they are.
    """
    written = script_of(io.BytesIO(data), encoding, file=file, fallback=fallback)
    return data[written.mark :].decode(written.reads).removeprefix(BOM), written.name


def script_of(handle: BinaryIO, encoding: str | None, *, file: str, fallback: Fallback | None = None) -> Script:
    """Find out how a file is written, as `decoded` does, and read it from end to end, block by block, to see that it is."""
    head = _read(handle, 0, HEAD)
    _check_text(head, _read(handle, handle.seek(0, io.SEEK_END) - len(PARQUET), len(PARQUET)), file=file)
    mark, marked = next(((mark, name) for mark, name in MARKED if head.startswith(mark)), (b"", "utf-8"))
    plain = None if encoding or mark else _scanned(handle, Script("utf-8", 0), file=file)
    if plain is not None and fallback is not None and (plain.error or plain.nul):
        encoding = fallback()
    name = _known(encoding, file=file) if encoding else marked
    written = _script(name, head, len(mark) if marked in (name, "utf-8") else 0)
    seen = plain if plain is not None and written == Script("utf-8", 0) else _scanned(handle, written, file=file)
    if seen.error is not None:
        raise _undecodable(handle, written, seen.at, seen.error, file=file) from seen.error
    if encoding and seen.breaks and not seen.lines:
        what = f"makes no sense as {name}: not one line break in it."
        raise InputError(what, file=file, remedy=_mend(_guess(handle, 0, name)))
    if not encoding and not mark and seen.nul:
        what = "holds NUL bytes, as UTF-16 without a mark does."
        raise InputError(what, file=file, remedy=_mend(_guess(handle, 0, name)))
    return written


@dataclass(frozen=True, slots=True)
class Script:
    """How a text file is written: the encoding as people call it, how many bytes of a mark stand in front, and what decodes the rest."""

    name: str
    mark: int
    codec: str = ""

    @property
    def reads(self) -> str:
        """The codec that decodes what stands behind the mark."""
        return self.codec or self.name


def _script(name: str, head: bytes, mark: int) -> Script:
    """An encoding whose mark says the order of its bytes is read in that order; without a mark in the machine's own."""
    if name not in WIDE:
        return Script(name, mark)
    for order, mark_there in MARKS[name]:
        if head.startswith(mark_there):
            return Script(name, len(mark_there), f"{name}-{order}")
    return Script(name, mark, f"{name}-{'le' if sys.byteorder == 'little' else 'be'}")


@dataclass(frozen=True, slots=True)
class _Scanned:
    """What a reading of a whole file found: the first byte that does not fit, line breaks before and after decoding, NUL at the start."""

    error: UnicodeDecodeError | None = None
    at: int = 0
    breaks: bool = False
    lines: bool = False
    nul: bool = False


def _read(handle: BinaryIO, begin: int, size: int) -> bytes:
    handle.seek(max(begin, 0))
    return handle.read(size)


def _blocks(handle: BinaryIO, begin: int) -> Iterator[tuple[bytes, bool]]:
    """The file from `begin` on in blocks, each with whether it is the last; a short file is one block."""
    handle.seek(begin)
    block = handle.read(BLOCK)
    while True:
        following = handle.read(BLOCK)
        yield block, not following
        if not following:
            return
        block = following


def _scanned(handle: BinaryIO, written: Script, *, file: str) -> _Scanned:
    """Decode a file block by block, keeping nothing of it."""
    reader = codecs.getincrementaldecoder(written.reads)()
    breaks = lines = nul = False
    at, started = 0, False
    for block, last in _blocks(handle, written.mark):
        pending = len(reader.getstate()[0])
        try:
            text = reader.decode(block, last)
        except UnicodeDecodeError as error:
            return _Scanned(error, at - pending + error.start, breaks, lines, nul)
        except (UnicodeError, ValueError) as error:
            what = f"cannot be read as {written.name}: {error}."
            raise InputError(what, file=file, remedy="Name another --encoding.") from error
        if not started and text:
            nul, started = _holds_nul(text.removeprefix(BOM)), True
        breaks = breaks or b"\n" in block or b"\r" in block
        lines = lines or "\n" in text or "\r" in text
        at += len(block)
    return _Scanned(None, 0, breaks, lines, nul)


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


def _check_text(head: bytes, tail: bytes, *, file: str) -> None:
    """Refuse a workbook and Parquet under the name of a text."""
    if head.startswith(b"PK\x03\x04"):
        what, ending = "is a workbook (or another zip), not text", ".xlsx"
    elif head.startswith(PARQUET) and tail == PARQUET and len(head) > len(PARQUET):
        what, ending = "is a Parquet file, not text", ".parquet"
    elif head.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            "is an old or protected workbook, not text.", file=file, remedy="Save it as .xlsx without a password."
        )
    else:
        return
    raise InputError(f"{what}: rename it to {ending}.", file=file)


def _holds_nul(text: str) -> bool:
    return "\0" in text[:64].partition("\n")[0]


def _undecodable(handle: BinaryIO, written: Script, at: int, error: UnicodeDecodeError, *, file: str) -> InputError:
    name, mend = written.name, _mend(_guess(handle, written.mark, written.name))
    if name.startswith(WIDE):
        return InputError(f"is no {name}: {error.reason}.", file=file, remedy=mend)
    what = f"byte 0x{bytes(error.object)[error.start]:02X} at position {at} is no {name}."
    return InputError(what, file=file, row=_row_of(handle, written, at), remedy=mend)


def _row_of(handle: BinaryIO, written: Script, at: int) -> int:
    """The row of the byte at this place behind the mark."""
    try:
        return sum(1 for _ in csv.reader(_lines_before(handle, written, at)))
    except csv.Error:
        return 1


def _lines_before(handle: BinaryIO, written: Script, at: int) -> Iterator[str]:
    """The lines before a byte that cannot be read, and a character in its place."""
    reader, line = codecs.getincrementaldecoder(written.reads)("ignore"), ""
    for block, last in _blocks(handle, written.mark):
        part = block[: max(at, 0)]
        at -= len(part)
        ended = last or at <= 0
        *whole, line = io.StringIO(
            line + reader.decode(part, ended) + ("x" if ended else ""), newline=""
        ).readlines() or [""]
        yield from whole
        if ended:
            break
    yield line


def _guess(handle: BinaryIO, begin: int, name: str) -> str:
    """An encoding that the bytes fit, other than the one that failed; empty where nothing better is known."""
    head = _read(handle, begin, HEAD)
    if b"\0" in head:
        wide = "utf-16-be" if head.startswith(b"\0") else "utf-16-le"
        return "" if name in (wide, "utf-16") else wide
    fitting = (each for each in ("utf-8", "cp1252") if _scanned(handle, Script(each, begin), file="").error is None)
    return next((each for each in fitting if each != name), "latin-1")


def _mend(encoding: str) -> str:
    return f"Name the file's encoding, perhaps --encoding {encoding}." if encoding else "Save it again as UTF-8."
