"""The zip of a project file, weighed before anything is unpacked; no member's path is ever used as a place."""

from __future__ import annotations

import io
import zipfile
import zlib

from freetext.errors import InputError

MEMBERS = 200_000
LARGEST = 1_000_000_000
"""Bytes of the project's XML, unpacked."""
PLAIN, PACKED = 50_000_000, 250
"""Unpacked bytes that are always taken; beyond them, how many times the file's size they may be."""


def project_xml(data: bytes, file: str) -> bytes:
    """Unpack the XML of a project file's bytes: the member that ends in .qde, at the top. Whatever is wrong with the zip is an InputError."""
    if data.count(b"PK\x01\x02") > MEMBERS:  # before the list of members is built
        raise InputError(f"holds more than {MEMBERS:,} files.", file=file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpacked(archive, min(LARGEST, max(PLAIN, PACKED * len(data))), file)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise InputError(f"is no readable .qdpx file ({error}).", file=file) from error


def _unpacked(archive: zipfile.ZipFile, most: int, file: str) -> bytes:
    """Unpack the project's XML, whatever size it declares."""
    members = {each.filename.replace("\\", "/").lower(): each for each in reversed(archive.infolist())}
    names = [name for name in members if name.endswith(".qde") and "/" not in name]
    if len(names) != 1:
        raise InputError(f"holds {len(names)} .qde files at its top, not one: it is no .qdpx project.", file=file)
    info = members[names[0]]
    if info.flag_bits & 1:
        raise InputError("is encrypted.", file=file, remedy="Save it without a password.")
    info.file_size = 1 << 62
    with archive.open(info) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise InputError("unpacks to more than a project of texts can.", file=file)
    return data
