"""Error cells of .xls and .xlsb workbooks, which calamine gives as blank ones; runs in the process of `apart_job` only.

A file that was read well and is odd here has no error cells that can be counted: 0. By Microsoft's [MS-CFB], [MS-XLS] and [MS-XLSB].
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator
from contextlib import suppress

FREE = 0xFFFFFFFA
"""Numbers from here on are no sectors."""
MINI, ENTRY = 64, 128
BOUND_SHEET, FORMULA, BOOL_OR_ERROR, BEGIN, END = 0x85, 0x06, 0x205, 0x809, 0x0A
SHEET, ERROR, FORMULA_ERROR = 156, 3, 11
LINK = re.compile(rb"<(?:\w+:)?Relationship\b[^<>]*>")


def xls_errors(data: bytes, sheet: int) -> int:
    """How many cells of a sheet of an .xls, by its place, hold an error."""
    with suppress(struct.error, IndexError, ValueError):
        stream = _workbook(data)
        begins = [struct.unpack_from("<I", inside)[0] for kind, inside in _records(stream, 0) if kind == BOUND_SHEET]
        return sum(map(_is_error, *zip(*_records(stream, begins[sheet]), strict=True)))
    return 0


def _is_error(kind: int, inside: bytes) -> bool:
    if kind == BOOL_OR_ERROR:
        return len(inside) > 7 and inside[7] == 1
    return kind == FORMULA and inside[12:14] == b"\xff\xff" and inside[6] == 2


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """The records from a place on, to the end of what begins there."""
    depth = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<2H", stream, place)
        depth += (kind == BEGIN) - (kind == END)
        yield kind, stream[place + 4 : place + 4 + size]
        if depth <= 0:
            return
        place += 4 + size


def _workbook(data: bytes) -> bytes:
    """The stream of a container that holds the workbook; a file that is none is the stream itself."""
    if not data.startswith(b"\xd0\xcf\x11\xe0"):
        return data
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    directory, least, mini_table = (struct.unpack_from("<I", data, place)[0] for place in (48, 56, 60))
    table = _numbers(b"".join(_sector(data, each, size) for each in _tables(data, size)))
    entries = b"".join(_sector(data, each, size) for each in _chain(table, directory))
    names = {_name(entries[at : at + ENTRY]): at for at in range(0, len(entries), ENTRY)}
    at = names.get("workbook", names.get("book", -ENTRY))
    start, length = struct.unpack_from("<2I", entries, at + 116)
    if length >= least:
        return b"".join(_sector(data, each, size) for each in _chain(table, start))[:length]
    small = b"".join(_sector(data, each, size) for each in _chain(table, struct.unpack_from("<I", entries, 116)[0]))
    minis = _numbers(b"".join(_sector(data, each, size) for each in _chain(table, mini_table)))
    return b"".join(small[each * MINI : (each + 1) * MINI] for each in _chain(minis, start))[:length]


def _tables(data: bytes, size: int) -> list[int]:
    """The sectors that say which sector follows which."""
    found = [*struct.unpack_from("<109I", data, 76)]
    (following,) = struct.unpack_from("<I", data, 68)
    for _ in range(len(data) // size):
        if following >= FREE:
            break
        *more, following = _numbers(_sector(data, following, size))
        found += more
    return [each for each in found if each < FREE]


def _sector(data: bytes, number: int, size: int) -> bytes:
    return data[(number + 1) * size : (number + 2) * size]


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _chain(table: tuple[int, ...], number: int) -> Iterator[int]:
    """The sectors from one on, in order; no more than there are."""
    for _ in table:
        if number >= FREE:
            return
        yield number
        number = table[number]


def _name(entry: bytes) -> str:
    length = struct.unpack_from("<H", entry, 64)[0]
    return entry[: max(length - 2, 0)].decode("utf-16-le", "replace").lower()


def xlsb_errors(data: bytes, sheet: int) -> int:
    """How many cells of a sheet of an .xlsb, by its place, hold an error."""
    with suppress(struct.error, IndexError, ValueError, KeyError), zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {name.lower(): name for name in archive.namelist()}
        book = _binary(archive.read(names["xl/workbook.bin"]))
        wanted = [_wide(inside, 8) for kind, inside in book if kind == SHEET][sheet]
        links = archive.read(names["xl/_rels/workbook.bin.rels"])
        named = b'Id="%s"' % wanted.encode()
        target = next((_target(each[0]) for each in LINK.finditer(links) if named in each[0]), "")
        part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        return sum(kind in {ERROR, FORMULA_ERROR} for kind, _ in _binary(archive.read(names[part])))
    return 0


def _target(link: bytes) -> str:
    found = re.search(rb'Target="([^"]*)"', link)
    return found[1].decode("utf-8", "replace").lower() if found else ""


def _wide(inside: bytes, place: int) -> str:
    (length,) = struct.unpack_from("<I", inside, place)
    return inside[place + 4 : place + 4 + 2 * length].decode("utf-16-le", "replace")


def _binary(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a binary part: kind and length, seven bits a byte."""
    place = 0
    while place < len(data):
        kind, place = _seven(data, place)
        size, place = _seven(data, place)
        yield kind, data[place : place + size]
        place += size


def _seven(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 28, 7):
        byte = data[place]
        value, place = value | (byte & 127) << shift, place + 1
        if byte < 128:
            break
    return value, place
