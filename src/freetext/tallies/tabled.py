"""Sums as a table: bases, cells and notes, before anything is tested, ordered or hidden."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from freetext.errors import names_listed
from freetext.tallies.conventions import Conventions
from freetext.tallies.counts import cell_of, column_of, population_of, unreached
from freetext.tallies.sums import Sums
from freetext.tallies.table import Column, Row, TallyTable

UNEVEN = 10
"""The design effect, respondents over the effective base, from which weights are called extreme."""

UNSURE = (
    "The base itself rests on machine codes (none, don't know or uncodable), which an audit of single themes cannot correct: "
    "--base answered has intervals where people audited."
)


def bare_table(sums: Sums, conventions: Conventions) -> TallyTable:
    """Lay out the lines of the codeframe by the columns of the banner."""
    columns = tuple(column_of(sums, place) for place in range(len(sums.columns)))
    bases = sums.shared_w.diagonal().tolist()
    return TallyTable(
        question=sums.question,
        title=sums.title,
        kind=sums.kind,
        banner=sums.banner,
        base=sums.base,
        columns=columns,
        rows=tuple(_rows(sums, columns, conventions.population)),
        mentions=tuple(sums.mentions_n.tolist()),
        mean_mentions=tuple(
            heavy / base if base else None for heavy, base in zip(sums.mentions_w.tolist(), bases, strict=True)
        ),
        told=sums.told,
        single=_single(sums),
        notes=(*sums.notes, *_cautions(sums, columns), *_population(sums, conventions.population)),
    )


def _single(sums: Sums) -> bool:
    """Whether the codeframe wants one theme an answer, and no respondent with several answers has two."""
    themes = [place for place, line in enumerate(sums.lines) if not line.net]
    both = sums.both_n[np.ix_(themes, themes)]
    return sums.kind == "open" and sums.codeframe.single and int(both.sum()) == int(both.trace())


def _rows(sums: Sums, columns: tuple[Column, ...], population: int | None) -> Iterator[Row]:
    bases = [(column, population_of(sums, place, population)) for place, column in enumerate(columns)]
    for row, line in enumerate(sums.lines):
        theme = line.theme
        cells = tuple(cell_of(sums, row, place, *base) for place, base in enumerate(bases))
        yield Row(theme.slug, theme.name, theme.number, line.depth, line.net, theme.reserved, cells)


def _cautions(sums: Sums, columns: tuple[Column, ...]) -> Iterator[str]:
    """Say what is odd about the bases."""
    if sums.left_out:
        yield f"{sums.left_out:,} of the base are in no column of {sums.banner}."
    if sums.several:
        yield f"{sums.several:,} of the base are in several columns of {sums.banner}, and count in each."
    if any(sums.unsure):
        yield UNSURE
    light = [column.name for column in columns if column.n and not column.weighted]
    if light:
        yield f"Weights add up to 0, so that there is no percentage: {names_listed(light)}."
    uneven = [column for column in columns if (column.n or 0) > UNEVEN * (column.effective or 0) > 0]
    if uneven:
        told = names_listed([f"{each.n:,} count like {each.effective:,.1f} ({each.name})" for each in uneven])
        yield f"The weights are extreme: of respondents {told}. Check them, or trim the largest."
    if far := unreached(sums):
        yield f"The audit was drawn without {far:,} of the answers, so that it says nothing of shares that they count in."


def _population(sums: Sums, population: int | None) -> Iterator[str]:
    if population is None:
        return
    own = " Each column is taken to stand for the same share of it." if len(sums.columns) > 1 else ""
    yield f"Intervals are for a population of {population:,}, of whom {int(sums.shared_n[0, 0]):,} are counted here.{own}"
