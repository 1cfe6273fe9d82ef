"""Cells of label columns, of codes or of ticks, to the themes that they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from freetext.errors import (
    SHOWN,
    AmbiguousTheme,
    InputError,
    UnknownTheme,
    UsageError,
    named,
    names_listed,
    quoted,
    rows_listed,
)
from freetext.files.tabular.tables import Table
from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import Codeframe, fold
from freetext.survey.several import TICKS
from freetext.tallies.opens import BLANK, SOURCE_COLUMN, THEMES_COLUMN

TICKED = TICKS
"""What a column of ticks holds besides blanks, in any case."""

ONES = {"1", "1.0"}
"""Ticks that are as often codes: alone they do not tell which."""


WHOLE = re.compile(r"^(\d+)\.0+$")
"""A whole number with decimals that are none."""


NONE = "no theme"
"""What is wrong with a blank cell where the codeframe demands a theme."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What label columns say, whatever the codeframe: the codes of each answer, and whether any of its cells is filled.

    `headings` are the columns that are themes themselves, since they hold ticks; empty where the cells hold codes.
    """

    codes: tuple[Sequence[str], ...]
    filled: tuple[bool, ...]
    headings: tuple[str, ...] = ()


def labels_in(table: Table, labels: Sequence[str], *, codeframe: Codeframe | None = None, texts: int = 1) -> Labels:
    """Read `a;b;c` of slugs, names or numbers from one column, or several columns of codes or of ticks.

    A column that holds only ticks (`TICKED`) and blanks is the theme that its heading names; one with nothing but ones is a column
    of codes where it stands beside such, and so is one of words that are themes of the `codeframe` (yes, no), if its heading is
    none. With several `texts` each has its own label column, of codes. Raises InputError where columns of ticks and of codes are
    mixed.
    """
    if not labels:
        raise UsageError("which column holds the labels? Name it with --labels.")
    doubled = [column for place, column in enumerate(labels) if column in labels[:place]]
    if doubled:
        raise UsageError(f"--labels {doubled[0]} is given twice.")
    columns = [table.texts(column, option="--labels") for column in labels]
    if texts > 1:
        if len(columns) != texts:
            raise UsageError(
                f"{texts} --text columns want as many --labels columns, one each in the same order, not {len(columns)}."
            )
        columns = [list(chain.from_iterable(columns))]
    elif _hold_ticks(table, labels, columns, codeframe):
        return _ticked(labels, columns)
    codes = tuple(_codes(parts) for parts in zip(*columns, strict=True))
    return Labels(codes, tuple(map(bool, codes)))


def _hold_ticks(
    table: Table, labels: Sequence[str], columns: Sequence[Sequence[str]], codeframe: Codeframe | None
) -> bool:
    """Tell columns of ticks from columns of codes; refuses a mixture."""
    said = [{value.strip().casefold() for value in set(column)} - {""} for column in columns]
    codes = [
        place
        for place, values in enumerate(said)
        if not values <= TICKED.keys() or _are_themes(values, labels[place], codeframe)
    ]
    if not codes:
        return any(said)
    ticks = [place for place, values in enumerate(said) if place not in codes and not values <= ONES]
    if not ticks:
        return False
    example = columns[codes[0]]
    filled = [row for row, value in enumerate(example) if value.strip()]
    row = next((row for row in filled if example[row].strip().casefold() not in TICKED), filled[0])
    raise InputError(
        f"--labels mixes columns of ticks (0/1, true/false, yes/no, x): {_quoted(labels, ticks)}; and of codes: "
        f"{_quoted(labels, codes)} (row {table.row(row)} has {quoted(example[row].strip())}).",
        file=table.file,
        remedy="Name columns of one kind, or one column that joins the codes of an answer, `a;b;c`.",
    )


def _are_themes(values: set[str], heading: str, codeframe: Codeframe | None) -> bool:
    """Whether the codeframe has themes that are called so, and none that the heading names."""
    if codeframe is None or not values:
        return False
    called = {fold(key) for theme in codeframe.themes for key in (theme.slug, theme.name)}
    return values <= called and fold(heading) not in called | {str(theme.number) for theme in codeframe.themes}


def _quoted(labels: Sequence[str], places: Sequence[int]) -> str:
    more = f" and {len(places) - SHOWN} more" if len(places) > SHOWN else ""
    return ", ".join(repr(labels[place]) for place in places[:SHOWN]) + more


def _ticked(labels: Sequence[str], columns: Sequence[Sequence[str]]) -> Labels:
    """Turn columns of ticks into codes: the headings of the columns that are ticked."""
    ticks = [[TICKED.get(value.strip().casefold()) for value in column] for column in columns]
    rows = list(zip(*ticks, strict=True))
    codes = tuple([label for label, tick in zip(labels, row, strict=True) if tick] for row in rows)
    return Labels(codes, tuple(any(tick is not None for tick in row) for row in rows), tuple(labels))


def _codes(cells: Sequence[str]) -> list[str]:
    """Split cells of codes; a whole number is itself, however a spreadsheet or pandas wrote it (`2.0`)."""
    return [WHOLE.sub(r"\1", code.strip()) for cell in cells for code in cell.split(";") if code.strip()]


def refuse_machine(table: Table, labels: Sequence[str]) -> None:
    """Raise InputError for a column of ours whose codes are a model's in most rows: it would teach the next model its own mistakes."""
    for column in labels:
        source = column.replace(THEMES_COLUMN, SOURCE_COLUMN, 1)
        if not column.startswith(THEMES_COLUMN) or source not in table.names:
            continue
        said = [cell.strip().casefold() for cell in table.texts(source)]
        decided = [cell for cell in said if cell and cell != BLANK]
        model = sum(cell.endswith("model") or "=model;" in cell for cell in decided)
        if model > len(decided) / 2:
            raise InputError(
                f"a model gave the codes in {model:,} of {len(decided):,} coded rows ({source}): from these nothing can be learnt "
                "but its own mistakes.",
                file=table.file,
                column=column,
                remedy="Name the column of people's labels with --labels, or in a project learn from the coders' logs without it.",
            )


