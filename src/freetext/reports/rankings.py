"""Rankings in words: who wins, by points and pair by pair, and what is shared."""

from __future__ import annotations

from collections.abc import Sequence

from freetext.reports.figures import size, standing, whole
from freetext.reports.findings import EMPTY_BASES, FEW, NOTHING, TOLD
from freetext.reports.report import Entry, Listing
from freetext.reports.words import headed, listed, named, opened
from freetext.tallies.copeland import Standing, above
from freetext.tallies.rounding import fixed
from freetext.tallies.sums import Sums
from freetext.tallies.table import Row, TallyTable

CROSSED = 12
"""Items whose pairs can still be read as a square."""


def ranking_finding(table: TallyTable) -> str:
    """Say who wins by points, and who follows; ties as ties."""
    if table.columns[0].n == 0:
        return EMPTY_BASES[table.base]
    groups: dict[str, list[Row]] = {}
    for row in table.rows:
        if row.cells[0].score is not None and standing(row.cells[0]) != "hidden":
            groups.setdefault(row.place, []).append(row)
    if not groups:
        return NOTHING
    winners, *others = groups.values()
    points = fixed(winners[0].cells[0].score, 1 if table.profile else 2)
    said = f"{opened(_names(winners))} {_rank(winners)}, with {points} Borda points on average"
    after: list[list[Row]] = []
    for each in others:
        if len(winners) + sum(map(len, after)) < TOLD:
            after.append(each)
    return f"{said}{'; then ' if after else ''}{', then '.join(_names(each) for each in after)}."


def _rank(winners: Sequence[Row]) -> str:
    place = winners[0].place.removesuffix("=") or "1"
    where = "first" if place == "1" else f"in place {place}"
    return (
        f"share the {where} place"
        if len(winners) > 1 and place == "1"
        else f"{'is' if len(winners) == 1 else 'are'} ranked {where}"
    )


def _names(rows: Sequence[Row]) -> str:
    return listed([named(row.name) for row in rows])


def first_choices(table: TallyTable) -> str:
    """Say how many put the most wanted item first; empty where it cannot be told."""
    rows = [row for row in table.rows if standing(row.cells[0]) == "said" and row.cells[0].count]
    column = table.columns[0]
    most = max((size(row.cells[0], column) for row in rows), default=0.0)
    top = [row for row in rows if size(row.cells[0], column) == most]
    if not top or any(standing(row.cells[0]) == "hidden" for row in table.rows):
        return ""
    each = " each" if len(top) > 1 else ""
    return f"Put first most often: {_names(top)}, by {whole(top[0].cells[0], column, table)}{each}."


def pairs_finding(standings: Sequence[Standing]) -> str:
    """Say who wins pair by pair (Copeland), ties as ties."""
    if len(standings) < 2:
        return ""
    best = max(each.score for each in standings)
    top = [each for each in standings if each.score == best]
    names = listed([named(each.name) for each in top])
    if len(top) > 1:
        return f"Pair by pair (Copeland), {names} share the first place."
    (one,) = top
    if one.losses == one.ties == 0:
        return f"Pair by pair (Copeland), {names} is preferred to every other item."
    return f"Pair by pair (Copeland), {names} comes first, without winning every pair."


def column_winners(table: TallyTable) -> str:
    """Say who wins in each column that is large enough; empty where no two can be told."""
    winners: dict[str, list[str]] = {}
    for place, column in enumerate(table.columns):
        scored = [
            row for row in table.rows if row.cells[place].score is not None and standing(row.cells[place]) == "said"
        ]
        if not place or (column.n or 0) < FEW or not scored or len(scored) < len(table.rows):
            continue
        best = max(row.cells[place].score or 0.0 for row in scored)
        top = [row for row in scored if row.cells[place].score == best]
        winners.setdefault(_names(top), []).append(named(column.name))
    if sum(map(len, winners.values())) < 2:
        return ""
    said = [
        f"{names} {'come' if ' and ' in names else 'comes'} first in {listed(columns)}"
        for names, columns in winners.items()
    ]
    return f"By {named(table.banner)}: {listed(said)}."


def pairs_listing(
    sums: Sums, standings: Sequence[Standing], name: str, title: str, *, shares: bool = True
) -> Listing | None:
    """List the items by Copeland's rule, and with `shares` for each pair how many prefer the one in the row; None without standings."""
    if not standings:
        return None
    items = {line.theme.slug: place for place, line in enumerate(sums.lines)}
    crossed = standings if shares and len(standings) <= CROSSED else ()
    head = ("Item", "Place", "Wins", "Losses", "Ties", *(f"above {named(each.name)}" for each in crossed))
    rows = tuple(_line(each, items, above(sums), crossed) for each in standings)
    told = NOTES if crossed else NOTES[:1]
    return Listing(name, headed(title, "pair by pair"), pairs_finding(standings), head, rows, told)


NOTES = (
    "Copeland: an item wins a pair where more respondents, by weight, rank it above the other; an item left out stands below those ranked.",
    "Shares: of those who ranked anything. Both of a pair can add to less than 100 %, where somebody left both out.",
)


def _line(
    one: Standing, items: dict[str, int], shares: Sequence[Sequence[float | None]], crossed: Sequence[Standing]
) -> tuple[Entry, ...]:
    results = (Entry(number, "count") for number in (one.wins, one.losses, one.ties))
    preferred = (Entry(shares[items[one.slug]][items[other.slug]], "percent") for other in crossed)
    return (Entry(named(one.name), "label"), Entry(one.place), *results, *preferred)
