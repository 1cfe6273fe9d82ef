"""What there is to code: the files of a folder, a pattern or an address, large Parquet files in ranges of row groups."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from freetext.errors import InputError, MissingFile
from freetext.files.disk.addresses import exists, is_address, is_folder, joined, listed, name_of, seen
from freetext.files.disk.folder_walks import MAGIC
from freetext.files.disk.places import explaining
from freetext.files.parts.coded_folders import INSIDE, MANIFEST
from freetext.files.tabular.range_borders import range_borders
from freetext.files.tabular.row_groups import row_groups

ENDINGS = (".parquet", ".csv", ".tsv")
"""What is taken from a folder."""

ALONE = (*ENDINGS, ".txt")
"""What is taken where it is named itself."""

TABLES = (
    *(".xlsx", ".txt", ".xls", ".xlsm", ".xlsb", ".ods", ".sav", ".dta", ".sas7bdat", ".json", ".jsonl", ".ndjson"),
    *(".parq", ".pq", ".feather", ".arrow", ".orc", ".avro", ".gz", ".bz2", ".xz", ".zst", ".zip", ".7z", ".tar"),
)
"""Files of a folder that may well hold answers, and are no parts: they are named."""

RANGE_ROWS = 1_000_000
"""Rows of a range of row groups: a Parquet file of more than half as many again is coded range by range."""

JUST_NOW = 2_000_000_000
"""Nanoseconds for which a file's time of change proves nothing: it can be written twice within the clock's grain."""


@dataclass(frozen=True, slots=True)
class Part:
    """One unit of work: a file, or a range of the row groups of a Parquet file.

    address      where it stands, a path or an address
    size         bytes of the whole file
    fingerprint  changes when the content does
    rows         the first row group and the one behind the last; None for a whole file
    name         its place below the folder that was named, with `/`: what a part is known by
    changed      when it was last changed, nanoseconds; 0 where that is not known
    stem         begins the ids of answers that have no id of their own: the name without its ending, nothing for a file alone
    number, key  what its output is called (see `keys`); 0 and empty before that is settled
    """

    address: str
    size: int
    fingerprint: str
    rows: tuple[int, int] | None = None
    name: str = ""
    changed: int = 0
    stem: str = ""
    number: int = 0
    key: str = ""

    def __str__(self) -> str:
        """Name it to people."""
        return (
            self.address if self.rows is None else f"{self.address} (row groups {self.rows[0]} to {self.rows[1] - 1})"
        )

    @property
    def source(self) -> str:
        """What a part is known by: its name, and the range of its row groups."""
        return self.name if self.rows is None else f"{self.name}[{self.rows[0]}:{self.rows[1]}]"


@dataclass(frozen=True, slots=True)
class Listing:
    """What was found: parts in natural order, and the names of other tables, which are not coded."""

    parts: tuple[Part, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """A file that was looked at before: its size, when it was changed, its fingerprint, and when we looked."""

    size: int
    changed: int
    fingerprint: str
    looked: int

    def still(self, size: int, changed: int) -> bool:
        """Whether a file of this size and time is the same for certain."""
        return (self.size, self.changed) == (size, changed) and changed < self.looked - JUST_NOW


def parts_of(
    source: str | Path, *, out: str = "", range_rows: int = RANGE_ROWS, respondent: str = ""
) -> tuple[Part, ...]:
    """Return the parts of a folder (with all below it), a pattern, a file or an address, in the natural order of names.

    Hidden files, those that begin with `_`, and output folders of ours are no parts. Raises InputError where there is none.
    """
    return ranged(listing_of(source, out=out).parts, range_rows, respondent)


def listing_of(source: str | Path, *, out: str = "", known: Mapping[str, Known] | None = None) -> Listing:
    """Return the files that are coded and what else stands there; those that are `known` and have not changed are not read again."""
    text = str(source)
    named = _named(text, out)
    alone = list(named.values()) == [text]
    taken = sorted((name for name in named if alone or _ending(name) in ENDINGS), key=natural)
    others = tuple(sorted(set(named) - set(taken), key=natural))
    if not taken:
        raise _empty(text, others)
    return Listing(tuple(_part(named[name], name, (known or {}).get(name), alone=alone) for name in taken), others)


def ranged(files: Sequence[Part], range_rows: int = RANGE_ROWS, respondent: str = "") -> tuple[Part, ...]:
    """Cut large Parquet files into ranges of row groups, of about so many rows each.

    Where a column says who answered, only in front of a group that begins with somebody new (see `range_borders`), for a respondent
    in two parts would count twice. A file that is not sorted by it stays whole.
    """
    return tuple(each for part in files for each in _ranges(part, range_rows, respondent))


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sort names as people count: part-2 before part-10."""
    pieces = re.split(r"([0-9]+)", name)
    return tuple((1, int(piece), piece) if piece.isdecimal() and piece.isascii() else (0, 0, piece) for piece in pieces)


