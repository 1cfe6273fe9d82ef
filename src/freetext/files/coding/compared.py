"""Codes and labels of the same answers, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from freetext.errors import AmbiguousTheme, InputError, NegativeAnswer, UnknownTheme, quoted
from freetext.files.coding.coded import codes_in, frame_of_codes, source_of
from freetext.files.labelling.label_cells import Labels, labels_given, labels_in
from freetext.files.tabular.tables import Table, require_rows
from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import Codeframe, fold


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Codes and labels of the same answers: bool (n, k) each, and which answers are blank."""

    codeframe: Codeframe
    chosen: BoolArray
    truth: BoolArray
    blank: BoolArray

    def take(self, places: BoolArray) -> Compared:
        """These answers alone, bool (n,); raises NegativeAnswer where all of them are blank."""
        if self.blank[places].all():
            raise NegativeAnswer("every answer that is left is blank; there is nothing to compare.")
        return Compared(self.codeframe, self.chosen[places], self.truth[places], self.blank[places])


def compared(table: Table, themes: str, labels: Sequence[str], codeframe: Codeframe | None) -> Compared:
    """Read a column of codes and columns of labels, as training takes them; what the codeframe lacks is refused with its rows.

    Raises NegativeAnswer where every answer is blank.
    """
    require_rows(table)
    blank = _blank_beside(table, themes)
    coded = codes_in(table.texts(themes, option="--themes"))
    truth = labels_in(table, labels, codeframe=codeframe)
    frame = codeframe or frame_of_codes(_all_codes(coded, truth), "themes")
    if frame is None:
        raise InputError(f"neither {themes!r} nor {', '.join(map(repr, labels))} holds a code.", file=table.file)
    chosen = code_matrix(table, themes, coded, frame)
    if codeframe is None:
        _check_shared(table, themes, labels, coded, truth)
    return Compared(frame, chosen, labels_given(table, labels, truth, frame), blank)


def _check_shared(
    table: Table, themes: str, labels: Sequence[str], coded: Sequence[Sequence[str]], truth: Labels
) -> None:
    """Refuse two columns that speak of different themes, such as numbers in one and names in the other: every score would be 0."""
    said = {fold(code) for codes in coded for code in codes}
    true = {fold(code) for codes in (*truth.codes, truth.headings) for code in codes}
    if said and true and said.isdisjoint(true):
        raise InputError(
            f"{themes!r} and {', '.join(map(repr, labels))} have no code in common.",
            file=table.file,
            remedy="--codeframe tells which number, slug and name is which theme.",
        )


def _all_codes(coded: Sequence[Sequence[str]], truth: Labels) -> list[Sequence[str]]:
    """Return the codes of both sides, and the headings that nobody ticked: they are themes as well."""
    both = [*coded, *truth.codes]
    held = {fold(code) for codes in both for code in codes}
    return [*both, [heading for heading in truth.headings if fold(heading) not in held]]


def _blank_beside(table: Table, themes: str) -> BoolArray:
    """Tell the blank answers by the column of sources beside a column of themes; none where there is no such column."""
    source = source_of(themes)
    if source not in table.names:
        return np.zeros(table.size, dtype=np.bool_)
    blank = np.array([cell.strip() == "blank" for cell in table.texts(source)], dtype=np.bool_)
    if blank.all():
        raise NegativeAnswer(f"{table.file}: every answer is blank; there is nothing to compare.")
    return blank


def code_matrix(table: Table, column: str, rows: Sequence[Sequence[str]], frame: Codeframe) -> BoolArray:
    """Turn cells of codes into bool (n, k)."""
    given = np.zeros((len(rows), len(frame)), dtype=np.bool_)
    for place, codes in enumerate(rows):
        for code in codes:
            try:
                slug = frame.find(code).slug
            except UnknownTheme:
                raise UnknownTheme(code, frame.slugs, file=table.file, row=table.row(place), column=column) from None
            except AmbiguousTheme as error:
                raise AmbiguousTheme(code, error.slugs, file=table.file, row=table.row(place), column=column) from None
            if slug not in frame.position:
                raise InputError(f"{quoted(code)} is a net.", file=table.file, row=table.row(place), column=column)
            given[place, frame.position[slug]] = True
    return given
