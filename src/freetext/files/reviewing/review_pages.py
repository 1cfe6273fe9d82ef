"""One review sheet as it came back: its rows and marks, and every cell that is not as it must be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from itertools import takewhile

from freetext.errors import CELL, NAME, did_you_mean, named, names_listed, quoted
from freetext.files.labelling.label_cells import TICKED
from freetext.files.labelling.labels import text_hash
from freetext.files.reviewing.review_books import Export, Grid, Part
from freetext.files.reviewing.review_seals import Asked, opened
from freetext.files.reviewing.review_sheets import HIDDEN, TICKS, Role, SheetColumn, cell_text, columns_of
from freetext.files.tabular.cells import text_of
from freetext.guard.handed_on import handed_on
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was read: the answer, its seal and what that keeps, and what the coder marked."""

    key: Key
    seal: str
    asked: Asked
    codeframe: Codeframe
    ticked: frozenset[Role]
    themes: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Survey:
    """The project's side: texts by answer, codeframes by name, the key of its seals, and the wave that the answers are of."""

    answers: Mapping[Key, str]
    codeframes: Mapping[str, Codeframe]
    key: str
    wave: str = ""

    @cached_property
    def _shown(self) -> dict[Key, list[Key]]:
        """Answers by id and question as cells show them."""
        found: dict[Key, list[Key]] = {}
        for key in self.answers:
            found.setdefault(_plain_key(key), []).append(key)
        return found

    def like(self, shown: Key) -> Iterator[Key]:
        """The answers whose id and question cells show so; several only where cells cannot tell them apart."""
        if shown in self.answers:
            yield shown
        yield from self._shown.get(_plain_key(shown), ())

    def find(self, shown: Key, codeframe: str, seal: str) -> tuple[Key, Asked] | None:
        """The answer that a seal was made for, as it is now, and what the seal keeps."""
        for key in self.like(shown):
            row = (codeframe, *key, text_hash(self.key, self.answers[key]))
            if asked := opened(self.key, row, seal):
                return key, asked
        return None


@dataclass(slots=True)
class Page:
    """A review sheet that came back: its rows, and what is wrong with it."""

    part: Part
    columns: tuple[SheetColumn, ...] = ()
    rows: list[Row] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def at(self, row: int, column: int, what: str) -> None:
        """Keep what is wrong with a cell; row and column are counted from 0."""
        self.faults.append(f"{self.cell(row, column)} {what}")

    def cell(self, row: int, column: int) -> str:
        """Name a cell as spreadsheets do: `nhs!F17`."""
        letters, rest = "", column + 1
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{self.part.sheet}!{letters}{row + 1}"


def page_of(part: Part, grids: Mapping[str, Grid], export: Export, survey: Survey) -> Page:
    """Read one review sheet; where its columns are not the exported ones, its rows are left alone."""
    page = Page(part)
    if fault := _frame_fault(part, survey.codeframes) or _sheet_fault(part, grids):
        page.faults.append(fault)
        return page
    grid = grids[part.sheet]
    page.columns = columns_of(survey.codeframes[part.codeframe], part.closed)
    top = len(list(takewhile(_is_blank, grid.rows)))
    width = max((place + 1 for row in grid.rows for place, cell in enumerate(row) if not _is_blank([cell])), default=0)
    head = grid.rows[top][:width] if top < len(grid.rows) else ()
    page.faults += _heading_faults(page, [_plain(text_of(cell)) for cell in head], top)
    if not page.faults:
        _read_rows(page, grid, top + 1, export, survey)
    return page


def _frame_fault(part: Part, codeframes: Mapping[str, Codeframe]) -> str:
    """Say what is wrong with the codeframe that a sheet was exported for."""
    if part.codeframe not in codeframes:
        known = list(codeframes)
        what = f"sheet {part.sheet!r} is of codeframe {part.codeframe!r}, which is not here, codeframes are {names_listed(known) or 'none'}"
        return _hinted(what, part.codeframe, known)
    now = codeframes[part.codeframe].digest
    if now == part.digest:
        return ""
    what = f"sheet {part.sheet!r} was exported for codeframe {part.codeframe!r} as it was ({part.digest}), not as it is"
    return f"{what} ({now}): put the old one back, or export again"


