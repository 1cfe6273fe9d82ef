"""Multiple-response sets inside a .sav, which pyreadstat cannot write: one more record at the end of the dictionary, see `statistical_records`."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from freetext.files.exchange.dataset import ResponseSet
from freetext.files.exchange.names import spss_names
from freetext.files.tabular.statistical_records import END, EXTENSION, SETS, records

LONG_NAMES = 13
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
