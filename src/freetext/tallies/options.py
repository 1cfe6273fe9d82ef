"""Columns of text -> responses to a closed question, of one answer or of several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from freetext.errors import NAME, InputError, NegativeAnswer, quoted
from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import Codeframe, Theme, codeframe_of, fold, slugify
from freetext.survey.codings import Source
from freetext.survey.responses import Kind, Responses
from freetext.survey.several import Nets, Reserved, parts_of, stated_options, ticked
from freetext.tallies.bases import FIRST_ROW

MOST = 500
"""Distinct values beyond which a column is no closed question."""


def closed_responses(
    name: str,
    values: Sequence[str],
    *,
    options: Sequence[str] = (),
    nets: Nets = (),
    reserved: Reserved = (),
    title: str = "",
    file: object = None,
) -> Responses:
    """Read a closed question: one option a respondent, blank for no answer.

    Rows come in the order of `options`, then those that only `nets` and `reserved` name, then the values found, in order of
    first appearance. A value is a stated option when they differ only in case and spaces. Raises InputError for a column with
    more than 500 values, NegativeAnswer where nobody said anything and no option is stated.
    """
    cells = [[value.strip()] if value.strip() else [] for value in values]
    stated = stated_options(options, nets, reserved)
    return _responses(cells, stated, name=name, kind="closed", nets=nets, reserved=reserved, title=title, file=file)


def multi_responses(
    name: str,
    values: Sequence[str],
    separator: str = ";",
    *,
    options: Sequence[str] = (),
    nets: Nets = (),
    reserved: Reserved = (),
    title: str = "",
    file: object = None,
) -> Responses:
    """Read a question of several answers from one column, joined by `separator`; otherwise as `closed_responses`.

    A stated option that holds the separator itself is read whole.
    """
    stated = stated_options(options, nets, reserved)
    found = {value: parts_of(value, separator, stated) for value in set(values)}
    cells = [found[value] for value in values]
    return _responses(cells, stated, name=name, kind="multi", nets=nets, reserved=reserved, title=title, file=file)


def multi_columns_responses(
    name: str,
    columns: Mapping[str, Sequence[str]],
    *,
    nets: Nets = (),
    reserved: Reserved = (),
    title: str = "",
    first_row: int = FIRST_ROW,
    file: object = None,
) -> Responses:
    """Read a question of several answers from one column an option, in the order of the columns.

    Cells hold 0 or 1 (or other TICKS), or the option's own words, or nothing. A respondent whose cells are all blank did not
    answer; one with a 0 anywhere did. Raises InputError for another value.
    """
    frame = option_frame(
        name, stated_options(tuple(columns), nets, reserved), nets=nets, reserved=reserved, title=title
    )
    n = max((len(values) for values in columns.values()), default=0)
    given, answered = np.zeros((n, len(frame)), dtype=np.bool_), np.zeros(n, dtype=np.bool_)
    for place, (option, values) in enumerate(columns.items()):
        for respondent, value in enumerate(values):
            tick = _tick(value, respondent + first_row, option, file)
            answered[respondent] |= tick is not None
            given[respondent, place] = bool(tick)
    return respondents_said(frame, given, answered, name=name, kind="multi", title=title)


def _tick(value: str, row: int, column: str, file: object) -> bool | None:
    """Read one cell of an option's column; None for a blank."""
    try:
        return ticked(value, column)
    except ValueError:
        what = f"{quoted(value)} is neither 0 nor 1, nor the option's name."
        raise InputError(what, file=file, row=row, column=column) from None


def option_frame(
    name: str, options: Sequence[str], *, nets: Nets = (), reserved: Reserved = (), title: str = ""
) -> Codeframe:
    """Make the codeframe of a closed question: its options in order, their nets and reserved kinds."""
    parents = {fold(option): net for net, below in nets for option in below}
    kinds = {fold(option): kind for option, kind in reserved}
    whole = codeframe_of([*options, *(net for net, _ in nets)], name=f"options-{slugify(name)}")
    bare = whole.themes
    slugs = {net: theme.slug for (net, _), theme in zip(nets, bare[len(options) :], strict=True)}
    themes = tuple(
        Theme(
            theme.slug,
            theme.number,
            theme.name,
            net=slugs.get(parents.get(fold(theme.name), ""), ""),
            reserved=kinds.get(fold(theme.name), ""),
        )
        for theme in bare[: len(options)]
    )
    return Codeframe(whole.name, themes, bare[len(options) :], title=title)


def respondents_said(
    frame: Codeframe, given: BoolArray, answered: BoolArray, *, name: str, kind: Kind, title: str
) -> Responses:
    """Make responses of what respondents ticked themselves; everybody was asked."""
    source = np.full(given.shape, Source.CLOSED, dtype=np.uint8)
    return Responses(name, kind, frame, given, source, np.ones(len(given), dtype=np.bool_), answered, title)


def _responses(
    cells: Sequence[Sequence[str]],
    stated: Sequence[str],
    *,
    name: str,
    kind: Kind,
    nets: Nets,
    reserved: Reserved,
    title: str,
    file: object,
) -> Responses:
    by_fold = {fold(option): option for option in stated}
    said = [[by_fold.get(fold(value), value) for value in cell] for cell in cells]
    options = list(dict.fromkeys([*stated, *(value for cell in said for value in cell)]))
    _check_number(options, stated, name, file)
    places = {option: place for place, option in enumerate(options)}
    given = np.zeros((len(cells), len(options)), dtype=np.bool_)
    for respondent, cell in enumerate(said):
        given[respondent, [places[value] for value in cell]] = True
    answered = np.asarray(given.any(axis=1), dtype=np.bool_)
    frame = option_frame(name, options, nets=nets, reserved=reserved, title=title)
    return respondents_said(frame, given, answered, name=name, kind=kind, title=title)


def _check_number(options: Sequence[str], stated: Iterable[str], name: str, file: object) -> None:
    found = len(options) - len(list(stated))
    if found > MOST:
        raise InputError(
            f"{found} different values are too many for a closed question (at most {MOST}).",
            file=file,
            column=name,
            remedy="Is it an open one? Then code it first.",
        )
    if not options:
        raise NegativeAnswer(f"{quoted(name, NAME)}: every answer is blank, so there is nothing to tally.")
