"""Weigh the texts that a workbook's cells share: the reader copies one into every cell that names it.

A text of 900,000 characters and 20,000 cells that name it fit into 109 KB, and into no machine. A bound comes first, and only
where it does not do is the sum taken cell by cell.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from itertools import zip_longest
from typing import TypeAlias
from xml.parsers import expat

from freetext.errors import InputError
from freetext.files.tabular.pieces import pieces_of

Counted: TypeAlias = "Sequence[tuple[zipfile.ZipInfo, int]]"

TEXT = 1 << 30
"""Bytes of text, markup included, that the cells of one sheet may name."""
TEXT_CELL = (b'"s"', b"'s'")
"""What the tag of a cell that names a shared text holds once."""
SHARED = re.compile(rb"<(?:[\w.-]+:)?si[\s/>]")
NAMED = re.compile(
    rb'<(?:\w+:)?c(?: [\w:]+="[^"<>]*")*? t="s"(?: [\w:]+="[^"<>]*")*>\s*<(?:\w+:)?v>([0-9]{1,9})</(?:\w+:)?v>\s*</(?:\w+:)?c>'
)
"""A cell as every spreadsheet program writes it, and the place of its text; any other is taken to name the longest."""
CELL = 400
"""Bytes that such a cell may be cut over two pieces with."""
PRINTED = bytes(byte if byte >= 32 or byte in b"\t\n\r" else ord("?") for byte in range(256))
"""Control characters made plain ones, for some programs write them and no parser takes them."""


def text_cells(piece: bytes) -> int:
    """At most so many cells of a piece name a shared text."""
    return sum(map(piece.count, TEXT_CELL))


def holds_texts(piece: bytes) -> bool:
    """Whether shared texts begin in a piece."""
    return (b"<si" in piece or b":si" in piece) and bool(SHARED.search(piece))


def check_texts(archive: zipfile.ZipFile, cells: Counted, shared: Counted, *, most: int = TEXT, file: str) -> None:
    """Refuse a workbook with a sheet whose cells name more than `most` bytes of text: InputError.

    cells   parts, and how many of their cells at most name a text
    shared  parts that hold texts, and their sizes
    """
    size = sum(size for _, size in shared)
    if max((count for _, count in cells), default=0) * size <= most:
        return
    listed = [_lengths(archive, info, file=file) for info, _ in shared]
    lengths = [max(each) for each in zip_longest(*listed, fillvalue=0)]
    longest = max(lengths, default=0)
    for info, count in cells:
        if count * longest > most and _weight(archive, info, count, lengths, file=file) > most:
            what = f"cells that repeat long texts unpack to more than {most / 2**30:.2g} GB."
            raise InputError(what, file=file, remedy="Shorten them, or use .csv.")


def _weight(archive: zipfile.ZipFile, info: zipfile.ZipInfo, count: int, lengths: list[int], *, file: str) -> int:
    """Bytes of text that the cells of a sheet name at most."""
    longest, weight, tail = max(lengths), 0, b""
    for piece, _ in pieces_of(archive, info, file=file):
        whole = tail + piece
        found = list(NAMED.finditer(whole))
        tail = whole[max(found[-1].end() if found else 0, len(whole) - CELL) :]
        count -= len(found)
        weight += sum(lengths[place] for place in (int(cell[1]) for cell in found) if place < len(lengths))
    return weight + count * longest


def _lengths(archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, file: str) -> list[int]:
    """Bytes of every shared text of a part, its markup included, in order."""
    parser = expat.ParserCreate("utf-8")
    lengths: list[int] = []
    opened: list[int] = []

    def begin(name: str, _: object) -> None:
        if name.rpartition(":")[2] == "si":
            opened.append(parser.CurrentByteIndex)
            if len(opened) > 1:
                raise ValueError("a text within a text")

    def end(name: str) -> None:
        if name.rpartition(":")[2] == "si":
            lengths.append(parser.CurrentByteIndex - opened.pop())

    def declare(*_: object) -> None:
        raise ValueError("a document type")

    parser.StartElementHandler, parser.EndElementHandler, parser.StartDoctypeDeclHandler = begin, end, declare
    try:
        for piece, _ in pieces_of(archive, info, file=file):
            parser.Parse(piece.translate(PRINTED), False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError) as error:
        what = f"is a damaged workbook ({info.filename}: {error})."
        raise InputError(what, file=file, remedy="Open it in a spreadsheet program and save it again.") from error
    return lengths
