"""Agreement between coders: over columns of a file or frame, or over labels."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast, overload

import numpy as np

from freetext.errors import InputError, NegativeAnswer, UsageError, named
from freetext.files.coding.answers import FEW_ANSWERS, MOST_THEMES, TOO_MANY, BlankLabels
from freetext.files.coding.coded import codes_in, frame_of_codes
from freetext.files.labelling.label_cells import WHOLE, Labels, labels_given, labels_in
from freetext.files.tabular.tables import Table, require_rows
from freetext.interfaces.sources import Names, Source, codeframe_from, names_from, table_from
from freetext.survey.answers import BoolArray, is_blank
from freetext.survey.codeframe import Codeframe, codeframe_of
from freetext.survey.coders import Panel, own_decisions, panel_of
from freetext.survey.labels import Label
from freetext.tallies.agreement import agreement_of
from freetext.tallies.agreement_figures import Agreement
from freetext.tallies.bootstrap import DRAWS

TICKED = codeframe_of(["ticked"], name="ticks")
"""The codeframe of columns that hold ticks, one column a coder."""


@overload
def agreement(
    source: Source,
    *,
    labels: Names,
    id: str = ...,
    text: str = ...,
    codeframe: Codeframe | str | Path | None = ...,
    blank_labels: BlankLabels | None = ...,
    draws: int = ...,
    seed: int = ...,
    sheet: str | None = ...,
    encoding: str | None = ...,
    delimiter: str | None = ...,
    dialect: str | None = ...,
) -> Agreement: ...


@overload
def agreement(
    source: Iterable[Label],
    *,
    codeframe: Codeframe | str | Path | None = ...,
    draws: int = ...,
    seed: int = ...,
) -> Agreement: ...


def agreement(
    source: Source | Iterable[Label],
    *,
    labels: Names = (),
    id: str = "",
    text: str = "",
    codeframe: Codeframe | str | Path | None = None,
    blank_labels: BlankLabels | None = None,
    draws: int = DRAWS,
    seed: int = 0,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    dialect: str | None = None,
) -> Agreement:
    """Work out how far two coders or more agree, theme by theme and in whole sets of themes.

    `source` is a file or frame with one column of `a;b;c` for each coder, named by `labels` (or one column of ticks each); `id`
    names the answers, `text` the verbatims: blank answers are left out. `blank_labels` says what a blank cell means, `none`
    (coded with no theme) or `unlabelled` (not coded); where there are blank cells it must be given. Or `source` is labels: then
    each coder's latest own decision on an answer counts, neither rules nor adjudicated ones. Without a `codeframe` (or its path)
    the themes are those found.

    Figures are None where undefined. Intervals are 95 %, from `draws` draws of answers; the same `seed` gives the same ones. The
    order of answers and of coders changes no figure. Raises InputError and UsageError, and NegativeAnswer where no answer was
    coded by two coders.
    """
    frame = codeframe_from(codeframe)
    if isinstance(source, (str, os.PathLike)) or hasattr(source, "iloc"):
        table = table_from(cast("Source", source), sheet=sheet, encoding=encoding, delimiter=delimiter, dialect=dialect)
        panel = columns_panel(table, names_from(labels), id=id, text=text, codeframe=frame, blank=blank_labels)
    else:
        panel = _labels_panel(source, frame)
    if not len(panel.shared):
        raise NegativeAnswer(f"{uncompared(panel)}.")
    return agreement_of(panel, draws=draws, seed=seed)


def _labels_panel(source: Iterable[Label], frame: Codeframe | None) -> Panel:
    labels = list(source)
    if not all(isinstance(label, Label) for label in labels):
        message = "agreement is of labels, or of columns of a file or frame"
        raise TypeError(message)
    decisions = own_decisions(labels)
    found = frame or frame_of_codes([label.themes for label in decisions], "themes") or TICKED
    return panel_of(decisions, found)


def uncompared(panel: Panel) -> str:
    """Say that no answer was coded twice, and how many each coder coded."""
    coded = [f"{coder} {count:,}" for coder, count in zip(panel.coders, panel.said.sum(axis=1).tolist(), strict=True)]
    if not coded:
        return "nobody has coded an answer"
    return f"no answer was coded by two coders ({', '.join(coded)}): there is nothing to compare"


def columns_panel(
    table: Table,
    labels: Sequence[str],
    *,
    id: str = "",
    text: str = "",
    codeframe: Codeframe | None = None,
    blank: BlankLabels | None = None,
    kept: BoolArray | None = None,
) -> Panel:
    """Read one column of labels for each coder; see `agreement`. Answers without an `id` column bear their row numbers.

    Only rows that are `kept` count, bool (n,): None means all.
    """
    require_rows(table)
    if len(labels) < 2:
        raise UsageError("agreement takes two coders or more: name each coder's column with --labels.")
    doubled = [column for place, column in enumerate(labels) if column in labels[:place]]
    if doubled:
        raise UsageError(f"--labels {doubled[0]} is given twice.")
    frame, sides = _sides(table, labels, codeframe)
    filled = np.array([side.filled for side in sides], dtype=np.bool_)
    here = _not_blank(table, text) if kept is None else _not_blank(table, text) & kept
    if blank is None:
        _refuse_blanks(table, labels, filled[:, here])
    given = np.array([_given(table, column, side, frame) for column, side in zip(labels, sides, strict=True)])
    ids = table.texts(id, option="--id") if id else [str(table.row(place)) for place in range(table.size)]
    said = filled if blank == "unlabelled" else np.ones_like(filled)
    return Panel(frame, tuple(labels), tuple((each, "") for each in ids), given, said).take(np.flatnonzero(here))


def _not_blank(table: Table, text: str) -> BoolArray:
    if not text:
        return np.ones(table.size, dtype=np.bool_)
    return np.array([not is_blank(cell) for cell in table.texts(text, option="--text")], dtype=np.bool_)


def _refuse_blanks(table: Table, labels: Sequence[str], filled: BoolArray) -> None:
    """Refuse blank cells that nobody has said the meaning of: taken the wrong way they are disagreements, or hide them."""
    counts = [(column, int((~side).sum())) for column, side in zip(labels, filled, strict=True)]
    if told := [f"{named(column)!r} has {count:,}" for column, count in counts if count]:
        raise UsageError(
            f"{table.file}: blank cells of labels ({', '.join(told)}). Say what they mean: --blank-labels none (coded, and no theme "
            "applies) or --blank-labels unlabelled (not coded)."
        )


def _sides(table: Table, labels: Sequence[str], codeframe: Codeframe | None) -> tuple[Codeframe, list[Labels]]:
    """Read each coder's column, of codes or, if all are, of ticks; and find the codeframe that they speak."""
    ticked = [labels_in(table, [column], codeframe=codeframe) for column in labels]
    if all(side.headings for side in ticked):
        return TICKED, ticked
    sides = [_coded(table.texts(column)) for column in labels]
    return codeframe or _frame_found(table, labels, sides), sides


def _coded(cells: Sequence[str]) -> Labels:
    codes = [[WHOLE.sub(r"\1", code) for code in row] for row in codes_in(cells)]
    return Labels(tuple(codes), tuple(map(bool, codes)))


def _frame_found(table: Table, labels: Sequence[str], sides: Sequence[Labels]) -> Codeframe:
    found = frame_of_codes([codes for side in sides for codes in side.codes], "themes")
    columns = ", ".join(labels)
    if found is None:
        raise InputError("no label cell holds a theme.", file=table.file, column=columns)
    answers = sum(any(row) for row in zip(*(side.filled for side in sides), strict=True))
    if len(found) > MOST_THEMES or (answers >= FEW_ANSWERS and len(found) > answers * TOO_MANY):
        raise InputError(
            f"{len(found):,} different themes in {answers:,} answers: this looks like columns of texts, not of labels.",
            file=table.file,
            column=columns,
            remedy="Name each coder's column of themes with --labels, joined by ';' where an answer has several.",
        )
    return found


def _given(table: Table, column: str, side: Labels, frame: Codeframe) -> BoolArray:
    if frame is TICKED:
        return np.array([[bool(codes)] for codes in side.codes], dtype=np.bool_)
    return labels_given(table, [column], side, frame)
