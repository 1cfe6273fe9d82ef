"""A report as a value: what the page, the workbook, Markdown and the documents all draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import BoolArray
from freetext.survey.sheet import Style, Value
from freetext.tallies.table import TallyTable

ChartKind = Literal["bars", "stacked", "heat", "dumbbell", "trend"]


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart: for each label a share 0..1 (None: nothing to draw), its interval, and the text that stands beside it."""

    name: str
    shares: tuple[float | None, ...]
    texts: tuple[str, ...]
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart, whoever draws it.

    bars      one series: a bar a label, with its interval
    stacked   one bar a label (a column of the table), cut into the series (the options), which add to 100 %
    heat      labels (themes) by series (columns): the darker, the larger
    dumbbell  two series (closed, open): two dots a label, joined
    trend     labels are waves, in order; one line a series (a theme)

    `name` is unique in the report and fit for a file. `finding` is one sentence in words, `base` the base line, `note` what a reader
    must be told. A hidden cell has no share and no interval.
    """

    kind: ChartKind
    name: str
    title: str
    finding: str
    base: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell of a listing: its value, how it is written, and how many nets it stands below."""

    value: Value
    style: Style = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """A table that is no tally: closed beside open, co-occurrence, a ranking's pairs, back-coding moves."""

    name: str
    title: str
    finding: str
    head: tuple[str, ...]
    rows: tuple[tuple[Entry, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim that stands for a theme: who said it as the report may say so ("charity"), never an id."""

    theme: str
    name: str
    text: str
    column: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Verbatims:
    """The answers behind the numbers of a section, for looking them up: `m` answers, `r` rows of its tables.

    given    bool (m, r): the answer counts in the row of that slug (`slugs`, nets included)
    who      one text an answer: who or what coded it ("ada, ben", "model 1a2b3c", "rule")
    columns  for each banner its column names and int (m,): the place of the answer's column, -1 for none; an answer in several
             columns stands with the first
    total    how many answers there are; more than m where only a part is carried
    withheld how many of those that were looked at are never shown: flagged, or with what looks like personal data
    """

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    who: tuple[str, ...]
    slugs: tuple[str, ...]
    given: BoolArray
    columns: Mapping[str, tuple[tuple[str, ...], NDArray[np.int64]]] = field(default_factory=dict)
    total: int = 0
    withheld: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """One question: its findings in words, its tables (the total alone first, then one a banner), charts, listings and quotes."""

    anchor: str
    title: str
    findings: tuple[str, ...]
    tables: tuple[TallyTable, ...]
    charts: tuple[Chart, ...] = ()
    listings: tuple[Listing, ...] = ()
    quotes: tuple[Quote, ...] = ()
    verbatims: Verbatims | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the provenance: what, and its value (a digest, a version, a name, an option)."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A whole report.

    `headlines` are its most important sentences, `methods` paragraphs with this run's numbers, `warnings` what a reader must know
    before any number; `subtitle` says of whom ("41 respondents").
    """

    title: str
    subtitle: str
    headlines: tuple[str, ...]
    sections: tuple[Section, ...]
    methods: tuple[str, ...]
    provenance: tuple[Fact, ...]
    warnings: tuple[str, ...] = ()
    lang: str = "en"
