"""A survey to its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from freetext.errors import counted
from freetext.reports.charts import unique
from freetext.reports.contrasts import letter_findings
from freetext.reports.figures import ROUNDED, made_up
from freetext.reports.findings import NOTHING, small_columns
from freetext.reports.methods import design_effect, methods_of
from freetext.reports.provenance import facts_of
from freetext.reports.report import Report, Section
from freetext.reports.sections import grouping, section_of
from freetext.reports.surveyed import Asked, Surveyed
from freetext.reports.words import named, sentences, shortened, titled
from freetext.tallies.counts import SMALL
from freetext.tallies.intervals import wilson
from freetext.tallies.opens import COLD
from freetext.tallies.rounding import count, fixed, points
from freetext.tallies.table import CORRECTABLE, IntervalKind

HEADLINES = 8
"""Questions that have a headline; the others have their findings."""

DIFFERENCES = 2
"""Tested differences among the headlines, one a question."""

NAMES = 4
"""Questions that a warning names."""

HEAVY = 10
"""A design effect beyond this is a warning."""


def built(surveyed: Surveyed) -> Report:
    """Make the report of a survey: findings in words, charts, listings, quotes, verbatims, methods and provenance.

    Nothing that the tables hide comes out anywhere else. The same survey gives the same report, to the letter.
    """
    anchors = unique([asked.name for asked in surveyed.questions])
    sections = [section_of(surveyed, asked, anchor) for asked, anchor in zip(surveyed.questions, anchors, strict=True)]
    sections = _renamed(sections)
    return Report(
        title=titled(surveyed.title),
        subtitle=_subtitle(surveyed),
        headlines=tuple(_headlines(surveyed, sections)),
        sections=tuple(sections),
        methods=methods_of(surveyed, sections),
        provenance=facts_of(surveyed),
        warnings=tuple(dict.fromkeys((*surveyed.warnings, *_warnings(surveyed)))),
        lang=surveyed.lang,
    )


def _renamed(sections: Sequence[Section]) -> list[Section]:
    """Give every chart and listing of the report a name of its own."""
    wanted = [
        (*(each.name for each in section.charts), *(each.name for each in section.listings)) for section in sections
    ]
    names = iter(unique([name for some in wanted for name in some]))
    return [
        replace(
            section,
            charts=tuple(replace(each, name=next(names)) for each in section.charts),
            listings=tuple(replace(each, name=next(names)) for each in section.listings),
        )
        for section in sections
    ]


def _subtitle(surveyed: Surveyed) -> str:
    """Say of whom the report is, and which rows count where not all do."""
    whom = titled(surveyed.subtitle) or _respondents(surveyed)
    return f"{whom}. Only rows where {titled(surveyed.only)}" if surveyed.only else whom


def _respondents(surveyed: Surveyed) -> str:
    """Say of whom the report is, from the largest base."""
    most = max((asked.total.columns[0].n or 0 for asked in surveyed.questions), default=0)
    about = "about " if surveyed.conventions.disclosure in ROUNDED else ""
    return f"{about}{counted(most, 'respondent')}"


def _headlines(surveyed: Surveyed, sections: Sequence[Section]) -> Iterator[str]:
    """Yield the first finding of each question, and the largest differences that the test bears out."""
    asks = (pair for pair in zip(surveyed.questions, sections, strict=True) if not made_up(pair[0].total))
    pairs = [pair for pair in asks if not grouping(surveyed, pair[0])]
    told = [
        (asked, section.findings[0]) for asked, section in pairs if section.findings and section.findings[0] != NOTHING
    ]
    yield from (sentences(asked.title, said) for asked, said in told[:HEADLINES])
    above = [(asked, said) for asked, _ in pairs for table in asked.tables[1:] for said in letter_findings(table)[:1]]
    yield from (sentences(asked.title, said) for asked, said in above[:DIFFERENCES])


def _warnings(surveyed: Surveyed) -> Iterator[str]:
    """Yield what a reader must know before any number."""
    if not any(asked.total.columns[0].n != 0 for asked in surveyed.questions):
        yield "Nobody answered any question."
        return
    yield from _small(surveyed)
    yield from _small_groups(surveyed)
    if names := [f'"{named(asked.title)}"' for asked in surveyed.questions if made_up(asked.total)]:
        yield f"{shortened(names, NAMES)}: {COLD}"
    yield from _unchecked(surveyed)
    effect = design_effect([asked.total for asked in surveyed.questions])
    if effect is not None and effect[0] / effect[1] > HEAVY:
        told = f"{counted(effect[0], 'respondent')} know as much as {fixed(effect[1], 1)} without weights would"
        yield f"The weights differ so much that {told} (design effect {fixed(effect[0] / effect[1], 1)}): look for extreme weights."


def _small(surveyed: Surveyed) -> Iterator[str]:
    """Say how far off shares of a small survey can be, of a wider population."""
    columns = [asked.total.columns[0] for asked in surveyed.questions]
    n, effective = max(((each.n or 0, each.effective or 0.0) for each in columns), default=(0, 0.0))
    population = surveyed.conventions.population
    if surveyed.conventions.disclosure:  # with a filter its population tells how many rows are left
        population = None
    if not 0 < effective < SMALL or (population and n >= population):
        return
    if surveyed.conventions.disclosure:
        yield "Even the largest base is small: read percentages, and those of groups above all, with care."
        return
    low, high = wilson(0.5, effective / (1 - n / population) if population else effective)
    coded = any(_has(asked, kind) for asked in surveyed.questions for kind in CORRECTABLE)
    said = "Of" if coded else "Of them the counts are exact; of"
    whom = f"the population of {count(population)}" if population else "a wider population"
    yield (
        f"The largest base is {counted(n, 'respondent')}. {said} {whom} a share near half is known to "
        f"within {points((high - low) / 2)} points at best, and shares of groups to within far more."
    )


def _small_groups(surveyed: Surveyed) -> Iterator[str]:
    """Name the groups that are read as counts, banner by banner, as they are in the question that most answered."""
    for banner in surveyed.banners:
        tables = [table for asked in surveyed.questions for table in asked.tables[1:] if table.banner == banner.name]
        largest = max(tables, key=lambda table: table.columns[0].n or 0, default=None)
        said = small_columns(largest) if largest is not None else ""
        if said:
            yield sentences(f"By {banner.name}", said)


UNCHECKED: tuple[tuple[IntervalKind, str], ...] = (
    ("not audited", "Coded by a machine and not audited, so that nobody knows how far off the percentages are"),
    ("audit too small", "Coded by a machine, and too few answers audited to correct it"),
)


def _unchecked(surveyed: Surveyed) -> Iterator[str]:
    """Name the questions whose codes nobody has audited, or too little."""
    for kind, said in UNCHECKED:
        names = [f'"{named(asked.title)}"' for asked in surveyed.questions if _has(asked, kind)]
        if names:
            yield f"{said}: {shortened(names, NAMES)}."


def _has(asked: Asked, kind: IntervalKind) -> bool:
    return any(row.cells[0].kind == kind for row in asked.total.rows)
