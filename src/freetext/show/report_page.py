"""A report as one page of HTML: it loads nothing, sends nothing, and needs no script to be read."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from itertools import count as numbers

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from freetext.reports.report import Chart, Entry, Listing, Quote, Report, Section
from freetext.reports.whiskers import whiskers
from freetext.show.numbers import EMPTY, count, fixed, percent
from freetext.show.report_page_cells import PageTable
from freetext.show.report_page_tables import page_table
from freetext.show.report_page_verbatims import as_data, carried, looks, paragraphs
from freetext.show.report_svg import drawings
from freetext.show.screens import safe
from freetext.tallies.points import signed

STYLES = ("page.css", "tables.css", "charts.css", "print.css")
SCRIPTS = ("tables.js", "verbatims.js")
FIGURES = frozenset({"percent", "count", "number", "points"})
"""Styles of numbers."""


@dataclass(frozen=True, slots=True)
class PageChart:
    """A chart of the page: the value, and its drawings."""

    chart: Chart
    drawings: tuple[Markup, ...]

    @property
    def base(self) -> str:
        """Its base line, and what its thin lines are."""
        return " ".join(each for each in (self.chart.base, whiskers(self.chart, banded=False)) if each)


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section of the page: its anchor, the value, and what of it is laid out."""

    anchor: str
    section: Section
    charts: tuple[PageChart, ...]
    tables: tuple[PageTable, ...]
    known: bool

    @property
    def quotes(self) -> tuple[tuple[str, tuple[Quote, ...]], ...]:
        """The quotes by theme, themes in the order of their first."""
        themes = dict.fromkeys((each.theme, each.name) for each in self.section.quotes)
        return tuple(
            (name, tuple(each for each in self.section.quotes if each.theme == theme)) for theme, name in themes
        )

    @property
    def longest(self) -> int:
        """How many rows its longest table has."""
        return max((len(table.rows) for table in self.tables), default=0)


def page(report: Report) -> str:
    """Draw a report as one HTML file: no network, readable without its script, in the dark, on paper and by a screen reader.

    Every text in it is harmless: escaped, without control and bidirectional characters. A section beside protected tables carries
    no verbatims. Its policy lets the browser run nothing and load nothing but what stands in it.
    """
    style, script = _together(STYLES), _together(SCRIPTS)
    found = [carried(section) for section in report.sections]
    return _template().render(
        report=report,
        sections=_sections(report.sections),
        data=as_data(found) if any(each is not None for each in found) else "",
        style=style,
        script=script,
        policy=_policy(style, script),
    )


def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("freetext.show", "templates"),
        autoescape=True,
        finalize=_harmless,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"entry": written, "paragraphs": _kept, "said": _said, "head": _head}
    environment.tests["numeric"] = numeric
    environment.tests["at_right"] = at_right
    return environment.get_template("page.html.j2")


def _harmless(value: object) -> object:
    """What is written into the page; only what is markup already stays as it is."""
    return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _said(text: str) -> Markup:
    """A sentence, escaped, whose numbers stay beside their percent signs."""
    return Markup.escape(safe(text).replace(" %", "\u00a0%"))


def _head(text: str) -> Markup:
    """A column's head, escaped, whose marks and letter stay on the line of its last word."""
    return Markup.escape(re.sub(r" (\*+|\([A-Z]+\))", "\u00a0\\1", safe(text)))


def _kept(text: str) -> Markup:
    """A verbatim with its lines, escaped."""
    return Markup.escape(paragraphs(text))


def _together(names: Sequence[str]) -> Markup:
    """The page's own style sheets or scripts, as they stand in the package."""
    folder = files("freetext.show") / "templates"
    text = "\n".join((folder / name).read_text(encoding="utf-8") for name in names)
    return Markup(text.replace("\r\n", "\n"))  # noqa: S704  (our own)


def _policy(style: str, script: str) -> str:
    """What the browser may do: apply this style sheet, run this script, show the empty icon."""
    return f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _sections(sections: Sequence[Section]) -> list[PageSection]:
    taken: set[str] = set()
    charts = numbers(1)
    return [_section(section, _anchor(section.anchor, taken), charts) for section in sections]


def _anchor(wished: str, taken: set[str]) -> str:
    """An id that is in the page once, and cannot be one of the page's own."""
    bare = f"q-{re.sub(r'[^0-9A-Za-z_-]+', '-', wished).strip('-') or 'section'}"
    anchor, number = bare, 1
    while anchor in taken:
        number += 1
        anchor = f"{bare}-{number}"
    taken.add(anchor)
    return anchor


def _section(section: Section, anchor: str, charts: numbers[int]) -> PageSection:
    verbatims = carried(section)
    tables = tuple(page_table(table, looks(table, verbatims), safe(section.title)) for table in section.tables)
    drawn = tuple(PageChart(chart, drawings(chart, f"chart-{next(charts)}")) for chart in section.charts)
    return PageSection(anchor, section, drawn, tables, verbatims is not None)


def written(entry: Entry) -> str:
    """A cell of a listing as a reader sees it."""
    value = entry.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        words = {None: EMPTY if entry.style in FIGURES else "", True: "yes", False: "no"}
        return value if isinstance(value, str) else words[value]
    if entry.style == "percent":
        return percent(value)
    if entry.style == "points":
        return signed(value / 100)
    return fixed(value, 2) if entry.style == "number" or value != int(value) else count(int(value))


def numeric(listing: Listing, column: int) -> bool:
    """Whether a column of a listing holds numbers, which stand at the right."""
    return any(row[column].style in FIGURES for row in listing.rows if column < len(row))


def at_right(listing: Listing, column: int) -> bool:
    """Whether a column of a listing stands at the right: numbers, and what stands below their heads."""
    return numeric(listing, column) or any(row[column].style == "range" for row in listing.rows if column < len(row))
