"""What the first bytes of a statistics file say: which kind it is, and how many cells it claims to hold."""

from __future__ import annotations

import re
import struct
from pathlib import Path

from freetext.errors import InputError

HEAD = 1 << 12
RATIO = 1032
"""How many times its packed bytes deflate can unpack to at most."""
SAS = bytes.fromhex("000000000000000000000000c2ea8160b31411cfbd92080009c7318c181f1011")
KINDS = {
    "an SPSS file": (".sav", ".zsav"),
    "an SPSS portable file": (".por",),
    "a Stata file": (".dta",),
    "a SAS data set": (".sas7bdat",),
    "a SAS transport file": (".xpt",),
}
PORTABLE_EBCDIC = "SPSSPORT".encode("cp500")
OLD_STATA = frozenset((102, 103, 104, 105, 108, 110, 111, 112, 113, 114, 115))
DAMAGED = "Open it in the program that made it and save it again."


def kind_of(head: bytes) -> str:
    """Name the kind of a file from its first bytes; empty for any other."""
    if head[:4] in {b"$FL2", b"$FL3"} or head[:4] in {"$FL2".encode("cp500"), "$FL3".encode("cp500")}:
        return "an SPSS file"
    if (
        PORTABLE_EBCDIC in head[400:520]
        or b"SPSSPORT" in head[400:520]
        or b"SPSSPORT" in re.sub(rb"[\r\n]", b"", head)[400:520]
    ):
        return "an SPSS portable file"
    if head.startswith(b"<stata_dta>") or (len(head) > 2 and head[0] in OLD_STATA and head[1] in {1, 2}):
        return "a Stata file"
    if head.startswith(SAS):
        return "a SAS data set"
    return "a SAS transport file" if head.startswith(b"HEADER RECORD*******LIB") else _other(head)


def _other(head: bytes) -> str:
    if head.startswith(b"PK\x03\x04"):
        return "a zip or a workbook"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "an old workbook"
    text = head.strip() and not re.search(rb"[\x00-\x08\x0e-\x1f]", head)
    return "text" if text and not head.startswith(b"<stata") else ""


def check_kind(head: bytes, ending: str, *, file: str | Path) -> None:
    """Refuse a file that is plainly of another kind than its ending says: InputError."""
    kind = kind_of(head)
    if not head:
        raise InputError("is empty.", file=file)
    if ending in KINDS.get(kind, ()) or (not kind and ending != ".por"):
        return
    if not kind:
        raise InputError("is no SPSS portable file: its heading is missing.", file=file, remedy=DAMAGED)
    known = KINDS.get(kind, ())
    remedy = f"Rename it to {known[0]}." if known else "Give it the ending of what it is."
    raise InputError(f"is {kind} under the name {ending}.", file=file, remedy=remedy)


def check_text(head: bytes, *, file: str | Path) -> None:
    """Refuse a text table that is a statistics file under another name, as one from standard input is: InputError."""
    kind = kind_of(head)
    if kind in KINDS:
        remedy = f"Name it as a file that ends in {KINDS[kind][0]}."
        raise InputError(f"is {kind} under another name.", file=file, remedy=remedy)


def check_claims(head: bytes, size: int, ending: str, *, file: str | Path) -> None:
    """Refuse a file that claims more cells than its bytes can hold: InputError. What is not understood is left to the reader."""
    counts = {".sav": _spss, ".zsav": _spss, ".dta": _stata}
    if ending not in counts:
        return
    try:
        cells, room = counts[ending](head, size)
    except (struct.error, ValueError):
        return
    if cells > room:
        raise InputError(f"claims {cells:,} cells; its {size:,} bytes hold fewer.", file=file, remedy=DAMAGED)


def _spss(head: bytes, size: int) -> tuple[int, int]:
    """Cells (of 8 bytes) that the header claims, and how many the file can hold at most."""
    if not head.startswith(b"$FL"):
        raise ValueError("another header")
    layout = head[64:68]
    order = "<" if layout in {b"\2\0\0\0", b"\3\0\0\0"} else ">"
    width, packed, _, rows = struct.unpack(f"{order}4i", head[68:84])
    room = {0: size // 8, 1: size, 2: size * RATIO}.get(packed, size * RATIO)
    return max(width, 0) * max(rows, 0), room + 64


def _stata(head: bytes, size: int) -> tuple[int, int]:
    """Cells that the header claims (each has a byte or more), and how many the file can hold at most."""
    if head.startswith(b"<stata_dta>"):
        found = re.search(rb"<byteorder>(LSF|MSF)</byteorder><K>(.{2,4})</K><N>(.{4,8})</N>", head[:256], re.DOTALL)
        if found is None:
            raise ValueError("another header")
        first, second = found[2], found[3]
        if found[1] == b"MSF":
            first, second = first[::-1], second[::-1]
        return int.from_bytes(first, "little") * int.from_bytes(second, "little"), size
    if len(head) < 10 or head[0] not in OLD_STATA or head[1] not in {1, 2}:
        raise ValueError("no Stata file")
    columns, rows = struct.unpack("<hi" if head[1] == 2 else ">hi", head[4:10])
    return max(columns, 0) * max(rows, 0), size
