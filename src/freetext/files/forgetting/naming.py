"""Files that name a person by their id or as a respondent: tables by their headings, lines of JSON by their keys, cases of QDA projects."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from freetext.errors import InputError, rows_listed
from freetext.files.disk.places import READ_ENDINGS, TRIPLE_S
from freetext.files.forgetting.readings import MOST
from freetext.files.tabular.dialects import PLAIN
from freetext.files.tabular.guard import unguarded
from freetext.files.tabular.tables import Table, read_table

LINES = (".jsonl", ".ndjson")
QDA = ".qdpx"
CASE = re.compile(r'<(?:Case|PlainTextSelection|TextSource)\b[^<>]*?\bname="([^"<>]*)"')
LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person is called under which heading; headings as bare small letters, for exports spell them otherwise."""

    under: Mapping[str, Collection[str]]

    @property
    def names(self) -> set[str]:
        """All that they are called."""
        return {name for names in self.under.values() for name in names}


def wanted_of(ids: Collection[str], people: Collection[str], *, id: str, respondent: str) -> Wanted:
    """Say what to look for: `ids` under the survey's column of ids and under "id", `people` under that of respondents."""
    under: dict[str, set[str]] = {}
    for heading, names in ((id, ids), ("id", ids), (respondent, people)):
        if heading and names:
            under.setdefault(bare(heading), set()).update(names)
    return Wanted(under)


def bare(heading: str) -> str:
    """Write a heading as small letters and digits."""
    return LETTERS.sub("", heading.casefold())


def named_in(path: Path, wanted: Wanted, encoding: str = "") -> str:
    """Say where a file names the person, empty where it does not; raises one of BROKEN for a file that cannot be read."""
    ending = path.suffix.lower()
    if not wanted.under or path.stat().st_size > MOST:
        return ""
    if ending in LINES:
        return _rows("line", list(_of_lines(path, wanted)))
    if ending == QDA:
        return "as a case" if wanted.names & set(_of_project(path)) else ""
    if ending in READ_ENDINGS and ending not in TRIPLE_S:
        return _rows("row", list(_of_table(_table(path, encoding), wanted)))
    return ""


def _rows(what: str, numbers: Sequence[int]) -> str:
    return f"in {what} {rows_listed(numbers)}" if numbers else ""


def _table(path: Path, encoding: str) -> Table:
    """Read a table; a text that is no table names nobody by a heading."""
    try:
        return read_table(path, fallback=lambda: encoding or "cp1252", dialect=PLAIN)
    except InputError:
        if path.suffix.lower() == ".txt":
            return Table(str(path), (), (), 0)
        raise


def _of_table(table: Table, wanted: Wanted) -> Iterator[int]:
    places: set[int] = set()
    for column, heading in enumerate(table.names):
        if names := wanted.under.get(bare(heading)):
            cells = table.texts_at(column)
            both = enumerate(zip(cells, unguarded(cells), strict=True))
            places |= {place for place, forms in both if any(form.strip() in names for form in forms)}
    yield from (table.row(place) for place in sorted(places))


def _of_lines(path: Path, wanted: Wanted) -> Iterator[int]:
    with path.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if any(_is_named(key, value, wanted) for key, value in _values(line)):
                yield number


def _values(line: str) -> Iterator[tuple[str, object]]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return
    if isinstance(found, dict):
        yield from found.items()


def _is_named(key: str, value: object, wanted: Wanted) -> bool:
    return isinstance(value, (str, int)) and str(value).strip() in wanted.under.get(bare(key), ())


def _of_project(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if info.filename.lower().endswith(".qde") and info.file_size <= MOST:
                yield from (
                    unescape(each).strip() for each in CASE.findall(archive.read(info).decode("utf-8", "replace"))
                )