def labels_given(table: Table, labels: Sequence[str], said: Labels, frame: Codeframe) -> BoolArray:
    """Turn labels into bool (answers, themes) of a codeframe; raises InputError for all that it does not have, with their rows.

    So it does for answers with several themes where the codeframe allows one only.
    """
    given = np.zeros((len(said.codes), len(frame)), dtype=np.bool_)
    find = _ThemeFinder(table, frame, labels)
    for heading in said.headings:
        find(heading, None)
    find.refuse()
    for row, codes in enumerate(said.codes):
        for code in codes:
            given[row, find(code, row)] = True
    find.refuse()
    _refuse_rows(table, labels, given.sum(axis=1) > 1, frame, "several themes")
    return given


def refuse_none(table: Table, labels: Sequence[str], given: BoolArray, labelled: BoolArray, frame: Codeframe) -> None:
    """Raise InputError for answers that are `labelled` (answers,) with no theme where the codeframe demands one."""
    _refuse_rows(table, labels, labelled & ~given.any(axis=1), frame, NONE)


def _refuse_rows(table: Table, labels: Sequence[str], wrong: BoolArray, frame: Codeframe, what: str) -> None:
    if not frame.single or not wrong.any():
        return
    rows = list(dict.fromkeys(table.row(place % table.size) for place in np.flatnonzero(wrong).tolist()))
    raise InputError(
        f"{what} in rows {rows_listed(rows)}; codeframe {frame.name!r} wants exactly one an answer (single = true).",
        file=table.file,
        column=", ".join(labels),
        remedy=(
            "Give each its theme; --blank-labels unlabelled takes blank cells for answers that nobody has coded yet."
            if what == NONE
            else "Give each its theme, the one that says most, or leave its cell blank with --blank-labels unlabelled."
        ),
    )


class _ThemeFinder:
    """Finds themes, and keeps the unknown and the ambiguous ones to refuse them together."""

    def __init__(self, table: Table, frame: Codeframe, labels: Sequence[str]) -> None:
        self._table, self._frame, self._column = table, frame, ", ".join(labels)
        self._wrong: dict[str, UnknownTheme | AmbiguousTheme] = {}
        self._rows: dict[str, list[int]] = {}
        self._known: dict[str, int] = {}

    def __call__(self, code: str, place: int | None) -> int:
        """Return a theme's place; `place` is the answer's, None for a heading."""
        row = None if place is None else self._table.row(place % self._table.size)
        if code not in self._known and code not in self._wrong:
            try:
                self._known[code] = self._frame.position[self._frame.find(code).slug]
            except (UnknownTheme, AmbiguousTheme) as error:
                self._wrong[code] = error
            except KeyError:
                raise InputError(
                    f"{quoted(code)} is a net of the codeframe: label with the themes below it.",
                    file=self._table.file,
                    row=row,
                    column=self._column,
                ) from None
        if code in self._wrong:
            rows = self._rows.setdefault(code, [])
            if row is not None and row not in rows[-1:]:
                rows.append(row)
        return self._known.get(code, 0)

    def refuse(self) -> None:
        """Raise for all themes that were not found, if there were any."""
        unknown = [code for code, error in self._wrong.items() if isinstance(error, UnknownTheme)]
        if unknown:
            hint = self._wrong[unknown[0]].remedy if len(unknown) == 1 else ""
            raise self._error(
                f"themes that codeframe {self._frame.name!r} does not have: {self._listed(unknown)}. "
                f"Themes: {names_listed(self._frame.slugs)}.",
                f"{hint} Mend the labels, or add the themes to the codeframe.".strip(),
            )
        if self._wrong:
            raise self._error(
                f"names that several themes of codeframe {self._frame.name!r} have: {self._listed(self._wrong)}.",
                "Write the slugs instead.",
            )

    def _error(self, what: str, remedy: str) -> InputError:
        return InputError(what, file=self._table.file, column=self._column, remedy=remedy)

    def _listed(self, codes: Iterable[str]) -> str:
        each = [self._told(code, self._wrong[code], self._rows[code]) for code in codes]
        return "; ".join(each[:SHOWN]) + (f"; and {len(each) - SHOWN} more" if len(each) > SHOWN else "")

    @staticmethod
    def _told(code: str, error: UnknownTheme | AmbiguousTheme, rows: Sequence[int]) -> str:
        slugs = f" ({' or '.join(map(named, error.slugs))})" if isinstance(error, AmbiguousTheme) else ""
        if not rows:
            return f"{quoted(code)}{slugs}, the heading of a column of ticks"
        return f"{quoted(code)}{slugs} in rows {rows_listed(rows)}"
