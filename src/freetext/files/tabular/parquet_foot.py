"""Look through the foot of a Parquet file before Arrow does: some damage there ends the process instead of being told.

Arrow checks what a column's notes say when they are first asked for, and its Python side lets what is thrown then through to nobody
(seen with pyarrow 16 to 23: histograms of the wrong length, encrypted notes). So the same is checked here, and refused.

The foot is written in Thrift's compact protocol: https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md;
its fields are those of https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    import pyarrow.parquet as pq

END = 8
"""Bytes behind the foot: its length, and the mark."""
DEEPEST = 40
"""How deep values may be nested; Parquet's own are nested seven deep."""

BYTE, DOUBLE, BINARY, LIST, SET, MAP, STRUCT, UUID = 3, 7, 8, 9, 10, 11, 12, 13
FIXED = {1: 0, 2: 0, BYTE: 1, DOUBLE: 8, UUID: 16}
"""Bytes of a value by its type; truths stand in their field's own byte."""

INSIDE = {
    ("file", 4): "groups",
    ("groups", 1): "columns",
    ("columns", 3): "notes",
    ("columns", 8): "encrypted",
    ("notes", 16): "sizes",
    ("notes", 17): "places",
    ("sizes", 1): "text bytes",
    ("sizes", 2): "repetition",
    ("sizes", 3): "definition",
}
"""What a field is that leads to what is checked."""


I32, I64 = 5, 6
ELEMENTS = {
    ("file", 2): STRUCT,
    ("file", 4): STRUCT,
    ("file", 5): STRUCT,
    ("file", 7): STRUCT,
    ("groups", 1): STRUCT,
    ("groups", 4): STRUCT,
    ("notes", 2): I32,
    ("notes", 3): BINARY,
    ("notes", 8): STRUCT,
    ("notes", 13): STRUCT,
    ("sizes", 2): I64,
    ("sizes", 3): I64,
    ("places", 2): I32,
}
"""What a list that Arrow knows holds: it reads these whatever the list says of its elements, and would lose its way with others."""


def check_foot(handle: BinaryIO, meta: pq.FileMetaData) -> None:
    """Refuse a foot whose columns' notes Arrow would end the process for: ValueError. The file must be one that Arrow has opened."""
    schema = [meta.schema.column(place) for place in range(meta.num_columns)]
    levels = [(each.max_repetition_level, each.max_definition_level, each.physical_type) for each in schema]
    _Foot(_bytes_of(handle), levels).struct(0, "file", 0)


def _bytes_of(handle: BinaryIO) -> bytes:
    size = handle.seek(0, io.SEEK_END)
    handle.seek(size - END)
    (length,) = struct.unpack("<I", handle.read(4))
    handle.seek(max(size - END - length, 0))
    foot = handle.read(length)
    handle.seek(0)
    return foot


class _Foot:
    """A foot, walked once; `name` says what a value is, empty for those that are only passed over."""

    def __init__(self, data: bytes, levels: Sequence[tuple[int, int, str]]) -> None:
        """Take the bytes, and of each column how deep it repeats and is defined, and its type."""
        self._data, self._levels, self._column = data, levels, 0

    def struct(self, at: int, name: str, deep: int) -> int:
        """Walk a struct; gives where it ends."""
        if deep > DEEPEST:
            raise ValueError("a foot that is nested too deep")
        number = 0
        while (head := self._byte(at)) & 15:  # the low half alone says that a struct ends
            at += 1
            if head >> 4:
                number = _wrapped(number + (head >> 4), 16)
            else:
                raw, at = self._number(at)
                number = _wrapped((raw >> 1) ^ -(raw & 1), 16)
            inside = INSIDE.get((name, number), "") if name else ""
            if head & 15 == LIST and self._byte(at) & 15 != ELEMENTS.get((name, number), self._byte(at) & 15):
                raise ValueError("a list of other things than it must hold")
            if inside:
                self._check(inside)
            at = self._behind(head & 15, at, inside, deep + 1)
        return at + 1

    def _check(self, name: str) -> None:
        if name == "encrypted":
            raise ValueError("an encrypted column")
        if name == "text bytes" and self._levels[self._column][2] != "BYTE_ARRAY":
            raise ValueError("bytes of texts in a column without texts")

    def _check_list(self, name: str, count: int) -> None:
        if name == "columns" and count != len(self._levels):
            raise ValueError(f"{count} columns in a row group, {len(self._levels)} in the schema")
        if name in ("repetition", "definition"):
            repeated, defined, _ = self._levels[self._column]
            deepest = repeated if name == "repetition" else defined
            if count not in (0, deepest + 1):
                raise ValueError("a histogram of the wrong length")

    def _behind(self, kind: int, at: int, name: str, deep: int) -> int:
        """Where a value of this type ends."""
        if kind == BINARY:
            size, at = self._size(at)
            return at + size
        if kind == STRUCT:
            return self.struct(at, name, deep)
        if kind in FIXED:
            return at + FIXED[kind]
        if kind in (LIST, SET):
            return self._behind_list(at, name, deep)
        if kind == MAP:
            count, at = self._size(at)
            kinds = self._byte(at) if count else 0
            return self._behind_all((kinds >> 4, kinds & 15), count, at + bool(count), "", deep)
        return self._number(at)[1]

    def _behind_list(self, at: int, name: str, deep: int) -> int:
        head = self._byte(at)
        count, at = (head >> 4, at + 1) if head >> 4 < 15 else self._size(at + 1)
        self._check_list(name, count)
        return self._behind_all((head & 15,), count, at, name, deep)

    def _behind_all(self, kinds: tuple[int, ...], count: int, at: int, name: str, deep: int) -> int:
        if deep > DEEPEST or count > len(self._data):
            raise ValueError("a foot that claims more than it holds")
        for place in range(count):
            if name == "columns":
                self._column = place
            for kind in kinds:
                at = at + 1 if kind in (1, 2) else self._behind(kind, at, name, deep + 1)
                if at > len(self._data):
                    raise ValueError("a foot that ends too soon")
        return at

    def _size(self, at: int) -> tuple[int, int]:
        """A number of bytes or values, and where it ends; Arrow keeps 32 bits of it, signed."""
        raw, at = self._number(at)
        size = _wrapped(raw, 32)
        if size < 0:
            raise ValueError("a size below nothing")
        return size, at

    def _number(self, at: int) -> tuple[int, int]:
        """A number of variable length, unsigned, and where it ends."""
        value = shift = 0
        while True:
            byte = self._byte(at)
            at += 1
            value |= (byte & 127) << shift
            if byte < 128:
                return value, at
            shift += 7
            if shift > 63:
                raise ValueError("a number that does not end")

    def _byte(self, at: int) -> int:
        if at >= len(self._data):
            raise ValueError("a foot that ends too soon")
        return self._data[at]


def _wrapped(number: int, bits: int) -> int:
    """What is left of a number in so many bits, signed: Thrift's readers cut silently."""
    half = 1 << (bits - 1)
    return ((number + half) & (2 * half - 1)) - half
