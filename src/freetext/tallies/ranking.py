"""Questions that ask for an order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import fsum

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.codeframe import Theme
from freetext.survey.responses import Banner, Responses
from freetext.tallies.counts import cell, machine_decided, mean_mentions, mentions
from freetext.tallies.splits import Split, split_by
from freetext.tallies.table import BaseKind, CellCount, Row, TallyTable

BORDA = "Borda points, mean"
SAME = 9
"""Scores that agree to this many places are a tie."""


def rank_table(
    responses: Responses,
    *,
    banner: Banner | None = None,
    weights: Sequence[float] | FloatArray | None = None,
    base: BaseKind = "answered",
) -> TallyTable:
    """Tally a ranking: first choices (`count`, `share`), mean rank and Borda score an item, highest score first.

    The score is the mean of k - rank points over those of the base who ranked anything, k being the number of items; an item
    that such a respondent left out gets 0 points from them, and does not enter its own mean rank. Items whose scores are
    equal share a place (`2=`) and stay in the questionnaire's order.
    """
    if responses.ranks is None:
        message = f"{responses.question!r} holds no ranks"
        raise ValueError(message)
    split = split_by(responses, banner=banner, weights=weights, base=base)
    pairs = tuple(zip(split.members, split.columns, strict=True))
    return TallyTable(
        question=responses.question,
        title=responses.title,
        kind=responses.kind,
        banner=banner.name if banner else "",
        base=base,
        columns=split.columns,
        rows=_placed([_row(responses, theme, responses.ranks, split) for theme in responses.codeframe.themes]),
        mentions=tuple(mentions(responses, member) for member in split.members),
        mean_mentions=tuple(mean_mentions(responses, member, column, split.weights) for member, column in pairs),
        notes=(*split.notes, *_note(responses.ranks)),
        score=BORDA,
    )


def _row(responses: Responses, theme: Theme, ranks: FloatArray, split: Split) -> Row:
    place = responses.codeframe.position[theme.slug]
    machine = machine_decided(responses)[:, place]
    cells = tuple(
        _scored(
            cell(
                ranks[:, place] == 1, member, column, split.weights, known=known and not bool((machine & member).any())
            ),
            ranks,
            place,
            member,
            split.weights,
        )
        for member, column, known in zip(split.members, split.columns, split.known, strict=True)
    )
    return Row(theme.slug, theme.name, theme.number, 0, net=False, reserved=theme.reserved, cells=cells)


def _scored(
    first: CellCount, ranks: FloatArray, place: int, member: BoolArray, weights: FloatArray | None
) -> CellCount:
    """Add an item's Borda score and mean rank in one column to its first choices."""
    mine = ranks[:, place]
    some = member & ~np.isnan(ranks).all(axis=1)
    ranked = member & ~np.isnan(mine)
    points = np.where(np.isnan(mine), 0.0, ranks.shape[1] - mine)
    return replace(first, score=_mean(points, some, weights), mean_rank=_mean(mine, ranked, weights))


def _mean(values: FloatArray, member: BoolArray, weights: FloatArray | None) -> float | None:
    """The weighted mean over the members; None where they weigh nothing."""
    inside = values[member]
    heavy = np.ones(len(inside)) if weights is None else weights[member]
    total = fsum(heavy)
    return fsum(inside * heavy) / total if total > 0 else None


def _placed(rows: list[Row]) -> tuple[Row, ...]:
    """Order the rows by the total's score and number them; equal scores share a place."""
    scores = [_key(row) for row in rows]
    ordered = sorted(range(len(rows)), key=lambda place: -scores[place])
    higher = {place: sum(score > scores[place] for score in scores) for place in ordered}
    return tuple(
        replace(rows[place], place=f"{higher[place] + 1}{'=' if scores.count(scores[place]) > 1 else ''}")
        for place in ordered
    )


def _key(row: Row) -> float:
    score = row.cells[0].score
    return -1.0 if score is None else round(score, SAME)


def _note(ranks: FloatArray) -> tuple[str, ...]:
    """Say what the score is, and what happens to items left out where there are any."""
    most = ranks.shape[1] - 1
    rule = f"Score: mean Borda points, {most} for a first choice down to 0 for place {most + 1}."
    missing = np.isnan(ranks)
    partial = bool((missing.any(axis=1) & ~missing.all(axis=1)).any())
    return (rule + (" An item left out by somebody who ranked others gets 0 from them." if partial else ""),)