def _named(source: str, out: str) -> dict[str, str]:
    """Give the tables there by their names below the folder: name -> address."""
    if is_folder(source):
        root = source
    elif exists(source):
        return _alone(source)
    elif MAGIC.search(source):
        root = _before_magic(source)
    else:
        raise MissingFile(source)
    start = _length(root)
    names = {place[start:].replace("\\", "/").lstrip("/"): place for place in listed(source, deep=True)}
    ours = _output_folders(names, root) | _inside(out, root)
    return {name: place for name, place in names.items() if _taken(name) and not _below(name, ours)}


def _alone(source: str) -> dict[str, str]:
    if _ending(name_of(source)) in ALONE:
        return {name_of(source): source}
    raise InputError(
        f"is coded by itself, into a file; parts of a folder are {', '.join(ENDINGS)}.",
        file=source,
        remedy="Name a file with -o, such as -o coded.xlsx.",
    )


def _before_magic(pattern: str) -> str:
    """The folder in front of a pattern's first wild card."""
    head = pattern[: next(iter(MAGIC.finditer(pattern))).start()]
    cut = max(head.rfind("/"), -1 if is_address(pattern) else head.rfind("\\"))
    return head[: cut + 1] or "."


def _length(root: str) -> int:
    """How many characters of a listed place its folder takes."""
    if is_address(root):
        return len(root.rstrip("/"))
    plain = str(Path(root))
    return 0 if plain == "." else len(plain)


def _output_folders(names: Mapping[str, str], root: str) -> set[str]:
    """Output folders of ours among the folders of the names, the root itself included."""
    folders = {folder for name in names for folder in (_folder(name),)}
    marked = {folder for folder in folders if _beside(folder, MANIFEST) in names}
    inside = {folder for folder in marked if any(name.startswith(_beside(folder, INSIDE) + "/") for name in names)}
    unlisted = {folder for folder in folders - marked if not _listed_whole(names)}
    return inside | {folder for folder in unlisted if _is_ours(joined(root, folder) if folder else root)}


def _listed_whole(names: Mapping[str, str]) -> bool:
    """Whether a listing shows more than tables: that of a pattern may not show what tells an output folder."""
    return any(_ending(name) not in (*ENDINGS, *TABLES) for name in names)


def _is_ours(folder: str) -> bool:
    return exists(joined(folder, MANIFEST)) and is_folder(joined(folder, INSIDE))


def _beside(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _inside(out: str, root: str) -> set[str]:
    """The output folder's name below the root, if it stands there."""
    if not out or is_address(out) != is_address(root):
        return set()
    if is_address(out):
        top = root.rstrip("/") + "/"
        return {out.rstrip("/")[len(top) :]} if out.startswith(top) else set()
    place, base = Path(out).resolve(), Path(root).resolve()
    return {place.relative_to(base).as_posix()} if place != base and place.is_relative_to(base) else set()


def _below(name: str, folders: set[str]) -> bool:
    return any(not folder or name.startswith(f"{folder}/") for folder in folders)


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _taken(name: str) -> bool:
    """Whether a name may be a part: a table, and nothing in its name is hidden, as Spark, Arrow and Dask have it."""
    hidden = any(piece[:1] in ("_", ".", "~") for piece in name.split("/"))
    return not hidden and _ending(name) in (*ENDINGS, *TABLES)


def _empty(source: str, others: Sequence[str]) -> InputError:
    told = f" (not taken: {', '.join(others[:3])})" if others else ""
    return InputError(
        f"holds no part to code: no {', '.join(ENDINGS)}{told}.",
        file=source,
        remedy="Save the answers as Parquet or CSV." if others else "Is it the right folder or pattern?",
    )


def _part(place: str, name: str, known: Known | None, *, alone: bool) -> Part:
    changed, stem = 0, "" if alone else str(PurePosixPath(name).with_suffix(""))
    if not is_address(place):
        with explaining(place) as path:
            stat = path.stat()
        changed = stat.st_mtime_ns
        if known and known.still(stat.st_size, changed):
            return Part(place, stat.st_size, known.fingerprint, name=name, changed=changed, stem=stem)
    found = seen(place)
    return Part(place, found.size, found.fingerprint, name=name, changed=changed, stem=stem)


def _ranges(part: Part, most: int, respondent: str) -> Iterator[Part]:
    """Part a large Parquet file into ranges of row groups."""
    sizes = row_groups(part.address) if _ending(part.name) == ".parquet" and part.size > most else ()
    if len(sizes) < 2 or sum(sizes) <= most * 3 // 2:
        yield part
        return
    borders = range_borders(part.address, respondent) if respondent else range(len(sizes))
    begin, rows = 0, 0
    for group, size in enumerate(sizes):
        if rows and rows + size > most and group in borders:
            yield replace(part, rows=(begin, group))
            begin, rows = group, 0
        rows += size
    yield replace(part, rows=(begin, len(sizes))) if begin else part
