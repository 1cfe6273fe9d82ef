"""LABELS: a table of what people said of the answers of a random audit, whatever coded the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from freetext.errors import AmbiguousTheme, InputError, UnknownTheme, UsageError, quoted, rows_listed
from freetext.files.coding.coded import codes_in
from freetext.files.labelling.label_cells import TICKED, Labels, labels_given, refuse_none
from freetext.files.tabular.guard import unguarded
from freetext.files.tabular.tables import Table, require_rows
from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import Codeframe, fold

ID, QUESTION, STRATUM, DRAW, TEXT, THEMES, DONE = "id", "question", "stratum", "draw", "text", "themes", "coded"
OURS = (ID, QUESTION, STRATUM, DRAW, TEXT, THEMES, DONE)
"""The columns of LABELS; `id` must be there, and `themes` or 0/1 columns that are called like themes."""

NOTHING = "none"
"""What stands in a cell of themes where somebody has read the answer and no theme applies."""

NO_THEME = frozenset({NOTHING, "-", "\u2013", "\u2014", "no theme"})
"""Other ways to say so; where a theme is called so, that one is meant."""

OTHER_MARKS = (",", "|")
"""What people write between themes instead of a semicolon."""


@dataclass(frozen=True, slots=True, eq=False)
class AuditLabels:
    """The columns of LABELS, one entry a row of its table.

    questions  empty where the table does not say
    strata     of the draw; empty where there is but one
    draws      the answer's number in the order in which its stratum was drawn, from 1; None where the table does not say
    texts      of the answers; None where the table has none
    cells      of themes, `a;b;c`; None where themes are 0/1 columns
    done       whether a person has read the answer; None where no column says so
    """

    table: Table
    ids: Sequence[str]
    questions: Sequence[str]
    strata: Sequence[str]
    draws: Sequence[int] | None = None
    texts: Sequence[str] | None = None
    cells: Sequence[str] | None = None
    done: Sequence[bool] | None = None

    def about(self, names: Iterable[str], *, alone: bool) -> list[int]:
        """Return the rows that are about a question of these names; all where it stands `alone`, and one question at most is spoken of.

        Raises UsageError where nothing says which of several questions is meant.
        """
        spoken = {fold(each) for each in self.questions}
        if alone and len(spoken) <= 1:
            return list(range(len(self.ids)))
        if spoken == {""}:
            raise UsageError(
                f"{self.table.file}: which question are the labels about? Add a column {QUESTION!r}, or name one column of codes "
                "with --themes."
            )
        meant = {fold(name) for name in names if name}
        return [row for row, each in enumerate(self.questions) if fold(each) in meant]

    def codes(self, rows: Iterable[int]) -> list[str]:
        """The codes that these rows hold, each once, as they are spelled first; words for no theme are none.

        Raises InputError, with the row, where a cell says no theme beside a theme, and where a comma or a bar parts its themes.
        """
        found: dict[str, str] = {}
        if self.cells is None:
            return []
        said = {row: codes for row in rows for codes in codes_in((self.cells[row],)) if not _is_nothing(codes)}
        for codes in said.values():
            for code in codes:
                found.setdefault(fold(code), code)
        for row, codes in said.items():
            for code in codes:
                self._refuse_slip(row, code, codes, found)
        return list(found.values())

    def _refuse_slip(self, place: int, code: str, codes: Sequence[str], known: Collection[str]) -> None:
        """Refuse what would become a theme of its own by a slip of the pen: parts of it are themes elsewhere."""
        parted = (
            mark
            for mark in OTHER_MARKS
            if any(fold(part) in known for part in code.split(mark)[1:] and code.split(mark))
        )
        slip = next(parted, "")
        if not slip and fold(code) not in NO_THEME:
            return
        what = f"{quoted(slip)} parts no themes" if slip else f"{quoted(code)} stands beside {len(codes) - 1} more"
        mend = "Part themes by ';'." if slip else "Leave out one or the other: it says that no theme applies."
        raise InputError(
            f"{what}.",
            file=self.table.file,
            row=self.table.row(place),
            column=THEMES,
            remedy=f"{mend} Where a theme is called so, name the codeframe with --codeframe.",
        )

    def said(self, rows: Sequence[int], frame: Codeframe) -> tuple[BoolArray, BoolArray]:
        """What these rows say: the themes, bool (rows, k), and which rows say anything, bool (rows,).

        Raises InputError for themes that the codeframe does not have, with their rows, and for a blank row that may be either of no
        theme or not coded.
        """
        labels = self._ticks(frame) if self.cells is None else self._codes(rows, self.cells, frame)
        given = labels_given(self.table, labels.headings or (THEMES,), labels, frame)
        filled = np.array(labels.filled, dtype=np.bool_)
        if self.done is not None:
            filled |= np.array(self.done, dtype=np.bool_)
        elif self.draws is None:
            self._refuse_blank([row for row in rows if not filled[row]])
        asked = np.zeros(len(filled), dtype=np.bool_)
        asked[list(rows)] = True
        refuse_none(self.table, labels.headings or (THEMES,), given, filled & asked, frame)
        return given[list(rows)], filled[list(rows)]

    def _codes(self, rows: Iterable[int], cells: Sequence[str], frame: Codeframe) -> Labels:
        """Read cells of codes; those of other rows are left out."""
        codes: list[Sequence[str]] = [()] * self.table.size
        filled = [False] * self.table.size
        for row in rows:
            (parts,) = codes_in((cells[row],))
            filled[row] = bool(parts)
            codes[row] = () if _is_nothing(parts) and not _has(frame, parts[0]) else parts
        return Labels(tuple(codes), tuple(filled))

    def _ticks(self, frame: Codeframe) -> Labels:
        """Read the columns that are called like themes, of 0/1 and the like."""
        headings = tuple(name for name in self.table.names if name not in OURS and _has(frame, name))
        if not headings:
            raise InputError(
                f"no column {THEMES!r}, and none that is called like a theme.",
                file=self.table.file,
                remedy=f"Write the themes of an answer into a column {THEMES!r}, a;b;c, or one 0/1 column for each theme.",
            )
        ticks = [self._ticked(heading) for heading in headings]
        rows = list(zip(*ticks, strict=True))
        codes = tuple([name for name, tick in zip(headings, row, strict=True) if tick] for row in rows)
        return Labels(codes, tuple(any(tick is not None for tick in row) for row in rows), headings)

    def _ticked(self, column: str) -> list[bool | None]:
        return [_tick(self.table, column, place, cell) for place, cell in enumerate(self.table.texts(column))]

    def _refuse_blank(self, rows: Sequence[int]) -> None:
        if rows:
            numbers = [self.table.row(row) for row in rows]
            raise InputError(
                f"no theme in row{'s' * (len(rows) > 1)} {rows_listed(numbers)}: nobody can tell whether none applies or nobody has read it.",
                file=self.table.file,
                remedy=f"Write {NOTHING} where no theme applies (or 1 into a column {DONE!r}), and leave out what nobody has read.",
            )


def audit_labels(table: Table, id: str = "") -> AuditLabels:
    """Read LABELS; its ids stand in the column `id`, or in one of the name that they have in the coded file.

    Raises InputError for blank ids, MissingColumn where there are none, and InputError for a number of the draw that is none.
    """
    require_rows(table)
    there = set(table.names)
    name = ID if ID in there or not id else id
    ids = table.texts(name, option="--audit")
    blank = [table.row(place) for place, each in enumerate(ids) if not each.strip()]
    if blank:
        raise InputError(f"no id in rows {rows_listed(blank)}.", file=table.file, column=name)

    def optional(column: str) -> list[str] | None:
        return table.texts(column) if column in there else None

    cells, draws, done, nothing = optional(THEMES), optional(DRAW), optional(DONE), [""] * table.size
    return AuditLabels(
        table,
        ids,
        [each.strip() for each in optional(QUESTION) or nothing],
        [each.strip() for each in optional(STRATUM) or nothing],
        None if draws is None else [_number(table, place, cell) for place, cell in enumerate(draws)],
        optional(TEXT),
        None if cells is None else unguarded(cells),
        None if done is None else [bool(_tick(table, DONE, place, cell)) for place, cell in enumerate(done)],
    )


def _number(table: Table, place: int, cell: str) -> int:
    with suppress(ValueError):
        if int(cell) > 0:
            return int(cell)
    raise InputError(
        f"{quoted(cell)} is no number of a draw: 1, 2, 3 and so on.",
        file=table.file,
        row=table.row(place),
        column=DRAW,
        remedy="Keep the column as `freetext audit draw` wrote it.",
    )


def _tick(table: Table, column: str, place: int, cell: str) -> bool | None:
    """Read a cell of 0/1, true/false, yes/no or x; None where it is blank."""
    said = cell.strip().casefold()
    if not said:
        return None
    if said not in TICKED:
        raise InputError(
            f"{quoted(cell.strip())} is neither 1 nor 0.", file=table.file, row=table.row(place), column=column
        )
    return TICKED[said]


def _is_nothing(codes: Collection[str]) -> bool:
    return len(codes) == 1 and fold(next(iter(codes))) in NO_THEME


def _has(frame: Codeframe, name: str) -> bool:
    """Whether a theme that can be coded is called so."""
    try:
        return frame.find(name).slug in frame.position
    except UnknownTheme:
        return False
    except AmbiguousTheme:
        return True
