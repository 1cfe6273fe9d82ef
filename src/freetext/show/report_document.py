"""A report as a document from top to bottom, and as slides, one a finding that has a chart."""

from __future__ import annotations

from collections.abc import Iterator

from freetext.reports.document import Block, Deck, Document, Figure, Grid, Heading, Line, Paragraph, Slide
from freetext.reports.report import Chart, Listing, Report, Section
from freetext.reports.whiskers import whiskers
from freetext.show.notes import footnotes, subheading
from freetext.show.report_grids import grids, listed_grids
from freetext.show.report_svg_parts import described
from freetext.show.screens import safe
from freetext.tallies.table import TallyTable


def document(report: Report) -> Document:
    """Lay a report out as a document: warnings and headlines, each section, then how it was made."""
    return Document(safe(report.title), safe(report.subtitle), tuple(_blocks(report)), report.lang)


def _blocks(report: Report) -> Iterator[Block]:
    yield from (Paragraph(safe(each), "warning") for each in report.warnings)
    yield from (Paragraph(safe(each), "item") for each in report.headlines)
    for section in report.sections:
        yield from _section(section)
    yield Heading("Methods", 1)
    yield from (Paragraph(safe(each)) for each in report.methods)
    if report.provenance:
        yield Heading("Provenance", 2)
        facts = (Line(safe(fact.name), (safe(fact.value),)) for fact in report.provenance)
        yield Grid(("What", "Value"), tuple(facts), figures=False)


def _section(section: Section) -> Iterator[Block]:
    yield Heading(safe(section.title), 1)
    yield from (Paragraph(safe(each), "item") for each in section.findings)
    yield from (figure(chart) for chart in section.charts)
    for table in section.tables:
        yield from _table(table)
    for listing in section.listings:
        yield from _listing(listing)
    if section.quotes:
        yield Heading("In their own words", 2)
        for quote in section.quotes:
            yield Paragraph(quote.text, "quote", ", ".join(safe(each) for each in (quote.name, quote.column) if each))


def _table(table: TallyTable) -> Iterator[Block]:
    """One table: the section says what was asked, so its heading says what it is."""
    yield Heading(_opened(subheading(table)), 2)
    yield from grids(table)
    yield from (Paragraph(note, "note") for note in footnotes(table, shown=0 if table.score else 1))


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def _listing(listing: Listing) -> Iterator[Block]:
    yield Heading(safe(listing.title), 2)
    yield Paragraph(safe(listing.finding))
    yield from listed_grids(listing)
    yield from (Paragraph(safe(note), "note") for note in listing.notes)


def figure(chart: Chart) -> Figure:
    """A chart as a figure: its words, which stand around whatever draws it."""
    told = " ".join(each for each in (chart.base, whiskers(chart)) if each)
    return Figure(chart.name, safe(chart.finding), safe(told), safe(chart.note), described(chart))


def slides(report: Report) -> Deck:
    """Lay a report out as slides: the headlines, then a chart a slide, its finding as the title and the question at its foot, then the methods."""
    return Deck(safe(report.title), safe(report.subtitle), tuple(_slides(report)), report.lang)


def _ended(title: str) -> str:
    return title if not title or title.endswith(("?", ".", "!")) else f"{title}."


def _slides(report: Report) -> Iterator[Slide]:
    if report.headlines:
        yield Slide("In short", lines=tuple(map(safe, report.headlines)), foot=" ".join(map(safe, report.warnings)))
    for section in report.sections:
        for chart in section.charts:
            drawn = figure(chart)
            asked = _ended(safe(chart.title)) if drawn.finding else ""
            foot = " ".join(each for each in (asked, drawn.base, drawn.note) if each)
            notes = "\n".join(dict.fromkeys(safe(each) for each in (chart.title, *section.findings) if each))
            yield Slide(drawn.finding or safe(chart.title), drawn, foot=foot, notes=notes)
    if report.methods:
        yield Slide("How the numbers were made", lines=tuple(map(safe, report.methods)))
