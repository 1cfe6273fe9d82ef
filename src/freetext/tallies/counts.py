"""One cell and one column at a time: from sums to what a table prints."""

from __future__ import annotations

from dataclasses import replace

from freetext.errors import NAME, InputError, quoted
from freetext.survey.codings import Source
from freetext.tallies.bases import measured
from freetext.tallies.intervals import wilson
from freetext.tallies.prevalence import estimate, too_small
from freetext.tallies.strata import CellSums
from freetext.tallies.sums import SCALE, Sums
from freetext.tallies.table import CellCount, Column

SMALL, VERY_SMALL = 50, 30
"""Bases under which a percentage is flagged."""


def column_of(sums: Sums, place: int) -> Column:
    """Measure the base of one column."""
    base = measured(*(each[place, place] for each in (sums.shared_n, sums.shared_w, sums.shared_w2)))
    return Column(sums.columns[place], base.n, base.weighted, base.effective, decided=int(sums.decided[place]))


def flag_of(column: Column) -> str:
    """Flag a base that is too small for a percentage to say much: in respondents, or in what their weights leave of them."""
    size = min(column.n or 0, column.effective or 0.0)
    if size < VERY_SMALL:
        return "very small base"
    return "small base" if size < SMALL else ""


def population_of(sums: Sums, place: int, population: int | None) -> int | None:
    """How many a column stands for: its own population is not known, so it gets the total's share of respondents.

    Raises InputError for a population that is smaller than the total's base.
    """
    total, own = int(sums.shared_n[0, 0]), int(sums.shared_n[place, place])
    if population is None or total == 0:
        return population
    if population < total:
        drawn = f"the {total:,} respondents of {quoted(sums.question, NAME)} that are drawn from it"
        told = f"a population of {population:,} is smaller than {drawn}."
        raise InputError(told, remedy="Give the number of all who could have answered with --population.")
    return -(-own * population // total)


def cell_of(sums: Sums, row: int, place: int, column: Column, population: int | None) -> CellCount:
    """Count one line in one column, which stands for `population` respondents, and say what is known of its share."""
    weight, base = sums.given_w[row, place], sums.shared_w[place, place]
    bare = CellCount(int(sums.given_n[row, place]), weight / SCALE, None, flag=flag_of(column))
    if base == 0:
        return bare
    raw = replace(bare, share=weight / base, raw=weight / base, kind="not audited")
    known = sums.cells.get((row, place))
    if any(sums.unsure[place : place + 1]):
        return raw if known is None else replace(raw, audited=_seen(known))
    if known is None or not sums.sources[row, place, : Source.HUMAN].any():
        return _exact(raw, column, population)
    if known.strata and not _seen(sums.cells.get((row, 0), known)):
        return raw
    if too_small(known):
        return replace(raw, kind="audit too small", audited=_seen(known))
    return _estimated(raw, known, population)


def unreached(sums: Sums) -> int:
    """How many of the total base an audit cannot speak for, since it was drawn without them; 0 where there was none."""
    return max(
        (
            sum(stratum.n for stratum in cell.strata if stratum.pi == 0)
            for (_, place), cell in sums.cells.items()
            if place == 0 and _seen(cell)
        ),
        default=0,
    )


def _exact(raw: CellCount, column: Column, population: int | None) -> CellCount:
    """People or respondents decided everything: only sampling is uncertain, Wilson's interval of the effective base."""
    share, n, effective = raw.share or 0.0, column.n or 0, column.effective or 0.0
    if population is not None and n >= population:
        low, high = share, share
    else:
        low, high = wilson(share, effective if population is None else effective / (1 - n / population))
    sampling, coding = (low, high), (share, share)
    return replace(raw, low=low, high=high, kind="wilson", audited=n, sampling=sampling, coding=coding)


def _estimated(raw: CellCount, known: CellSums, population: int | None) -> CellCount:
    """A machine decided some codes, and people tell how well: all of them were read, or a random audit."""
    found = estimate(known, population=population)
    if found is None:
        return raw
    low, high = found.total
    return replace(
        raw,
        share=found.share,
        low=low,
        high=high,
        kind="audited",
        audited=known.known.n + _seen(known),
        coding=found.coding,
        sampling=found.sampling,
    )


def _seen(cell: CellSums) -> int:
    """How many of the rest were read in the random audit."""
    return sum(stratum.audited for stratum in cell.strata)
