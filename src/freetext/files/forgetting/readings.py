"""The texts in a file of whatever kind: decoded every way that may be meant, unpacked, bounded."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from freetext.errors import InputError
from freetext.files.disk.places import OTHER_WORKBOOKS, STATISTICAL
from freetext.files.tabular.dialects import PLAIN
from freetext.files.tabular.tables import read_table

MOST = 200_000_000
"""Bytes of a file that is searched, unpacked."""
DEEPEST = 4
"""Packed files inside one another."""
GZIP, ZIP, PDF, OLE = b"\x1f\x8b", b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0"
LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What a document with a password holds."""
MARKS = (b"\xff\xfe", b"\xfe\xff")
HEAD = 4_096
TABLES = (".parquet", *STATISTICAL, *OTHER_WORKBOOKS)
"""What is packed in a way of its own, and is read as a table."""


class Unsearchable(Exception):
    """A file that holds more than is searched, or whose texts cannot be got at."""


@dataclass(slots=True)
class _Room:
    """How much of a file may still be unpacked."""

    left: int = MOST
    depth: int = 0

    def take(self, size: int) -> None:
        self.left -= size
        if self.left < 0 or self.depth > DEEPEST:
            raise Unsearchable


def texts_in(path: Path, encoding: str = "") -> Iterator[str]:
    """Give the texts of a file, and of what is packed in it; `encoding` is that of the project's files that are no UTF-8.

    Raises one of BROKEN: Unsearchable for more than 200 MB, a PDF and what is locked by a password, and whatever is said of damaged files.
    """
    if path.stat().st_size > MOST:
        raise Unsearchable
    if path.suffix.lower() in TABLES:
        yield from _of_table(path, encoding)
    if path.suffix.lower() not in {".parquet", *STATISTICAL}:
        yield from _of_bytes(path.read_bytes(), encoding, _Room())


def _of_table(path: Path, encoding: str) -> Iterator[str]:
    try:
        table = read_table(path, fallback=lambda: encoding, dialect=PLAIN)
    except InputError:
        if path.suffix.lower() in OTHER_WORKBOOKS:  # its bytes are searched all the same
            return
        raise
    yield from ("\n".join(table.texts_at(place)) for place in range(len(table.names)))


def _of_bytes(data: bytes, encoding: str, room: _Room) -> Iterator[str]:
    if data.startswith(PDF) or (data.startswith(OLE) and LOCKED in data):
        raise Unsearchable
    if data.startswith(GZIP):
        with gzip.open(io.BytesIO(data)) as packed:
            content = packed.read(room.left + 1)
        yield from _unpacked(content, encoding, room)
    elif data.startswith(ZIP):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                if info.file_size > room.left:
                    raise Unsearchable
                yield from _unpacked(archive.read(info), encoding, room)
    else:
        yield from _decoded(data, encoding)


def _unpacked(content: bytes, encoding: str, room: _Room) -> Iterator[str]:
    room.depth += 1
    room.take(len(content))
    yield from _of_bytes(content, encoding, room)
    room.depth -= 1


def _decoded(data: bytes, encoding: str) -> Iterator[str]:
    """Decode bytes by their mark or as UTF-8; bytes that are none also as they may have been meant."""
    if data.startswith(MARKS):
        yield data.decode("utf-16", "replace")
        return
    try:
        yield data.decode()
    except UnicodeDecodeError:
        yield from (data.decode(each, "replace") for each in dict.fromkeys((encoding or "cp1252", "cp1252", "utf-8")))
    if _is_wide(data):
        yield from (data[start:].decode("utf-16-le", "replace") for start in (0, 1))
        yield from (data[start:].decode("utf-16-be", "replace") for start in (0, 1))


def _is_wide(data: bytes) -> bool:
    """Whether bytes look like UTF-16, wholly or in places, as the old workbooks do: many NULs, and letters between them."""
    step = max(len(data) // 16, HEAD)
    looks = (data[begin : begin + HEAD] for begin in range(0, len(data), step))
    return any(look.count(0) * 4 > len(look) and len(look) > look.count(0) * 4 // 3 for look in looks)


BROKEN = (
    OSError,
    ValueError,
    EOFError,
    zlib.error,
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    InputError,
    Unsearchable,
)
"""What may be said of a file that cannot be searched."""
