"""A report as the pages of a workbook: an index, a page a table or listing with its charts, quotes, and how all was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from freetext.reports.book import Page
from freetext.reports.report import Chart, Listing, Report, Section
from freetext.show.notes import heading, subheading
from freetext.show.numbers import HIDDEN
from freetext.show.report_blocks import BLANK
from freetext.show.report_places import Home, homes
from freetext.show.report_tabs import tab
from freetext.show.screens import safe, wrap
from freetext.show.sheets import READING, sheet_names
from freetext.survey.sheet import Cell, Sheet

INDEX, QUOTES, METHODS = "Index", "Quotes", "Methods"
TOLD = {QUOTES: "Verbatims that stand for a theme", METHODS: "How the numbers were made, and how to read them"}
LINE = 140
"""Characters of a line of the index; longer sentences are broken."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What gets a page of its own, and the charts that stand with it."""

    name: str
    section: Section
    thing: Home
    charts: tuple[Chart, ...]


def report_sheets(report: Report) -> tuple[Page, ...]:
    """Lay a report out as the pages of a workbook; shares are numbers 0..1, and what respondents wrote is text.

    Names are unique and such as Excel takes. The first page links to all others, and they link back.
    """
    found = [(section, *home) for section in report.sections for home in homes(section)]
    names = sheet_names([INDEX, QUOTES, METHODS, *(_wished(thing) for _, thing, _ in found)])[3:]
    entries = [_Entry(name, *each) for name, each in zip(names, found, strict=True)]
    quotes = [_quotes(report)] if any(section.quotes for section in report.sections) else []
    ends = (*quotes, _methods(report))
    tabs = (tab(each.name, each.thing, each.charts, back=INDEX) for each in entries)
    return (_index(report, entries, [each.sheet.name for each in ends]), *tabs, *ends)


def _wished(thing: Home) -> str:
    if isinstance(thing, Listing):
        return thing.name
    return f"{thing.question} by {thing.banner}" if thing.banner else thing.question


def _index(report: Report, entries: Sequence[_Entry], ends: Sequence[str]) -> Page:
    rows: list[tuple[Cell, ...]] = _top(report.title, report.subtitle)
    for said, style in ((report.warnings, "finding"), (report.headlines, "label")):
        rows += [(Cell(line, style),) for each in said for line in wrap(safe(each), LINE)]  # type: ignore[arg-type]
        rows += [(BLANK,)] if said else []
    heads = (Cell(each, "head") for each in ("Sheet", "Question", "What it is"))
    rows.append((*heads, Cell("Base", "over"), Cell("Charts", "over")))
    top = len(rows)
    rows += [_line(each) for each in entries]
    rows += [(Cell(each, "link"), Cell(TOLD[each], "label")) for each in ends]
    links = tuple((place, 0, str(row[0].value)) for place, row in enumerate(rows) if place >= top)
    return Page(Sheet(INDEX, tuple(rows), (32.0, 60.0, 60.0, 9.0, 9.0)), links=links, repeated=(top - 1, top - 1))


def _top(title: str, subtitle: str) -> list[tuple[Cell, ...]]:
    return [(Cell(safe(title), "title"),), (Cell(safe(subtitle), "sub"),), (BLANK,)]


def _line(entry: _Entry) -> tuple[Cell, ...]:
    name, charts = Cell(entry.name, "link"), Cell(len(entry.charts) or None, "count")
    if isinstance(entry.thing, Listing):
        return (name, Cell(safe(entry.section.title), "label"), Cell(safe(entry.thing.title), "label"), BLANK, charts)
    n = entry.thing.columns[0].n
    base = Cell(HIDDEN, "mark") if n is None else Cell(n, "count")
    return (name, Cell(heading(entry.thing), "label"), Cell(subheading(entry.thing), "label"), base, charts)


def _quotes(report: Report) -> Page:
    rows = _top(QUOTES, "In the respondents' own words; no quote stands for a number.")
    rows[2] = (Cell(INDEX, "link"),)
    rows.append(tuple(Cell(each, "head") for each in ("Question", "Theme", "Quote", "Who")))
    for section in report.sections:
        rows += [
            (
                *(Cell(safe(each), "text") for each in (section.title, quote.name)),
                Cell(quote.text, "text"),
                Cell(safe(quote.column), "text"),
            )
            for quote in section.quotes
        ]
    return Page(Sheet(QUOTES, tuple(rows), (36.0, 24.0, 84.0, 24.0), (4, 0)), links=((2, 0, INDEX),), repeated=(3, 3))


def _methods(report: Report) -> Page:
    rows = _top(METHODS, report.title)
    rows[2] = (Cell(INDEX, "link"),)
    rows += [(BLANK, Cell(safe(each), "text")) for each in report.methods]
    rows += [(BLANK,), (Cell("How to read the tables", "head"), Cell("", "head"))]
    rows += [(BLANK, Cell(line, "text")) for line in READING]
    rows += [(BLANK,), (Cell("Provenance", "head"), Cell("", "head"))]
    rows += [(Cell(safe(fact.name), "label"), Cell(safe(fact.value), "text")) for fact in report.provenance]
    return Page(Sheet(METHODS, tuple(rows), (32.0, 110.0)), links=((2, 0, INDEX),))
