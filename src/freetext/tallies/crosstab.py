"""One question by the columns of a banner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.codeframe import Theme
from freetext.survey.responses import Banner, Responses
from freetext.tallies.counts import any_of, cell, machine_decided, mean_mentions, mentions, places_of
from freetext.tallies.ranking import rank_table
from freetext.tallies.splits import Split, split_by
from freetext.tallies.table import BaseKind, CellCount, Row, TallyTable


def tally(
    responses: Responses,
    *,
    banner: Banner | None = None,
    weights: Sequence[float] | FloatArray | None = None,
    base: BaseKind = "answered",
) -> TallyTable:
    """Tally one question: for each theme and column who gave it, the share of the base, and what is known of it.

    Rows stand in the codeframe's print order; a respondent counts once in a net. `weights` is one number a respondent.
    An interval is Wilson's on the effective base where people or the respondents themselves decided every code of the cell.
    Rankings are passed on to `rank_table`. Raises InputError for a weight that is none, naming its row.
    """
    if responses.ranks is not None:
        return rank_table(responses, banner=banner, weights=weights, base=base)
    split = split_by(responses, banner=banner, weights=weights, base=base)
    pairs = tuple(zip(split.members, split.columns, strict=True))
    return TallyTable(
        question=responses.question,
        title=responses.title,
        kind=responses.kind,
        banner=banner.name if banner else "",
        base=base,
        columns=split.columns,
        rows=tuple(_rows(responses, split)),
        mentions=tuple(mentions(responses, member) for member in split.members),
        mean_mentions=tuple(mean_mentions(responses, member, column, split.weights) for member, column in pairs),
        notes=split.notes,
    )


def _rows(responses: Responses, split: Split) -> Iterator[Row]:
    nets = {net.slug for net in responses.codeframe.nets}
    machine = machine_decided(responses)
    for theme, depth in responses.codeframe.lines():
        places = places_of(responses.codeframe, theme.slug)
        cells = _cells(any_of(responses.given, places), any_of(machine, places), split)
        yield _row(theme, depth, cells, net=theme.slug in nets)


def _row(theme: Theme, depth: int, cells: tuple[CellCount, ...], *, net: bool) -> Row:
    return Row(theme.slug, theme.name, theme.number, depth, net, theme.reserved, cells)


def _cells(given: BoolArray, machine: BoolArray, split: Split) -> tuple[CellCount, ...]:
    return tuple(
        cell(given, member, column, split.weights, known=known and not bool((machine & member).any()))
        for member, column, known in zip(split.members, split.columns, split.known, strict=True)
    )
