"""A report made by hand: every kind of chart and listing, hidden and small cells, and names that would like to be something else."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace

import pytest

from freetext.reports.report import Chart, Entry, Fact, Listing, Quote, Report, Section, Series
from freetext.survey.responses import Kind
from freetext.tallies.intervals import wilson
from freetext.tallies.table import CellCount, Column, Row, TallyTable

HOSTILE = (
    "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "+1+1",
    "=Sheet1!A1",
    "http://example.org",
    "a $x^2$ b",
    "<b>&amp;</b> | [x](y)",
)
LONG = "Money, people and time: the whole of what an organisation has at hand when it wants to do something that nobody did before"
EMOJI = "Families \N{FAMILY}\ufe0f and 資源 \u0627\u0644\u0645\u0648\u0627\u0631\u062f"


def cell(count: int, n: int, **more: object) -> CellCount:
    """An exact cell: so many of so many."""
    low, high = wilson(count / n, n)
    flag = "very small base" if n < 30 else "small base" if n < 50 else ""
    return CellCount(count, float(count), count / n, low, high, "wilson", 0, "", flag, raw=count / n, **more)  # type: ignore[arg-type]


HIDDEN = CellCount(None, None, None, kind="suppressed")


def table(
    question: str, kind: Kind, counts: Mapping[str, tuple[int, ...]], bases: dict[str, int], banner: str = ""
) -> TallyTable:
    """A table of counts by column; a count under nought is hidden."""
    columns = tuple(
        Column(name, n, float(n), float(n), chr(64 + place) if place else "")
        for place, (name, n) in enumerate(bases.items())
    )
    rows = tuple(
        Row(f"r{place}", name, place, 0, net=False, reserved="", cells=tuple(
            cell(count, n) if count >= 0 else HIDDEN for count, n in zip(each, bases.values(), strict=True)
        ))
        for place, (name, each) in enumerate(counts.items(), start=1)
    )  # fmt: skip
    mentions = tuple(sum(max(each[place], 0) for each in counts.values()) for place in range(len(bases)))
    means = tuple(number / n for number, n in zip(mentions, bases.values(), strict=True))
    title = f"What is the {question}?"
    return TallyTable(question, title, kind, banner, "answered", columns, rows, mentions, means)


def series(name: str, cells: tuple[CellCount, ...]) -> Series:
    """A series of these cells."""
    texts = tuple("*" if each.share is None else f"{each.share * 100:.0f} % ({each.count})" for each in cells)
    shares, low, high = zip(*((each.share, each.low, each.high) for each in cells), strict=True)
    return Series(name, shares, texts, low, high)


BASES = {"Total": 41, "local authority": 13, "charity": 5, "IFA": 13, "VAA": 9, "other": 1}
BARRIERS = {
    "Resource": (23, 8, -1, 6, 5, 0),
    "Risk aversion": (7, 2, 1, 2, 2, 0),
    "Capability": (3, 1, 0, 1, 1, 0),
    "Culture": (2, 0, -1, 1, 0, 1),
    "None named": (6, 2, 1, 2, 1, 0),
}
TOTAL = table("barrier", "closed", {name: counts[:1] for name, counts in BARRIERS.items()}, {"Total": 41})
BY_TYPE = table("barrier", "closed", BARRIERS, BASES, "type")
ODD = table("=1+1", "open", {name: (40 - 5 * place,) for place, name in enumerate((*HOSTILE, LONG))}, {"Total": 41})
HEADS = tuple(f"{name} ({n})" for name, n in BASES.items())
BASE = "Base: 41 who answered."


def bars(of: TallyTable, name: str, finding: str, note: str = "") -> Chart:
    """The total as bars."""
    labels = tuple(row.name for row in of.rows)
    return Chart(
        "bars", name, of.title, finding, BASE, labels, (series("Total", tuple(row.cells[0] for row in of.rows)),), note
    )


def every_kind() -> tuple[Chart, ...]:
    """One chart of each kind."""
    by_row = tuple(series(row.name, row.cells) for row in BY_TYPE.rows)
    by_column = tuple(series(head, tuple(row.cells[place] for row in BY_TYPE.rows)) for place, head in enumerate(HEADS))
    labels = tuple(row.name for row in BY_TYPE.rows)
    small = "Bases under 30: read with care. * not shown, to protect small numbers."
    other = series("open", tuple(cell(count, 38) for count in (25, 9, 6, 5, 4)))
    waves = tuple(
        series(name, tuple(cell(count, 40) for count in counts))
        for name, counts in (("Resource", (14, 18, 22)), ("Culture", (6, 4, 2)))
    )
    return (
        bars(TOTAL, "barrier", "Resource is named by 23 of 41 (56 %)."),
        Chart("stacked", "barrier-by-type", f"{TOTAL.title} By type", "Resource comes first in every type but one.", BASE, HEADS, by_row, small),
        Chart("heat", "themes-by-type", f"{TOTAL.title} By type", "Risk aversion is named everywhere.", BASE, labels, by_column, small),
        Chart("dumbbell", "beside", "Closed and open", "Resource shows in both kinds of data.", f"Closed: {BASE} Open: 38.", labels, (series("closed", tuple(row.cells[0] for row in TOTAL.rows)), other)),
        Chart("trend", "waves", "Over the waves", "Resource has risen from 35 % (2019) to 55 % (2021).", "Base: 40 each.", ("2019", "2020", "2021"), waves),
    )  # fmt: skip


@pytest.fixture(scope="session")
def report() -> Report:
    """A report with everything that a report may hold."""
    listing = Listing(
        "beside-listing", "Closed beside open", "Resource shows in both kinds of data.",
        ("Theme", "Closed", "Open", "Kappa"),
        ((Entry("Resource", "label"), Entry(23 / 41, "percent"), Entry(0.145, "percent"), Entry(0.61, "number")),
         (Entry(HOSTILE[0], "label"), Entry(None, "percent"), Entry(0.285, "percent"), Entry(None, "number"))),
        ("Of the 38 who answered both.",),
    )  # fmt: skip
    quotes = (
        Quote("r1", "Resource", '=HYPERLINK("http://example.org";"money")', "charity"),
        Quote("r2", "Risk aversion", "Nobody was ever sacked for doing nothing.\nThat is the problem *here*.", "IFA"),
    )
    first, *others = every_kind()
    sections = (
        Section("barrier", TOTAL.title, (first.finding, "By type, nothing can be told apart."), (TOTAL, BY_TYPE), (first, *others), (listing,), quotes),
        Section("odd", "=1+1", ("=cmd is named by 40 of 41 (98 %).",), (ODD,), (bars(ODD, "odd", "=Sheet1!A1 is named by 40 of 41 (98 %)."),)),
    )  # fmt: skip
    methods = ("41 of 50 answered. Two coders read every answer.", "Intervals are Wilson's.")
    facts = (Fact("data", "survey.csv, sha256 0123456789abcdef"), Fact("version", "=0.1"))
    return Report(
        "National Innovation Survey",
        "41 respondents",
        (first.finding, "=cmd is named."),
        sections,
        methods,
        facts,
        ("Invented data.",),
    )


@pytest.fixture(scope="session")
def charts() -> tuple[Chart, ...]:
    """One chart of each kind."""
    return every_kind()


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """What the report is made of, to make other charts with."""
    return SimpleNamespace(
        **{each.__name__: each for each in (cell, table, series, bars)},
        HIDDEN=HIDDEN, HOSTILE=HOSTILE, LONG=LONG, EMOJI=EMOJI, TOTAL=TOTAL, BY_TYPE=BY_TYPE, ODD=ODD,
    )  # fmt: skip
