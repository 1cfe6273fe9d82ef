"""Sound bytes -> hostile bytes, by a seed; containers are mutated inside, so that checksums do not hide their reader."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable

SNIPPETS = (
    *(b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\n", b'"', b"'", b"\\", b"\\ud800", b"\x1b["),
    *(
        b"<",
        b">",
        b"/>",
        b"<!--",
        b"]]>",
        b"&",
        b"&#0;",
        b"&x;",
        b"<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
    ),
    *(
        b"[",
        b"]",
        b"{",
        b"}",
        b"[[",
        b"=",
        b",",
        b";",
        b"null",
        b"true",
        b"NaN",
        b"Infinity",
        b"1e999",
        b"-0",
        b"[]",
        b"{}",
    ),
    *(b"-1", b"0", b"255", b"65536", b"2147483648", b"4294967295", b"9223372036854775808", b"9" * 30, b"9" * 5000),
    *(b"A1048576", b"XFD1", b"XFD1048576", b"../../etc/passwd", b"=cmd|' /C calc'!A0", b"__import__", b"{0.__class__}"),
    *(
        b"\0\0\0\0",
        b"\xff\xff\xff\xff",
        b"\xff\xff\xff\x7f",
        b"\0\0\0\x80",
        b"\x7f\xf0\0\0\0\0\0\0",
        b"\x00" * 8,
        b"\xff" * 8,
    ),
)
NUMBER = re.compile(rb"-?[0-9]+(?:\.[0-9]+)?")
WORD = re.compile(rb"[\w.:-]+")
EDITS = 4
HEADS = (8, 176, 512)
"""Bytes at the beginning that binary files keep, so that they are still known for what they are."""

Dice = random.Random


def mutated(data: bytes, kind: str, dice: Dice) -> bytes:
    """Mutate a file: `kind` says what it is (zip, parquet, head, or anything else for plain bytes)."""
    return {"zip": in_zip, "parquet": in_parquet, "head": behind_head, "npy": in_npy, "by ending": by_ending}.get(
        kind, edited
    )(data, dice)


def by_ending(data: bytes, dice: Dice) -> bytes:
    """Mutate a zip as a zip, and anything else as plain bytes."""
    return (in_zip if data.startswith(b"PK") else edited)(data, dice)


def edited(data: bytes, dice: Dice) -> bytes:
    """Do a few things to bytes."""
    for _ in range(dice.randint(1, EDITS)):
        data = dice.choice(WAYS)(data, dice)
    return data


def _flipped(data: bytes, dice: Dice) -> bytes:
    if not data:
        return data
    at = dice.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << dice.randrange(8))]) + data[at + 1 :]


def _inserted(data: bytes, dice: Dice) -> bytes:
    at = dice.randint(0, len(data))
    return data[:at] + dice.choice(SNIPPETS) + data[at + dice.choice((0, 0, 1, 4, 8)) :]


def _cut(data: bytes, dice: Dice) -> bytes:
    begin = dice.randint(0, len(data))
    return data[:begin] + data[begin + dice.choice((1, 3, 20, 200)) :]


def _ended(data: bytes, dice: Dice) -> bytes:
    return data[: dice.randint(0, len(data))]


def _repeated(data: bytes, dice: Dice) -> bytes:
    begin = dice.randint(0, len(data))
    part = data[begin : begin + dice.choice((1, 8, 60, 400))]
    return data[:begin] + part * dice.choice((2, 2, 3, 50)) + data[begin:]


def _swapped(data: bytes, dice: Dice) -> bytes:
    """Put one word where another stands."""
    words = list(WORD.finditer(data))
    if len(words) < 2:
        return data
    old, new = dice.choice(words), dice.choice(words)
    return data[: old.start()] + new[0] + data[old.end() :]


def _renumbered(data: bytes, dice: Dice) -> bytes:
    """Put a hostile number where one stands."""
    numbers = list(NUMBER.finditer(data))
    if not numbers:
        return _inserted(data, dice)
    old = dice.choice(numbers)
    return data[: old.start()] + dice.choice(SNIPPETS) + data[old.end() :]


def _overwritten(data: bytes, dice: Dice) -> bytes:
    """Put a number of 4 or 8 bytes over what stands there, so that nothing moves."""
    width = dice.choice((1, 2, 4, 8))
    at = dice.randint(0, max(len(data) - width, 0))
    number = dice.choice(
        (0, 1, 2, 127, 128, 255, (1 << (8 * width - 1)) - 1, 1 << (8 * width - 1), (1 << (8 * width)) - 1)
    )
    packed = (number % (1 << (8 * width))).to_bytes(width, dice.choice(("little", "big")))
    return data[:at] + packed[: len(data) - at] + data[at + width :]


def _nested(data: bytes, dice: Dice) -> bytes:
    at, deep = dice.randint(0, len(data)), dice.choice((30, 1_000, 20_000))
    return data[:at] + dice.choice((b"[", b'{"a":', b"<a>", b"(", b"{a=")) * deep + data[at:]


WAYS: tuple[Callable[[bytes, Dice], bytes], ...] = (
    *(_flipped, _flipped, _inserted, _inserted, _cut, _ended, _repeated, _swapped, _swapped),
    *(_renumbered, _renumbered, _renumbered, _overwritten, _nested),
)
STILL: tuple[Callable[[bytes, Dice], bytes], ...] = (_flipped, _overwritten, _overwritten)
"""Ways that move nothing."""


def members(data: bytes) -> list[tuple[str, bytes]]:
    """The members of a zip, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