def _sheet_fault(part: Part, grids: Mapping[str, Grid]) -> str:
    if part.sheet in grids:
        return ""
    there = [name for name in grids if name != HIDDEN]
    return _hinted(f"sheet {part.sheet!r} is not there, sheets are {names_listed(there)}", part.sheet, there)


def _heading_faults(page: Page, there: Sequence[str], top: int) -> Iterator[str]:
    """Say which columns were moved, renamed, added or deleted."""
    wanted = [_plain(column.heading) for column in page.columns]
    missing, added, beside = _differences(wanted, there)
    for place in added:
        cell, heading = page.cell(top, place), quoted(there[place], NAME) if there[place] else "without a heading"
        home = next((each for each in missing if wanted[each] == there[place]), None)
        renamed = beside.get(place)
        if home is not None:
            yield f"{cell}: column {heading} was moved, it belongs in {page.cell(top, home)}"
        elif renamed in missing and wanted[renamed] not in there:
            home = renamed
            yield f"{cell} {_says(there[place], NAME)}, should be {quoted(wanted[home], NAME)}"
        else:
            yield _hinted(
                f"{cell}: column {heading} was added, delete it", there[place], [wanted[each] for each in missing]
            )
        missing = [each for each in missing if each != home]
    for place in missing:
        yield f"{page.cell(top, place)}: column {quoted(wanted[place], NAME)} is missing"


def _differences(wanted: Sequence[str], there: Sequence[str]) -> tuple[list[int], list[int], dict[int, int]]:
    """Places of `wanted` that are not there, places that are there and not wanted, and which of the former stood at the latter."""
    missing, added, beside = list[int](), list[int](), dict[int, int]()
    for kind, start, end, first, last in SequenceMatcher(None, wanted, there, autojunk=False).get_opcodes():
        if kind != "equal":
            missing += range(start, end)
            added += range(first, last)
            beside.update(zip(range(first, last), range(start, end), strict=False))
    return missing, added, beside


def _read_rows(page: Page, grid: Grid, start: int, export: Export, survey: Survey) -> None:
    if grid.errors:
        more = f" (and {grid.errors - 1} more cells do)" if grid.errors > 1 else ""
        page.faults.append(f"{page.part.sheet}!{grid.error} shows an error{more}, clear the cell")
    first: dict[Key, int] = {}
    for number, cells in enumerate(grid.rows[start:], start=start):
        row = None if _is_blank(cells) else _row(page, number, [text_of(cell) for cell in cells], export, survey)
        if row and row.key in first:
            page.at(number, 0, f"repeats the answer of row {first[row.key] + 1}, delete one of them")
        elif row:
            first[row.key] = number
            page.rows.append(row)


def _row(page: Page, number: int, texts: Sequence[str], export: Export, survey: Survey) -> Row | None:
    """Read a row; None where something is wrong with it, which the page keeps."""
    faults = len(page.faults)
    frame = survey.codeframes[page.part.codeframe]
    found = _known(page, number, texts, export, survey)
    ticked, themes = _marks(page, number, texts)
    _check_alone(page, number, frozenset(themes), frame, none="none" in ticked)
    if found is None or len(page.faults) > faults:
        return None
    key, asked = found
    note = next(text for text, column in zip(texts, page.columns, strict=False) if column.role == "note")
    return Row(key, _seal(page, texts), asked, frame, ticked, themes, note.strip())


def _seal(page: Page, texts: Sequence[str]) -> str:
    return texts[len(page.columns) - 1].strip()


