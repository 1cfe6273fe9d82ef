"""A workbook of binary records, as small as one can be: no library of ours writes any."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
LINK = '<Relationship Id="rId1" Type="{}/{}" Target="{}"/>'
ROW, REAL, TEXT, DIMENSION, BEGIN, END = 0, 5, 6, 148, 145, 146
SHEET, END_SHEETS, END_BOOK = 156, 144, 132


def record(kind: int, data: bytes = b"") -> bytes:
    """One record: its kind and its length, seven bits a byte, and what it holds."""
    return number(kind) + number(len(data)) + data


def number(value: int) -> bytes:
    if value < 128:
        return bytes([value])
    return bytes([value & 127 | 128]) + number(value >> 7)


def wide(text: str) -> bytes:
    data = text.encode("utf-16-le")
    return struct.pack("<I", len(data) // 2) + data


def sheet(cells: Mapping[tuple[int, int], object]) -> bytes:
    """A sheet with these cells by row and column from 0, in order."""
    rows = {row for row, _ in cells}
    columns = {column for _, column in cells}
    made = record(DIMENSION, struct.pack("<4I", min(rows), max(rows), min(columns), max(columns))) + record(BEGIN)
    for row in sorted(rows):
        made += record(ROW, struct.pack("<I", row) + bytes(13))
        for (_, column), value in sorted(each for each in cells.items() if each[0][0] == row):
            place = struct.pack("<II", column, 0)
            text = isinstance(value, str)
            made += record(TEXT if text else REAL, place + (wide(str(value)) if text else struct.pack("<d", value)))
    return made + record(END)


def xlsb(cells: Mapping[tuple[int, int], object], name: str = "Sheet1") -> bytes:
    """A workbook of one sheet."""
    book = record(SHEET, struct.pack("<II", 0, 1) + wide("rId1") + wide(name)) + record(END_SHEETS) + record(END_BOOK)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", LINKS.format(LINK.format(OFFICE, "officeDocument", "xl/workbook.bin")))
        archive.writestr("xl/workbook.bin", book)
        archive.writestr(
            "xl/_rels/workbook.bin.rels", LINKS.format(LINK.format(OFFICE, "worksheet", "worksheets/sheet1.bin"))
        )
        archive.writestr("xl/worksheets/sheet1.bin", sheet(cells))
    return made.getvalue()
