"""The dictionary of an SPSS system file, record by record, and the counted values of its multiple-response sets.

A file is a header, records that describe the variables, one record that ends them (999), and the cells. The records, as PSPP's
"System File Format" gives them:

2   a variable: 32 bytes, then its label and its missing values where it has any
3   value labels, followed by 4, the variables that have them
6   a document of lines of 80 bytes
7   an extension: kind, size of an element, number of elements; kinds 7 and 19 hold the sets, kind 13 the long names
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

HEADER = 176
VARIABLE, LABELS, LABELLED, DOCUMENT, EXTENSION, END = 2, 3, 4, 6, 7, 999
SETS, LATER_SETS = 7, 19
"""Sets as they were first written, and those whose options are named by the labels of their counted values."""
COUNTED = re.compile(rb"(?:^|\n)\$([^=\n]+)=(?:D|E \d+ )(\d+) ")
"""The beginning of a set of options: its name, and how many bytes its counted value has."""


def records(data: bytes, order: str = "<") -> Iterator[tuple[int, int, bytes]]:
    """Each record of the dictionary: its kind, where it begins, and what stands in it behind the kind.

    Raises struct.error and ValueError where the dictionary is damaged or ends early.
    """
    place = HEADER
    while True:
        (kind,) = struct.unpack_from(f"{order}i", data, place)
        size = _size(data, kind, place + 4, order)
        if size < 0 or place + 4 + size > len(data):
            message = "a record that does not end"
            raise ValueError(message)
        yield kind, place, data[place + 4 : place + 4 + size]
        if kind == END:
            return
        place += 4 + size


def _size(data: bytes, kind: int, place: int, order: str) -> int:
    """Bytes of a record behind its kind."""
    if kind == VARIABLE:
        _, has_label, missing = struct.unpack_from(f"{order}3i", data, place)
        label = 0
        if has_label:
            (length,) = struct.unpack_from(f"{order}i", data, place + 28)
            label = 4 + int(length) + -length % 4
        return 28 + label + 8 * abs(int(missing))
    count = int(struct.unpack_from(f"{order}i", data, place)[0])
    if kind == LABELS:
        return _labels_size(data, place, count)
    if kind == EXTENSION:
        _, width, elements = struct.unpack_from(f"{order}3i", data, place)
        return 12 + int(width * elements)
    sizes = {LABELLED: 4 + 4 * count, DOCUMENT: 4 + 80 * count, END: 4}
    if kind not in sizes:
        message = f"a record of kind {kind}"
        raise ValueError(message)
    return sizes[kind]


def _labels_size(data: bytes, place: int, count: int) -> int:
    at = place + 4
    for _ in range(count):
        if at + 8 >= len(data):
            break
        at += 8 + (data[at + 8] + 8) // 8 * 8
    return at - place


def counted_values(data: bytes) -> dict[str, str]:
    """The value that says "ticked" in each set of options, by the set's name without its dollar; nothing of a damaged dictionary."""
    order = "<" if data[64:68] in {b"\2\0\0\0", b"\3\0\0\0"} else ">"
    kinds = {struct.pack(f"{order}i", kind) for kind in (SETS, LATER_SETS)}
    found: dict[str, str] = {}
    try:
        for kind, _, inside in records(data, order):
            if kind == EXTENSION and inside[:4] in kinds:
                text = inside[12:]
                for each in COUNTED.finditer(text):
                    value = text[each.end() : each.end() + int(each[2])]
                    found.setdefault(_decoded(each[1]), _decoded(value).strip())
    except (struct.error, ValueError):
        return found
    return found


def _decoded(text: bytes) -> str:
    try:
        return text.decode()
    except UnicodeDecodeError:
        return text.decode("latin-1")
