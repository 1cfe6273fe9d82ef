"""The zip of a project file, weighed before anything is unpacked; no member's path is ever used as a place."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from freetext.errors import InputError

MEMBERS = 200_000
LARGEST = 1_000_000_000
"""Bytes of what is read, unpacked."""
PLAIN, PACKED = 50_000_000, 250
"""Unpacked bytes that are always taken; beyond them, how many times its packed size a file may be."""


class QdpxZip:
    """The members of a project file, by name; each is unpacked once, and all together to a bound."""

    def __init__(self, archive: zipfile.ZipFile, size: int, file: str) -> None:
        """Take an archive of `size` bytes."""
        self._archive, self._file = archive, file
        self._left = min(LARGEST, max(PLAIN, PACKED * size))
        self._members = {each.filename.replace("\\", "/").lower(): each for each in reversed(archive.infolist())}

    def project(self) -> bytes:
        """The project's XML: the member that ends in .qde, at the top."""
        names = [name for name in self._members if name.endswith(".qde") and "/" not in name]
        if len(names) != 1:
            raise InputError(
                f"holds {len(names)} .qde files at its top, not one: it is no .qdpx project.", file=self._file
            )
        return self.member(names[0])

    def source(self, path: str) -> bytes | None:
        """A text that the project names `internal://NAME`, None where it is not there or lies outside."""
        scheme, _, name = path.partition("://")
        if scheme != "internal" or "/" in name or "\\" in name:
            return None
        found = f"sources/{name}".lower()
        return self.member(found) if found in self._members else None

    def member(self, name: str) -> bytes:
        """Unpack a member, whatever size it declares."""
        info = self._members[name]
        if info.flag_bits & 1:
            raise InputError("is encrypted.", file=self._file, remedy="Save it without a password.")
        info.file_size = 1 << 62
        with self._archive.open(info) as stream:
            data = stream.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise InputError("unpacks to more than a project of texts can.", file=self._file)
        return data


@contextmanager
def opened(data: bytes, file: str) -> Iterator[QdpxZip]:
    """Open a project file's bytes; whatever is wrong with the zip becomes an InputError."""
    if data.count(b"PK\x01\x02") > MEMBERS:  # before the list of members is built
        raise InputError(f"holds more than {MEMBERS:,} files.", file=file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield QdpxZip(archive, len(data), file)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise InputError(f"is no readable .qdpx file ({error}).", file=file) from error
