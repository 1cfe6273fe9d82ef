"""A whole report as Markdown, for a terminal or a repository."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote as quoted

from freetext.reports.report import Chart, Listing, Quote, Report, Section
from freetext.reports.whiskers import whiskers
from freetext.show.markdown import STEP, as_markdown, escaped
from freetext.show.report_grids import written
from freetext.show.screens import safe

NO_PICTURES: Mapping[str, str] = {}


def report_markdown(report: Report, pictures: Mapping[str, str] = NO_PICTURES) -> str:
    """Draw a report as Markdown: findings, tables, listings, quotes, methods, provenance.

    `pictures` holds the path of each chart's picture, seen from where the text will lie, by the chart's name; a chart without
    one is left out, as its numbers stand in the tables. Texts stand for themselves: nothing in them becomes a heading, link or tag.
    """
    return "\n".join(_report(report, pictures)).rstrip("\n") + "\n"


def _report(report: Report, pictures: Mapping[str, str]) -> Iterator[str]:
    yield from (f"# {text(report.title)}", "", *([text(report.subtitle), ""] if report.subtitle else []))
    for warning in report.warnings:
        yield from (f"> **{text(warning)}**", "")
    yield from _items(report.headlines)
    for section in report.sections:
        yield from _section(section, pictures)
    yield from ("## Methods", "")
    for paragraph in report.methods:
        yield from (text(paragraph), "")
    if report.provenance:
        yield from ("## Provenance", "", "| | |", "| --- | --- |")
        yield from (_row(map(words, (fact.name, fact.value))) for fact in report.provenance)


def _section(section: Section, pictures: Mapping[str, str]) -> Iterator[str]:
    yield from (f"## {text(section.title)}", "")
    yield from _items(section.findings)
    for chart in section.charts:
        if chart.name in pictures:
            yield from _picture(chart, pictures[chart.name])
    if section.tables:
        yield as_markdown(section.tables)
    for listing in section.listings:
        yield from _listing(listing)
    for quote in section.quotes:
        yield from _quote(quote)


def _items(sentences: Iterable[str]) -> Iterator[str]:
    items = [f"- {text(sentence)}" for sentence in sentences]
    yield from (*items, *([""] if items else []))


def _picture(chart: Chart, path: str) -> Iterator[str]:
    told = " ".join(each for each in (chart.base, whiskers(chart), chart.note) if each)
    yield from (f"![{text(chart.finding or chart.title)}]({quoted(path)})", "", *([text(told), ""] if told else []))


def _listing(listing: Listing) -> Iterator[str]:
    yield from (f"### {text(listing.title)}", "")
    yield from ([text(listing.finding), ""] if listing.finding else [])
    yield _row(map(words, listing.head))
    yield _row(["---", *("---:" for _ in listing.head[1:])])
    yield from (_row(STEP * entry.depth + words(written(entry)) for entry in row) for row in listing.rows)
    yield ""
    yield from _items(listing.notes)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _quote(quote: Quote) -> Iterator[str]:
    lines = [text(line) for line in quote.text.splitlines()]
    by = ", ".join(words(each) for each in (quote.name, quote.column) if each)
    yield from (*(f"> {line}".rstrip() for line in lines), ">", f"> ({by})", "")


def words(said: str) -> str:
    """Make a text stand for itself within a line of Markdown: no link, picture or tag of its own."""
    return escaped(safe(said)).replace("://", "\\://").replace("!\\[", "\\!\\[")


def text(said: str) -> str:
    """The same at the beginning of a line: neither heading, list nor rule."""
    return re.sub(
        r"^(?:([-+=])|(\d+)(?=[.)](?:\s|$)))",
        lambda start: f"\\{start[1]}" if start[1] else f"{start[2]}\\",
        words(said),
    )
