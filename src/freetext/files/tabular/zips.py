"""Look through a workbook's zip before anything builds it: bombs, and cells so far apart that the grid between them is a bomb.

The workbook reader makes room for every cell between the first and the last, and ends the process when there is none; a file of
5 KB with the cells A1 and XFD1048576 is enough. So the references themselves are read here, streamed, `<dimension>` untrusted.
Error cells are counted here too, for the reader gives them as blank ones.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from freetext.errors import InputError
from freetext.files.tabular.pieces import pieces_of
from freetext.files.tabular.shared_texts import TEXT, check_texts, holds_texts, text_cells

LARGEST = 2_000_000_000
"""Bytes of all parts, unpacked."""
PLAIN, PACKED = 100_000_000, 250
"""Unpacked bytes that are always taken; beyond them, how many times its packed size a workbook may be."""
GRID, GREATEST = 10_000_000, 100_000_000
"""Cells of a grid, filled or not, that is always taken, and of the greatest that ever is; the reader needs 50 bytes for each."""
SPARSE = 20
"""How many times its filled cells a grid between the two may be."""
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

PLACE = rb"""<c r="(?!%s"(?: (?:[a-qs-z]|[a-z]{2,})="[^"<>]*")*\s?/?>)"""
ODD = re.compile(PLACE % rb"[A-Z]{1,3}[0-9]{1,7}")
"""A cell that is oddly written; where there is none, `FILLED` finds every cell with a value, and quickly."""
FAR = re.compile(PLACE % rb"(?:[A-Z]|[AB][A-Z]|C[A-V])[0-9]{1,5}")
"""A cell beyond column CV or row 99,999; a sheet without any is no larger than `GRID`."""
FILLED = re.compile(rb"""<c r="([A-Z]{1,3})([0-9]{1,7})"(?: [a-z]+="[^"<>]*")*\s?>""")
NO_CELLS = (b"<col", b"<cf", b"<conditionalFormatting")
"""Other tags of a sheet that begin as a cell's does."""
PREFIXED = re.compile(rb":c[\s/>]")
INSIDE = rb"""(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>"""
CELLS = (re.compile(rb"<(?:[\w.-]+:)?(row|c)(?=[\s/>])"), re.compile(rb"<(?:[\w.-]+:)?(row|c)" + INSIDE))
STRINGS = (re.compile(rb"<(?:[\w.-]+:)?(sst)(?=[\s/>])"), re.compile(rb"<(?:[\w.-]+:)?(sst)" + INSIDE))
"""How a tag of interest begins, and the whole of it; what begins and is not whole is refused."""
CLAIM = re.compile(rb"""uniqueCount\s*=\s*["']([^"']*)["']""")
SHEET = re.compile(rb"<(?:[\w.-]+:)?(sheet)" + INSIDE)
LINK = re.compile(rb"<(?:[\w.-]+:)?(Relationship)" + INSIDE)
"""How workbook.xml names a sheet, and how its neighbour says which part that is."""
ERROR = (b'"e"', b"'e'")
"""What a part with error cells holds at least once."""
ATTRIBUTE = re.compile(rb"""(?<![^\s"'])([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
"""Tried only where a name can begin: anywhere else, a long text without `=` would take the square of its length."""
REFERENCE = re.compile(rb"([A-Za-z]*)([0-9]+)")


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part was found to be when it was first unpacked.

    errors  whether it may hold error cells
    named   how many of its cells at most name a shared text
    shared  whether it holds shared texts
    """

    info: zipfile.ZipInfo
    size: int
    errors: bool
    named: int
    shared: bool


def check_workbook(data: bytes, *, file: str, most_text: int = TEXT) -> frozenset[str]:
    """Refuse what is no .xlsx, or would eat the machine: InputError. Gives the parts that may hold error cells."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _ole(data, file=file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_kind({name.lower() for name in archive.namelist()}, file=file)
            parts = _check_parts(archive, min(LARGEST, max(PLAIN, PACKED * len(data))), file=file)
            named = [(part.info, part.named) for part in parts if part.named]
            shared = [(part.info, part.size) for part in parts if part.shared]
            check_texts(archive, named, shared, most=most_text, file=file)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise InputError(
            f"is no readable .xlsx file ({error}).", file=file, remedy="Save it again as .xlsx."
        ) from error
    return frozenset(part.info.filename for part in parts if part.errors)


def _ole(data: bytes, *, file: str) -> InputError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return InputError("is protected by a password.", file=file, remedy="Save it without the password.")
    return InputError("is an old .xls workbook under another name.", file=file, remedy="Save it as .xlsx.")


def _check_kind(names: set[str], *, file: str) -> None:
    if "xl/workbook.bin" in names or "content.xml" in names or "mimetype" in names:
        raise InputError("is another kind of workbook under the name .xlsx.", file=file, remedy="Save it as .xlsx.")
    if "[content_types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise InputError("is a zip, but no .xlsx workbook.", file=file, remedy="Save it as .xlsx.")


def _check_parts(archive: zipfile.ZipFile, budget: int, *, file: str) -> list[_Part]:
    """Check every part of the zip; together they may unpack to `budget` bytes."""
    parts = []
    for info in archive.infolist():
        parts.append(_check_part(archive, info, budget, file=file))
        budget -= parts[-1].size
    return parts


def _check_part(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: int, *, file: str) -> _Part:
    size = claimed = named = 0
    odd = far = errors = shared = False
    for window, fresh in pieces_of(archive, info, file=file):
        size += fresh
        if size > budget:
            raise InputError("unpacks to more than a workbook can.", file=file, remedy="Use .csv or .parquet.")
        far = far or bool(FAR.search(window))
        odd = odd or _odd(window, far=far)
        errors = errors or any(each in window for each in ERROR)
        claimed = max(claimed, _claimed(window, file=file))
        named += text_cells(window)
        shared = shared or holds_texts(window)
    if claimed > size:
        raise InputError("claims more texts than it holds.", file=file, remedy="Save it again as .xlsx.")
    if odd or far:
        check_spread((_walked if odd else _found)(archive, info, file=file), file=file)
    return _Part(info, size, errors, named, shared)


def _claimed(window: bytes, *, file: str) -> int:
    """How many texts a part says that it holds; the workbook reader makes room for them unseen."""
    if b"sst" not in window:
        return 0
    claims = [claim[1].strip() for tag in _tags(STRINGS, window, file=file) for claim in CLAIM.finditer(tag[2])]
    return max((int(claim[:12]) if claim.isdigit() else LARGEST for claim in claims), default=0)


def _tags(kind: tuple[re.Pattern[bytes], re.Pattern[bytes]], window: bytes, *, file: str) -> list[re.Match[bytes]]:
    begin, whole = kind
    tags = list(whole.finditer(window))
    if len(tags) != len(begin.findall(window)):
        raise InputError("is a damaged workbook (a tag does not end).", file=file, remedy="Save it again as .xlsx.")
    return tags


def _odd(window: bytes, *, far: bool) -> bool:
    """Whether any cell is not written `<c r="A1"`; where none is far, none of those that are is odd."""
    cells = window.count(b"<c") - sum(map(window.count, NO_CELLS))
    return cells != window.count(b'<c r="') or (far and bool(ODD.search(window))) or bool(PREFIXED.search(window))


def check_spread(spread: tuple[int, int, int], *, file: str) -> None:
    """Refuse a grid that is large and nearly empty, from its filled cells and the last row and column that have any."""
    cells, row, column = spread
    grid = row * column
    if row > LAST_ROW or column > LAST_COLUMN or grid > GREATEST or (grid > GRID and grid > SPARSE * cells):
        raise InputError(
            f"a sheet of {cells} cells spreads over {row} rows and {column} columns.",
            file=file,
            remedy="Delete the far cells, or save the sheet as .csv.",
        )


def _found(archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, file: str) -> tuple[int, int, int]:
    """Filled cells, last row, last column of a sheet where every cell says its place; cells of mere style do not count."""
    cells = last_row = last_column = 0
    for window, _ in pieces_of(archive, info, file=file):
        found = FILLED.findall(window)
        cells += len(found)
        last_row = max(last_row, *map(int, {digits for _, digits in found}), 0)
        last_column = max(last_column, *map(_number, {letters for letters, _ in found}), 0)
    return cells, last_row, last_column


def _walked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, file: str) -> tuple[int, int, int]:
    """The same of any sheet, its cells walked as the reader does."""
    row = column = last_row = last_column = cells = 0
    for window, _ in pieces_of(archive, info, file=file):
        for tag in _tags(CELLS, window, file=file):
            letters, digits = _reference(tag[2], file=file)
            if tag[1] == b"row":
                row, column = (int(digits) if digits else row + 1), 0
                continue
            row, column = (int(digits), _number(letters)) if digits else (row, column + 1)
            if not tag[2].endswith(b"/"):
                cells += 1
                last_row, last_column = max(last_row, row), max(last_column, column)
    return cells, last_row, last_column


def _reference(attributes: bytes, *, file: str) -> tuple[bytes, bytes]:
    """Letters and digits of a tag's `r`, both empty when it has none."""
    values = [each[2] or each[3] or b"" for each in ATTRIBUTE.finditer(attributes) if each[1] == b"r"]
    if not values:
        return b"", b""
    reference = REFERENCE.fullmatch(values[0])
    if reference is None or len(values) > 1:
        raise InputError("is a damaged workbook (a cell's place is unreadable).", file=file, remedy="Save it again.")
    return reference[1], reference[2][:12]


def _number(letters: bytes) -> int:
    """A column's number from its letters, A is 1; more than four letters are beyond any sheet."""
    number = 0
    for letter in letters.upper()[:8]:
        number = number * 26 + letter - 64
    return number


def error_cells(data: bytes, sheet: int, parts: Collection[str], *, file: str) -> tuple[int, str]:
    """How many cells of a sheet (its place in the workbook) hold an error such as `#N/A`, and the first: 6, "B7".

    `parts` are those that `check_workbook` gave for the same bytes.
    """
    count, first = 0, ""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = _part_of(archive, sheet)
        for info in archive.infolist() if parts else ():
            if info.filename not in parts or info.filename.lower() != part:
                continue
            for window, _ in pieces_of(archive, info, file=file):
                for reference in _errors_in(window, file=file):
                    count, first = count + 1, first or reference
    return count, first


def _errors_in(window: bytes, *, file: str) -> Iterator[str]:
    """Where the error cells of a piece stand."""
    if not any(each in window for each in ERROR):
        return
    for tag in _tags(CELLS, window, file=file):
        if tag[1] == b"row" or tag[2].endswith(b"/") or not any(each in tag[2] for each in ERROR):
            continue
        attributes = _attributes(tag[2])
        if attributes.get("t") == "e":
            yield attributes.get("r", "").upper()


def _part_of(archive: zipfile.ZipFile, sheet: int) -> str:
    """The part that holds a sheet, in lower case; empty where the workbook does not say."""
    names = {name.lower(): name for name in archive.namelist()}
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names.keys():
        return ""
    sheets = [_attributes(tag[2]) for tag in SHEET.finditer(archive.read(names["xl/workbook.xml"]))]
    links = [_attributes(tag[2]) for tag in LINK.finditer(archive.read(names["xl/_rels/workbook.xml.rels"]))]
    wanted = {value for name, value in sheets[sheet].items() if name.endswith(":id")} if sheet < len(sheets) else set()
    target = next((link.get("Target", "") for link in links if link.get("Id") in wanted), "").lower()
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _attributes(inside: bytes) -> dict[str, str]:
    pairs = ((each[1], each[2] or each[3] or b"") for each in ATTRIBUTE.finditer(inside))
    return {name.decode("utf-8", "replace"): html.unescape(value.decode("utf-8", "replace")) for name, value in pairs}
