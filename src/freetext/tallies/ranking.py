"""Questions that ask for an order."""

from __future__ import annotations

from dataclasses import replace

from freetext.tallies.conventions import Conventions
from freetext.tallies.exact import Whole
from freetext.tallies.places import places
from freetext.tallies.sums import Sums
from freetext.tallies.table import Row, TallyTable
from freetext.tallies.tabled import bare_table

BORDA = "Borda points, mean"
POINTS, RANKS, RANKED, SOME = range(4)
"""What `Sums.ranked` holds, in its order."""


def rank_table(sums: Sums, conventions: Conventions) -> TallyTable:
    """Lay out a ranking: first choices (`count`, `share`), mean rank and Borda score an item, highest score first.

    The score is the mean of k - rank points over those of the base who ranked anything, k being the number of items; an item
    that such a respondent left out gets 0 points from them, and does not enter its own mean rank. Items whose scores are
    equal share a place (`2=`) and stay in the questionnaire's order.
    """
    if sums.ranked is None:
        message = f"{sums.question!r} holds no ranks"
        raise ValueError(message)
    table = bare_table(sums, conventions)
    scored = [_scored(row, each) for row, each in zip(table.rows, sums.ranked, strict=True)]
    points: list[int] = sums.ranked[:, 0, POINTS].tolist()
    found = places([-each for each in points])
    order = sorted(range(len(scored)), key=lambda place: -points[place])
    rows = tuple(replace(scored[place], place=found[place]) for place in order)
    return replace(table, rows=rows, notes=(*table.notes, _note(sums.ranked)), score=BORDA)


def _scored(row: Row, ranked: Whole) -> Row:
    """Add an item's Borda score and mean rank to its first choices, (c, 4) sums."""
    cells = (
        replace(cell, score=_mean(each[POINTS], each[SOME]), mean_rank=_mean(each[RANKS], each[RANKED]))
        for cell, each in zip(row.cells, ranked.tolist(), strict=True)
    )
    return replace(row, cells=tuple(cells))


def _mean(total: int, weight: int) -> float | None:
    """The weighted mean; None where nobody weighs anything."""
    return total / weight if weight else None


def _note(ranked: Whole) -> str:
    """Say what the score is, and what happens to items left out where there are any."""
    most = len(ranked) - 1
    rule = f"Score: mean Borda points, {most} for a first choice down to 0 for place {most + 1}."
    partial = (ranked[:, 0, RANKED] < ranked[:, 0, SOME]).any()
    return rule + (" An item left out by somebody who ranked others gets 0 from them." if partial else "")
