"""What calamine makes wrong of an OpenDocument sheet, put right: tabs and line breaks, long durations, error cells that nobody counts.

Runs in the process of `apart_job` only, on a file whose zip was weighed before.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import dataclass

CONTENT = "content.xml"
PARTS = ("mimetype", "META-INF/manifest.xml")
"""What a reader asks for beside the content."""
TEXT = re.compile(rb"""xmlns:([\w.-]+)=["']urn:oasis:names:tc:opendocument:xmlns:text:1\.0["']""")
TABLE = re.compile(rb"<table:table(?=[\s>/])")
ERROR = re.compile(
    rb"""<table:table-cell(?=[^<>]*(?:calcext:value-type="error"|office:string-value=""[^<>]*>\s*<text:p[^<>]*>(?:#|Err:)))[^<>]*>"""
)
REPEATED = re.compile(rb'table:number-columns-repeated="(\d{1,7})"')
DURATION = re.compile(r"(-?)P(?:(\d{1,9})D)?T(\d{1,9})H(\d{1,4})M(\d{1,4})(?:[.,](\d{1,9}))?S")


@dataclass(frozen=True, slots=True)
class Mended:
    """An OpenDocument as it can be read: the workbook's bytes, its content, and how many signs were put back."""

    book: bytes
    content: bytes
    signs: int


def mended(data: bytes) -> Mended:
    """Give a workbook whose tabs and line breaks are signs of its texts, for calamine drops the elements and joins the words."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read(CONTENT)
        known = TEXT.search(content)
        prefix = re.escape(known[1] if known else b"text")
        whole, tabs = re.subn(_element(prefix, b"tab"), b"\t", content)
        whole, breaks = re.subn(_element(prefix, b"line-break"), b"\n", whole)
        if not tabs + breaks:
            return Mended(data, content, 0)
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as out:
            for name in PARTS:
                if name in archive.namelist():
                    out.writestr(name, archive.read(name))
            out.writestr(CONTENT, whole)
    return Mended(made.getvalue(), whole, tabs + breaks)


def _element(prefix: bytes, name: bytes) -> bytes:
    """An empty element, however it is closed."""
    return rb"<%s:%s(?:\s[^<>]*)?(?:/>|(?<!/)>\s*</%s:%s\s*>)" % (prefix, name, prefix, name)


def error_cells(content: bytes, sheet: int) -> int:
    """How many cells of a sheet, by its place, hold an error such as `#N/A`."""
    begins = [each.start() for each in TABLE.finditer(content)]
    if sheet >= len(begins):
        return 0
    part = content[begins[sheet] : begins[sheet + 1] if sheet + 1 < len(begins) else len(content)]
    return sum(_times(cell[0]) for cell in ERROR.finditer(part))


def _times(cell: bytes) -> int:
    many = REPEATED.search(cell)
    return int(many[1]) if many else 1


def length_of(cell: object) -> object:
    """A duration of a day or more, which calamine leaves as `PT30H00M00S`; any other cell as it is."""
    match = DURATION.fullmatch(cell) if isinstance(cell, str) and cell.startswith(("P", "-P")) else None
    if match is None:
        return cell
    sign, days, hours, minutes, seconds, rest = match.groups(default="0")
    micros = int((rest + "000000")[:6])
    length = dt.timedelta(int(days), int(seconds), micros, 0, int(minutes), int(hours))
    return -length if sign == "-" else length
