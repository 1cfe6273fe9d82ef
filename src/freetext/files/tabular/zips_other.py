"""Which kind of workbook a file is, whatever its name says, and what the zips among them unpack to."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from freetext.errors import InputError
from freetext.files.tabular.unpacked import PACKED

OLE = b"\xd0\xcf\x11\xe0"
PARTS = 20_000
"""Parts that a workbook may have."""
PLAIN, LARGEST = 100_000_000, 2_000_000_000
"""Unpacked bytes that are always taken, and the most of all; between them `PACKED` times the file's size."""
CHUNK = 1 << 20
PLAIN_XLS = re.compile(rb"\x09[\x00\x02\x04\x08][\x04-\x10]\x00")
"""An .xls of the first versions, which is no container yet."""
PASSWORD = "is protected by a password."  # noqa: S105  (a message)
WITHOUT = "Save it without the password."


def check_other(data: bytes, ending: str, *, file: str) -> None:
    """Refuse what is no workbook of this ending, what has a password, and a zip that would eat the machine: InputError."""
    kind = _kind(data, file=file)
    if not kind or (kind in {"text", "an HTML page"} and ending != ".xls"):
        raise InputError(f"is no readable {ending} workbook.", file=file, remedy="Save it again as .xlsx.")
    if kind != ending:
        mend = "Save it as .xlsx." if not kind.startswith(".") else f"Rename it to {kind}."
        what = f"a {kind} workbook" if kind.startswith(".") else kind
        raise InputError(f"is {what} under the name {ending}.", file=file, remedy=mend)


def _kind(data: bytes, *, file: str) -> str:
    """The ending that a workbook should have, or what else it is."""
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise InputError(PASSWORD, file=file, remedy=WITHOUT)
        return ".xls"
    if data.startswith(b"PK"):
        return _zipped(data, file=file)
    if PLAIN_XLS.match(data):
        return ".xls"
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<html", b"<!doctype html", b"<table")) or b"<html" in head:
        return "an HTML page"
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return "an XML workbook of 2003"
    return "text" if head and b"\0" not in data[:2048] else ""


def _zipped(data: bytes, *, file: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.lower() for name in archive.namelist()}
            _weigh(archive, min(LARGEST, max(PLAIN, PACKED * len(data))), file=file)
            if "content.xml" in names and _is_secret(archive):
                raise InputError(PASSWORD, file=file, remedy=WITHOUT)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        what = f"is no readable workbook ({error})."
        raise InputError(what, file=file, remedy="Open it in a spreadsheet program and save it again.") from error
    if "xl/workbook.bin" in names:
        return ".xlsb"
    return ".ods" if "content.xml" in names else ".xlsx" if "xl/workbook.xml" in names else "a zip"


def _weigh(archive: zipfile.ZipFile, budget: int, *, file: str) -> None:
    """Unpack every part, whatever size it declares, and refuse what is too much."""
    parts = archive.infolist()
    if len(parts) > PARTS:
        raise InputError(f"is a zip of {len(parts):,} parts.", file=file, remedy="Save it as .csv.")
    for info in parts:
        info.file_size = 1 << 62
        with archive.open(info) as stream:
            while chunk := stream.read(CHUNK):
                budget -= len(chunk)
                if budget < 0:
                    raise InputError("unpacks to more than a workbook can.", file=file, remedy="Use .csv or .parquet.")


def _is_secret(archive: zipfile.ZipFile) -> bool:
    """Whether an OpenDocument says that its parts are encrypted."""
    if "META-INF/manifest.xml" not in archive.namelist():
        return False
    return b"encryption-data" in archive.read("META-INF/manifest.xml")
