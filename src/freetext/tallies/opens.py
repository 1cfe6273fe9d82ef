"""Coded columns -> responses to an open question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from freetext.errors import AmbiguousTheme, InputError, UnknownTheme, names_listed, quoted
from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.codings import Source
from freetext.survey.responses import Responses
from freetext.tallies.bases import FIRST_ROW

SOURCES = {"model": Source.MODEL, "rule": Source.RULE, "human": Source.HUMAN}
BLANK = "blank"
SOURCE_COLUMN = "freetext_source"
THEMES_COLUMN = "freetext_themes"

CodedBy = Literal["", "people", "machine"]
"""Who coded, as somebody says of a file that does not say it itself; empty where nobody does."""

CODED_BY: tuple[CodedBy, ...] = ("", "people", "machine")

NO_SOURCE = (
    "The file does not say who coded the answers, so they are taken for a machine's: --coded-by people says otherwise, "
    "`freetext audit draw` measures them."
)
LABELS_ALONE = "Only the audit's labels have these themes, no code does: "
"""Begins the note that names them; a disclosure profile leaves it out, for it tells that somebody has them."""

COLD = (
    "Coded without labels (no labels yet): the number of codes of each theme is set by construction, not found. It is no result, "
    "and neither are differences of it; label 32 to 64 answers, train, and code again."
)
"""Told of codes by the words of a codeframe alone, of which every theme gets about as many."""

BY_PEOPLE = "The file does not say who coded the answers; they are taken for people's, as was asked for."


def open_responses(
    name: str,
    codeframe: Codeframe,
    chosen: Sequence[Sequence[str]],
    sources: Sequence[str] | None = None,
    *,
    coded_by: CodedBy = "",
    blank: Sequence[bool] | BoolArray | None = None,
    title: str = "",
    themes_column: str = THEMES_COLUMN,
    source_column: str = SOURCE_COLUMN,
    first_row: int = FIRST_ROW,
    file: object = None,
) -> Responses:
    """Take one open question as it was coded: themes a respondent (slugs, names or numbers), and who decided on them.

    `sources` holds the cells of `freetext_source` (see `deciders`); without them every decision is that of whoever `coded_by`
    names, a machine's where nobody says, and a note tells what was taken for granted. `blank` marks answers that hold nothing;
    `blank` in the source does so too. Raises UnknownTheme or InputError with row and column.
    """
    n, k = len(chosen), len(codeframe)
    empty = np.zeros(n, dtype=np.bool_) if blank is None else np.array(blank, dtype=np.bool_)
    given = np.zeros((n, k), dtype=np.bool_)
    source = np.full((n, k), Source.HUMAN if coded_by == "people" else Source.MODEL, dtype=np.uint8)
    seen: dict[str, NDArray[np.uint8]] = {}
    for place, cell in enumerate(sources or ()):
        said = cell.strip()
        empty[place] |= said.casefold() == BLANK
        if said not in seen:
            seen[said] = deciders(codeframe, said, row=place + first_row, column=source_column, file=file)
        source[place] = seen[said]
    known: dict[str, int] = {}
    for place, slugs in enumerate(chosen):
        for slug in slugs:
            if slug not in known:
                known[slug] = _place(codeframe, slug, place + first_row, themes_column, file)
            given[place, known[slug]] = True
    _check_blank(empty, given, first_row, themes_column, file)
    notes = () if sources is not None else _untold(coded_by)
    asked = np.ones(n, dtype=np.bool_)
    return Responses(name, "open", codeframe, given, source, asked, ~empty, title, notes=notes)


def _untold(coded_by: CodedBy) -> tuple[str, ...]:
    """Say what is taken for granted where a file does not say who coded; a machine that somebody named needs no word."""
    return {"": (NO_SOURCE,), "people": (BY_PEOPLE,), "machine": ()}[coded_by]


def deciders(
    codeframe: Codeframe, cell: str, *, row: int | None = None, column: str = SOURCE_COLUMN, file: object = None
) -> NDArray[np.uint8]:
    """Read one cell of `freetext_source`: who decided on each theme, uint8 (k,) of `Source`.

    `theme=model|rule|human`, joined by `;`, names the themes that apply; a bare `model` or `human` says who decided that none
    (or none other) does. The themes not named are the model's, unless people decided on everything that is named. `blank`
    needs no decision; an empty cell says nothing, so its themes count as the model's.
    """
    parts = [part.strip() for part in cell.split(";") if part.strip()]
    if [part.casefold() for part in parts] == [BLANK]:
        return np.full(len(codeframe), Source.HUMAN, dtype=np.uint8)
    named = [_decision(part, row, column, file) for part in parts]
    said = {who for _, who in named}
    bare = {who for theme, who in named if not theme}
    people = bool(said) and Source.MODEL not in said and (Source.HUMAN in bare or said == {Source.HUMAN})
    decided = np.full(len(codeframe), Source.HUMAN if people else Source.MODEL, dtype=np.uint8)
    for theme, who in named:
        if theme:
            decided[_place(codeframe, theme, row, column, file)] = who
    return decided


def _decision(part: str, row: int | None, column: str, file: object) -> tuple[str, Source]:
    """Read `theme=who`, or a bare `who`."""
    theme, _, who = part.rpartition("=")
    if who.strip().casefold() not in SOURCES:
        raise InputError(
            f"{quoted(part)} does not say who decided: theme=model, theme=rule or theme=human, joined by ';'.",
            file=file,
            row=row,
            column=column,
        )
    return theme.strip(), SOURCES[who.strip().casefold()]


def _place(codeframe: Codeframe, theme: str, row: int | None, column: str, file: object) -> int:
    """A theme's place; a net is refused, for it is counted and never coded."""
    try:
        slug = codeframe.find(theme).slug
    except UnknownTheme:
        raise UnknownTheme(theme, codeframe.slugs, file=file, row=row, column=column) from None
    except AmbiguousTheme as error:
        raise AmbiguousTheme(theme, error.slugs, file=file, row=row, column=column) from None
    if slug not in codeframe.position:
        below = names_listed([child.slug for child in codeframe.children(slug)])
        raise InputError(f"{quoted(theme)} is a net; code one of {below}.", file=file, row=row, column=column)
    return codeframe.position[slug]


def _check_blank(empty: BoolArray, given: BoolArray, first_row: int, column: str, file: object) -> None:
    wrong = np.flatnonzero(empty & given.any(axis=1))
    if len(wrong):
        raise InputError(
            "the answer is blank, and yet it has a theme.", file=file, row=int(wrong[0]) + first_row, column=column
        )
