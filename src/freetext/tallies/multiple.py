"""Several codes a respondent: nets over them, and shares of mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import fsum

from freetext.errors import names_listed
from freetext.tallies.bases import EMPTY_KINDS
from freetext.tallies.intervals import ROUNDING
from freetext.tallies.table import CellCount, Row, TallyTable


def held_up(table: TallyTable) -> TallyTable:
    """Let no net be below the largest of its parts, as it can come out where each is estimated by itself; a note names where it was."""
    rows, bitten = list(table.rows), dict[str, list[str]]()
    for place in reversed(range(len(rows))):
        below = parts_of(rows, place)
        if not below:
            continue
        cells = tuple(_raised(cell, cells) for cell, cells in zip(rows[place].cells, _by_column(below), strict=True))
        names = [
            column.name
            for column, old, new in zip(table.columns, rows[place].cells, cells, strict=True)
            if (new.share or 0.0) - (old.share or 0.0) > ROUNDING
        ]
        if names:
            bitten[rows[place].name] = names
        rows[place] = replace(rows[place], cells=cells)
    if not bitten:
        return replace(table, rows=tuple(rows))
    told = "; ".join(f"{net} ({names_listed(names)})" for net, names in reversed(bitten.items()))
    note = f"Estimated below the largest of its parts, and raised to it: {told}."
    return replace(table, rows=tuple(rows), notes=(*table.notes, note))


def parts_of(rows: Sequence[Row], place: int) -> Sequence[Row]:
    """The rows below a net, at any depth: those that follow and stand deeper."""
    end = place + 1
    while end < len(rows) and rows[end].depth > rows[place].depth:
        end += 1
    return rows[place + 1 : end]


def with_mentions(table: TallyTable) -> TallyTable:
    """Add to each code its share of its column's mentions; where an audit corrected shares, it corrects the mean mentions too."""
    mention = [not row.net and row.reserved not in EMPTY_KINDS for row in table.rows]
    said = [cells for cells, counts in zip((row.cells for row in table.rows), mention, strict=True) if counts]
    sums = [fsum(cell.share or 0.0 for cell in cells) for cells in zip(*said, strict=True)] or [0.0] * len(
        table.columns
    )
    rows = tuple(
        replace(row, cells=tuple(map(_of_mentions, row.cells, sums))) if counts else row
        for row, counts in zip(table.rows, mention, strict=True)
    )
    corrected = [any(cell.kind == "audited" for cell in cells) for cells in zip(*said, strict=True)] or [False] * len(
        sums
    )
    means = tuple(
        total if estimated else mean
        for total, estimated, mean in zip(sums, corrected, table.mean_mentions, strict=True)
    )
    return replace(table, rows=rows, mean_mentions=means)


def _by_column(rows: Sequence[Row]) -> list[tuple[CellCount, ...]]:
    return list(zip(*(row.cells for row in rows), strict=True))


def _raised(net: CellCount, parts: Sequence[CellCount]) -> CellCount:
    """Return the cell as it is, or with the share of its largest part and bounds no lower than that part's."""
    largest = max(parts, key=lambda part: -1.0 if part.share is None else part.share)
    if largest.share is None or net.share is None or net.share >= largest.share:
        return net
    return replace(
        net,
        share=largest.share,
        low=None if net.low is None else max(net.low, largest.low or 0.0),
        high=None if net.high is None else max(net.high, largest.high or largest.share),
        coding=_at_least(net.coding, largest.coding, largest.share),
        sampling=_at_least(net.sampling, largest.sampling, largest.share),
    )


def _at_least(
    net: tuple[float, float] | None, part: tuple[float, float] | None, share: float
) -> tuple[float, float] | None:
    if net is None:
        return None
    low, high = part or (0.0, share)
    return (max(net[0], low), max(net[1], high))


def _of_mentions(cell: CellCount, total: float) -> CellCount:
    return cell if cell.share is None or not total else replace(cell, mentions=min(1.0, cell.share / total))
