"""The parts of a workbook's zip, unpacked piece by piece."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from freetext.errors import InputError

CHUNK = 1 << 20


def pieces_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, file: str) -> Iterator[tuple[bytes, int]]:
    """Unpack a part in pieces that cut no tag, whatever size it declares; with each piece its new bytes."""
    info.file_size = 1 << 62
    tail = b""
    with archive.open(info) as stream:
        while chunk := stream.read(CHUNK):
            whole = tail + chunk
            cut = whole.rfind(b"<")
            tail = whole[cut:] if cut >= 0 else b""
            if len(tail) > CHUNK:
                raise InputError("holds a part that no spreadsheet program writes.", file=file)
            yield (whole[:cut] if cut >= 0 else whole), len(chunk)
    yield tail, 0
