"""Multiple-response sets inside a .sav, which pyreadstat cannot write: one more record at the end of the dictionary.

A file is a header, records that describe the variables, one record that ends them (999), and the cells. The records, as PSPP's
"System File Format" gives them:

2   a variable: 32 bytes, then its label and its missing values where it has any
3   value labels, followed by 4, the variables that have them
6   a document of lines of 80 bytes
7   an extension: kind, size of an element, number of elements; kind 7 holds the sets, kind 13 the long names
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence

from freetext.files.exchange.dataset import ResponseSet
from freetext.files.exchange.names import spss_names

HEADER = 176
VARIABLE, LABELS, LABELLED, DOCUMENT, EXTENSION, END = 2, 3, 4, 6, 7, 999
SETS, LONG_NAMES = 7, 13
COUNTED = "1"
"""The code of an option that was ticked."""
PACKED = b"$FL3"
PLACES = 24
"""Bytes of the header of packed cells: where it stands itself, where the list of blocks stands, and its length."""
BLOCK = 24
"""Bytes of a block in that list: where it would stand unpacked, where it stands, and two lengths."""


def record_of(sets: Sequence[ResponseSet], names: Mapping[str, str], short: Mapping[str, str]) -> bytes:
    """Write the sets as a record, empty where there are none.

    names  a variable's name in the data set -> in the file
    short  a variable's name in the file -> its short one of 8 bytes
    """
    fitting = spss_names([each.name for each in sets])
    lines = []
    for name, each in zip(fitting, sets, strict=True):
        label = each.label.replace("\n", " ").encode()
        members = " ".join(short[names[variable]].lower() for variable in each.variables)
        head = f"${name[:63]}=D{len(COUNTED)} {COUNTED} {len(label)} ".encode()
        lines.append(head + label + b" " + members.encode() + b"\n")
    text = b"".join(lines)
    return struct.pack("<4i", EXTENSION, SETS, 1, len(text)) + text if text else b""


def with_sets(data: bytes, sets: Sequence[ResponseSet], names: Mapping[str, str]) -> bytes:
    """A .sav or .zsav that pyreadstat wrote (little-endian, UTF-8), with these sets; one of a single variable is none."""
    sets = [each for each in sets if len(each.variables) > 1]
    if not sets:
        return data
    end, short = 0, {}
    for kind, begin, inside in records(data):
        if kind == EXTENSION and inside[:4] == struct.pack("<i", LONG_NAMES):
            pairs = inside[12:].decode().split("\t")
            short = {long: brief for brief, _, long in (pair.partition("=") for pair in pairs)}
        if kind == END:
            end = begin
    added = record_of(sets, names, short)
    rest = data[end:]
    return data[:end] + added + (_moved(rest, end, len(added)) if data.startswith(PACKED) else rest)


def records(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Each record of the dictionary: its kind, where it begins, and what stands in it behind the kind."""
    place = HEADER
    while True:
        (kind,) = _integers(data, place, 1)
        size = _size(data, kind, place + 4)
        yield kind, place, data[place + 4 : place + 4 + size]
        if kind == END:
            return
        place += 4 + size


def _integers(data: bytes, place: int, count: int) -> tuple[int, ...]:
    return struct.unpack_from(f"<{count}i", data, place)


def _size(data: bytes, kind: int, place: int) -> int:
    """Bytes of a record behind its kind."""
    if kind == VARIABLE:
        _, has_label, missing = _integers(data, place, 3)
        label = 0
        if has_label:
            (length,) = _integers(data, place + 28, 1)
            label = 4 + length + -length % 4
        return 28 + label + 8 * abs(missing)
    (count,) = _integers(data, place, 1)
    if kind == LABELS:
        at = place + 4
        for _ in range(count):
            at += 8 + (data[at + 8] + 8) // 8 * 8
        return at - place
    if kind == EXTENSION:
        _, width, elements = _integers(data, place, 3)
        return 12 + width * elements
    sizes = {LABELLED: 4 + 4 * count, DOCUMENT: 4 + 80 * count, END: 4}
    if kind not in sizes:
        message = f"a record of kind {kind}"
        raise ValueError(message)
    return sizes[kind]


def _moved(rest: bytes, at: int, added: int) -> bytes:
    """The end of a .zsav, from its record 999 on, its places put right for bytes that were added before it."""
    own, blocks, length = struct.unpack_from("<3q", rest, 8)
    place = blocks - at
    trailer = bytearray(rest[place : place + length])
    for block in range(BLOCK, length, BLOCK):
        unpacked, packed = struct.unpack_from("<2q", trailer, block)
        struct.pack_into("<2q", trailer, block, unpacked + added, packed + added)
    head = rest[:8] + struct.pack("<3q", own + added, blocks + added, length)
    return head + rest[8 + PLACES : place] + bytes(trailer) + rest[place + length :]