def _known(page: Page, number: int, texts: Sequence[str], export: Export, survey: Survey) -> tuple[Key, Asked] | None:
    """The answer that a row is about; keeps where its id, question, text or seal is another than was exported."""
    seal, last = _seal(page, texts), len(page.columns) - 1
    shown = export.rows.get(seal)
    if shown is None:
        page.at(
            number, last, f"{_says(seal)}, should be the seal of an exported row: copy the row from the export again"
        )
        return None
    for column, value in enumerate(shown):
        if _plain(texts[column]) != _plain(value):
            page.at(number, column, f"{_says(texts[column], NAME)}, should be {quoted(value, NAME)}")
    found = survey.find(shown, page.part.codeframe, seal)
    key = found[0] if found else next(survey.like(shown), None)
    if key is None:
        page.at(number, 0, f"{_says(shown[0], NAME)}, which is no answer of this survey, delete the row")
    elif differs := _differs(texts[2], survey.answers[key], changed=found is None):
        page.at(number, 2, differs)
    elif found is None:
        page.at(number, last, "is not the seal of this row: it was made for another project")
    return found


def _differs(cell: str, text: str, *, changed: bool) -> str:
    """Say how a cell differs from the survey's text, which `changed` since the export; empty where it does not."""
    there, wanted = _plain(cell), _plain(text)
    if there in (wanted, _plain(handed_on(text))):
        return ""
    since = ": the survey's text has changed since the export, export again" if changed else ""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(there, wanted, strict=False))
    place = len(list(same)) + 1
    return f"{_says(there)}, should be {quoted(wanted)}, they differ from character {place} on{since}"


def _marks(page: Page, number: int, texts: Sequence[str]) -> tuple[frozenset[Role], tuple[str, ...]]:
    """The kinds of columns that are marked, and the themes; keeps what is no mark."""
    ticked, themes = set[Role](), list[str]()
    for place, column in enumerate(page.columns):
        said = texts[place].strip() if column.role in TICKS else ""
        mark = TICKED.get(said.casefold()) if said else False
        if mark is None:
            page.at(number, place, f"{_says(said)}, should be 1 or blank")
        elif mark:
            ticked.add(column.role)
            themes += [column.slug] * bool(column.slug)
    return frozenset(ticked), tuple(themes)


def _check_alone(page: Page, number: int, themes: frozenset[str], frame: Codeframe, *, none: bool) -> None:
    """Keep where "no theme" or a reserved code is marked beside others: it stands alone."""
    reserved = {theme.slug for theme in frame.themes if theme.reserved}
    for place, column in enumerate(page.columns):
        alone = (column.role == "none" and none) or column.slug in themes & reserved
        others = [frame.find(slug).name for slug in frame.slugs if slug in themes - {column.slug}]
        if alone and others:
            what = f"marks {quoted(column.heading, NAME)} beside {named(others[0])}: it stands alone, clear one of them"
            page.at(number, place, what)
        elif frame.single and column.slug in themes and others:
            what = f"marks {quoted(column.heading, NAME)} beside {named(others[0])}: every answer has one theme, clear one of them"
            page.at(number, place, what)
        elif frame.single and none and column.role == "none":
            page.at(number, place, f"marks {quoted(column.heading, NAME)}: every answer has one theme, mark one")


def _says(text: str, most: int = CELL) -> str:
    return f"says {quoted(text, most)}" if text else "is blank"


def _hinted(what: str, name: str, known: Sequence[str]) -> str:
    """Add the name that may be meant, if one is near."""
    hint = did_you_mean(name, known)
    return f"{what} ({hint})" if hint else what


def _is_blank(cells: Sequence[object]) -> bool:
    return all(cell == "" or not text_of(cell).strip() for cell in cells)


def _plain(text: str) -> str:
    """A text as cells are compared: as a cell holds it, white space alike."""
    return " ".join(cell_text(text).split())


def _plain_key(key: Key) -> Key:
    return (_plain(key[0]), _plain(key[1]))