def packed(files: list[tuple[str, bytes]], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack members with right checksums and fixed stamps; names may stand twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in files:
            if name in archive.NameToInfo:
                del archive.NameToInfo[name]
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return out.getvalue()


def in_zip(data: bytes, dice: Dice) -> bytes:
    """Mutate a member of a zip (an archive inside too), or which members there are; seldom the zip itself."""
    if dice.random() < 0.1:
        return edited(data, dice)
    try:
        files = members(data)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, zlib.error, EOFError):
        return edited(data, dice)
    if not files:
        return edited(data, dice)
    for _ in range(dice.choice((1, 1, 2))):
        at = dice.randrange(len(files))
        name, content = files[at]
        if dice.random() < 0.12:
            files = _other_members(files, at, dice)
        elif name.endswith((".npy", ".npz")):
            files[at] = name, (in_zip if name.endswith(".npz") else in_npy)(content, dice)
        else:
            files[at] = name, edited(content, dice)
        if not files:
            break
    return packed(files, dice.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)))


def _other_members(files: list[tuple[str, bytes]], at: int, dice: Dice) -> list[tuple[str, bytes]]:
    name, content = files[at]
    what = dice.randrange(5)
    if what == 0:
        return files[:at] + files[at + 1 :]
    if what == 1:
        return [*files, (name, edited(content, dice))]
    if what == 2:
        return [*files, (dice.choice(("../../evil", "/etc/evil", "a\\..\\b", name + "/", "C:evil")), content)]
    if what == 3:
        other = dice.randrange(len(files))
        return [(files[other][0] if place == at else each[0], each[1]) for place, each in enumerate(files)]
    return [*files[:at], (name.upper(), content), *files[at + 1 :]]


def in_npy(data: bytes, dice: Dice) -> bytes:
    """Mutate an array of numpy: its header, its numbers, or both, most times in place."""
    if dice.random() < 0.3:
        head, found, tail = data.partition(b"\n")
        whole = edited(head[10:], dice)
        return head[:8] + struct.pack("<H", (len(whole) + 1) % 65536) + whole + found + tail
    return dice.choice(STILL)(data, dice) if dice.random() < 0.8 else edited(data, dice)


def in_parquet(data: bytes, dice: Dice) -> bytes:
    """Mutate a Parquet file that is still known for one: its notes at the end, or its pages, most times in place."""
    if dice.random() < 0.1 or len(data) < 12:
        return edited(data, dice)
    size = struct.unpack("<I", data[-8:-4])[0]
    begin = max(len(data) - 8 - size, 4)
    pages, notes = data[4:begin], data[begin:-8]
    way = dice.random()
    if way < 0.5:
        notes = _still(notes, dice)
    elif way < 0.8:
        pages = _still(pages, dice)
    else:
        notes = edited(notes, dice)
    return data[:4] + pages + notes + struct.pack("<I", len(notes) % (1 << 32)) + data[-4:]


def _still(data: bytes, dice: Dice) -> bytes:
    for _ in range(dice.randint(1, EDITS)):
        data = dice.choice(STILL)(data, dice)
    return data


def behind_head(data: bytes, dice: Dice) -> bytes:
    """Mutate a file behind the head that says what it is, most times in place: .sav and .dta records, .xls sectors."""
    change = _still if dice.random() < 0.75 else edited
    kept = dice.choice(HEADS)
    return data[:kept] + change(data[kept:], dice)
