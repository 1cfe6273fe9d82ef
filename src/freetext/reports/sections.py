"""One question to one section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from freetext.reports.beside import Pair, beside_chart, beside_finding, beside_listing, pairs_of
from freetext.reports.charts import banner_chart, total_chart
from freetext.reports.contrasts import chart_finding, column_findings
from freetext.reports.cooccurrence import together_listing
from freetext.reports.figures import made_up
from freetext.reports.findings import group_finding, net_findings, reserved_finding, total_finding, wider_finding
from freetext.reports.moved import moves_listing
from freetext.reports.quotes import quotes_of
from freetext.reports.rankings import column_winners, first_choices, pairs_finding, pairs_listing, ranking_finding
from freetext.reports.report import Chart, Listing, Section
from freetext.reports.since import since_listing
from freetext.reports.surveyed import Asked, Surveyed
from freetext.reports.trends import trend_chart, trend_finding
from freetext.reports.verbatims import verbatims_of
from freetext.reports.words import headed, named, titled
from freetext.survey.codeframe import slugify
from freetext.tallies.copeland import Standing, copeland
from freetext.tallies.counts import VERY_SMALL

MADE_UP = "Coded without labels: how many answers have a theme was set by construction and is no finding."
"""Stands for the findings on codes by the words of a codeframe alone."""

Beside = tuple[Asked, list[Pair]]
"""A closed question, and its options beside the themes of the open one."""


def section_of(surveyed: Surveyed, asked: Asked, anchor: str) -> Section:
    """Report one question: findings, charts, listings, quotes and verbatims; `anchor` begins the names of charts and listings."""
    standings, besides = _standings(surveyed, asked), _besides(surveyed, asked)
    said = _ranked(asked, standings) if asked.total.score else _shared(surveyed, asked)
    charts = _charts(surveyed, asked, anchor, besides)
    listings = _listings(surveyed, asked, anchor, standings, besides)
    beside = (beside_finding(pairs) for _, pairs in besides)
    return Section(
        anchor=anchor,
        title=titled(asked.title),
        findings=tuple(dict.fromkeys(each for each in (finding_of(surveyed, asked), *said, *beside) if each)),
        tables=asked.tables,
        charts=tuple(each for each in charts if each is not None),
        listings=tuple(each for each in listings if each is not None),
        quotes=quotes_of(surveyed, asked),
        verbatims=verbatims_of(surveyed, asked),
    )


def grouping(surveyed: Surveyed, asked: Asked) -> bool:
    """Whether the question sorts respondents into the columns of a banner, rather than asking what they think."""
    return surveyed.banner(asked.name) is not None


def finding_of(surveyed: Surveyed, asked: Asked) -> str:
    """Say the most important thing about a question."""
    if made_up(asked.total):
        return MADE_UP
    if asked.total.score:
        return ranking_finding(asked.total)
    return group_finding(asked.total) if grouping(surveyed, asked) else total_finding(asked.total)


def _standings(surveyed: Surveyed, asked: Asked) -> tuple[Standing, ...]:
    """Return the items pair by pair; none under a disclosure profile, for pairs are counts that nothing protects."""
    if (
        asked.sums is None
        or asked.sums.beats is None
        or surveyed.conventions.disclosure
        or not asked.total.columns[0].n
    ):
        return ()
    return copeland(asked.sums)


def _ranked(asked: Asked, standings: tuple[Standing, ...]) -> Iterator[str]:
    yield first_choices(asked.total)
    yield pairs_finding(standings)
    for table in asked.tables[1:]:
        yield column_winners(table)


def _shared(surveyed: Surveyed, asked: Asked) -> Iterator[str]:
    """Yield what else a question with shares has to say."""
    if made_up(asked.total):
        return
    if not grouping(surveyed, asked):
        hidden = surveyed.conventions.disclosure  # with a filter its population tells how many rows are left
        yield wider_finding(asked.total, None if hidden else surveyed.conventions.population)
    yield reserved_finding(asked.total)
    yield from net_findings(asked.total)
    if asked.waves:
        yield trend_finding(asked, surveyed.wave)
    for table in asked.tables[1:]:
        if table.rows and table.columns[0].n != 0:
            yield from column_findings(table, surveyed.conventions)


def _charts(surveyed: Surveyed, asked: Asked, anchor: str, besides: Sequence[Beside]) -> Iterator[Chart | None]:
    title, total = titled(asked.title), asked.total
    said = first_choices(total) if total.score else ""
    yield total_chart(total, f"{anchor}-bars", title, said or finding_of(surveyed, asked))
    for table in asked.tables[1:]:
        by = headed(title, f"by {named(table.banner)}")
        yield banner_chart(
            table, f"{anchor}-by-{slugify(table.banner)}", by, chart_finding(table, surveyed.conventions)
        )
    yield trend_chart(asked, surveyed.wave, f"{anchor}-trend")
    for ticked, pairs in besides:
        yield beside_chart(asked, ticked, pairs, f"{anchor}-beside-{slugify(ticked.name)}")


def _listings(
    surveyed: Surveyed, asked: Asked, anchor: str, standings: tuple[Standing, ...], besides: Sequence[Beside]
) -> Iterator[Listing | None]:
    profile = surveyed.conventions.disclosure
    yield since_listing(asked.since, surveyed.wave, f"{anchor}-changed", asked.title, profile)
    for ticked, pairs in besides:
        yield beside_listing(surveyed, asked, ticked, pairs, f"{anchor}-beside-{slugify(ticked.name)}-figures")
    if asked.responses.kind in {"open", "multi"}:
        yield together_listing(
            asked.responses,
            asked.total,
            f"{anchor}-together",
            asked.title,
            profile,
            publication=surveyed.conventions.publication,
        )
    if asked.sums is not None:
        small = surveyed.conventions.publication and _few_ranked(asked)
        yield pairs_listing(asked.sums, standings, f"{anchor}-pairs", asked.title, shares=not small)
    yield moves_listing(asked, f"{anchor}-moves", profile)


def _few_ranked(asked: Asked) -> bool:
    """Whether too few ranked anything for a percentage that is published."""
    flagged = any(row.cells[0].kind == "too few" for row in asked.total.rows)
    return flagged or int(asked.responses.answered.sum()) < VERY_SMALL


def _besides(surveyed: Surveyed, asked: Asked) -> list[Beside]:
    """Find the closed questions that stand beside an open one, and what the two share; those that share nothing are left out."""
    closed = (surveyed.asked(other) for name, other in surveyed.beside if name == asked.name)
    found = [(ticked, pairs_of(surveyed, asked, ticked)) for ticked in closed if ticked is not None]
    return [(ticked, pairs) for ticked, pairs in found if pairs]
