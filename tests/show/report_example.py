"""A small report made by hand, with every kind of cell, chart and text that a page must cope with."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from freetext.reports.report import Chart, Entry, Fact, Listing, Quote, Report, Section, Series, Verbatims
from freetext.tallies.intervals import wilson
from freetext.tallies.table import CellCount, Column, Row, TallyTable

HOSTILE = (
    "</script><script>window.harmed = 1</script>",
    "<!--<script>",
    '" onmouseover="window.harmed = 1" \'><img src=x onerror=window.harmed=1>',
    "=cmd|' /C calc'!A0",
    "turned \u202eround\u2066 and \x00cut\x1b[31m and \ud800 half",
    "{{ 7 * 7 }} {% raw %} &lt;b&gt; \u2028 ]]>",
    "first line\r\nsecond line\n\n\n\nlast line",
)
NAMES = ("Total", "local authority", "charity & co", "<b>agency</b>")
BASES = (41, 13, 5, 23)
THEMES = ("resource", "inside", "capability", "risk", "culture", "evidence", "covid", "other", "none")
GIVEN = (
    (23, 6, 3, 14),
    (15, 8, 1, 6),
    (3, 1, 0, 2),
    (10, 6, 1, 3),
    (6, 2, 0, 4),
    (2, 0, 0, 2),
    (9, 3, 1, 5),
    (1, 0, 0, 1),
    (3, 0, 1, 2),
)


def cell(given: int, base: int, **more: object) -> CellCount:
    """One exact cell."""
    low, high = wilson(given / base, base)
    made = CellCount(given, given, given / base, low, high, "wilson", base, raw=given / base, mentions=given / 72)
    return replace(made, flag="small base" if base >= 30 else "very small base", **more)  # type: ignore[arg-type]


def alone(table: TallyTable) -> TallyTable:
    """The total of a cross-tab, by itself."""
    rows = tuple(replace(row, cells=row.cells[:1]) for row in table.rows)
    means = table.mean_mentions[:1]
    return replace(
        table,
        banner="",
        columns=table.columns[:1],
        rows=rows,
        mentions=table.mentions[:1],
        mean_mentions=means,
        tested="",
    )


def crossed() -> TallyTable:
    """An open question by type: a net with children, "other" and "none" last, letters and small bases."""
    columns = tuple(
        Column(name, base, float(base), float(base), letter, base)
        for name, base, letter in zip(NAMES, BASES, ("", "A", "B", "C"), strict=True)
    )
    rows = tuple(
        Row(
            theme,
            f"Theme {theme}",
            number,
            int(theme in {"capability", "risk", "culture"}),
            theme == "inside",
            reserved(theme),
            tuple(map(cell, given, BASES)),
        )
        for number, (theme, given) in enumerate(zip(THEMES, GIVEN, strict=True))
    )
    rows = (replace(rows[0], cells=(*rows[0].cells[:3], replace(rows[0].cells[3], letters="AB"))), *rows[1:])
    tested = "Letters: the columns whose share is lower, at 95 %."
    return TallyTable(
        "why",
        "Why is that?",
        "open",
        "type",
        "answered",
        columns,
        rows,
        (72, 20, 8, 44),
        (1.76, 1.54, 1.6, 1.91),
        tested=tested,
    )


def reserved(theme: str) -> str:
    """What a theme is reserved for."""
    return theme if theme in {"other", "none"} else ""


def estimated() -> TallyTable:
    """The same where a machine coded: estimates, an audit too small, nothing audited, a base too small to publish."""
    kinds: tuple[dict[str, object], ...] = (
        {"kind": "audited", "audited": 36, "coding": (0.51, 0.6), "sampling": (0.43, 0.69)},
        {"kind": "audit too small", "audited": 4, "low": None, "high": None},
        {"kind": "too few", "share": None, "low": None, "high": None},
        {"kind": "not audited", "audited": 0, "low": None, "high": None},
    )
    made = crossed()
    rows = tuple(
        replace(row, cells=tuple(replace(each, **kind) for each, kind in zip(row.cells, kinds, strict=True)))  # type: ignore[arg-type]
        for row in made.rows
    )
    return replace(made, question="effect", title="What was the effect?", rows=rows, tested="")


def protected() -> TallyTable:
    """A cross-tab under a disclosure profile: one column and one more cell are hidden."""
    made, gone = crossed(), CellCount(None, None, None, kind="suppressed")
    columns = (*made.columns[:2], Column(NAMES[2], None, None, None), *made.columns[3:])
    rows = tuple(
        replace(
            row, cells=(*row.cells[:2], gone, *row.cells[3:]) if place else (row.cells[0], gone, gone, row.cells[3])
        )
        for place, row in enumerate(made.rows)
    )
    notes = ("* hidden: between 1 and 7.",)
    return replace(
        made,
        question="safe",
        title="Protected",
        columns=columns,
        rows=rows,
        notes=notes,
        profile="nhs",
        tested="",
        mentions=(70, None, None, 45),
    )


def ranking() -> TallyTable:
    """A ranking of three items, two of them at the same place."""
    columns = tuple(
        Column(name, base, float(base), float(base)) for name, base in zip(NAMES[:2], BASES[:2], strict=True)
    )
    items = (("1", "mental health", 20, 6), ("2=", "placements", 11, 4), ("2=", "youth crime", 10, 3))
    rows = tuple(
        Row(name, name, at, 0, net=False, reserved="", place=place, cells=tuple(
            cell(first, base, score=2.0 - at / 2, mean_rank=1.25 + at) for first, base in zip(given, BASES[:2], strict=True)
        ))
        for at, (place, name, *given) in enumerate(items)
    )  # fmt: skip
    return TallyTable(
        "issues",
        "Rank the issues",
        "ranking",
        "type",
        "answered",
        columns,
        rows,
        (None, None),
        (None, None),
        score="Borda points",
    )


def charts() -> tuple[Chart, ...]:
    """One of each kind, with a hidden cell in each that can have one, and a long label."""
    labels = (
        "resource",
        "capability",
        "the culture of the organisation, its habits and what it is afraid of",
        "hidden",
    )
    one = Series(
        "Total",
        (0.56, 0.07, 0.2, None),
        ("56 % (23)", "7 % (3)", "20 % (8)", "*"),
        (0.41, 0.02, 0.1, None),
        (0.7, 0.19, 0.34, None),
    )
    two = Series(
        "Open <b>",
        (0.5, 0.0, None, 1.0),
        ("50 %", "0 %", "*", "100 %"),
        (0.35, 0.0, None, 0.9),
        (0.65, 0.09, None, 1.0),
    )
    parts = tuple(
        Series(
            f"option {at}",
            tuple(None if here == 3 else share for here in range(4)),
            (*[f"{share:.0%}".replace("%", " %")] * 3, "*"),
        )
        for at, share in enumerate((0.5, 0.2, 0.1, 0.1, 0.04, 0.03, 0.02, 0.01, 0.0))
    )
    wide = tuple(replace(two, name=f"column {at}", low=(), high=()) for at in range(12))
    return (
        Chart(
            "bars", "same", "Bars", "Resource leads (56 %).", "Base: 41.", labels, (one,), "Lines show the interval."
        ),
        Chart("stacked", "stacked", "Stacked", "Half choose option 0.", "Base: 41.", labels, parts),
        Chart("heat", "a b", "Heat", "", "Base: 41.", labels, wide),
        Chart("dumbbell", "a-b", "Both", "They agree.", "Base: 41.", labels, (one, two)),
        Chart(
            "trend",
            "trend",
            "Waves",
            "Nothing moves.",
            "Bases: 41, 50, 60, 7.",
            ("one", "two", "three", "four"),
            (one, two),
        ),
    )


def verbatims(total: int = 0) -> Verbatims:
    """An answer for everybody: respondent 0, 1, ... hold each theme as long as the tally counts them."""
    column = np.repeat([0, 1, 2], BASES[1:])
    begin = np.array([0, BASES[1], BASES[1] + BASES[2]])
    place = np.arange(41) - begin[column]
    given = np.stack([place < np.array(counts[1:])[column] for counts in GIVEN], axis=1)
    texts = tuple(HOSTILE[at] if at < len(HOSTILE) else f"Answer number {at}." for at in range(41))
    who = tuple(("ada, ben", "model 1a2b3c", "rule")[at % 3] for at in range(41))
    columns = {"type": (NAMES[1:], column)}
    return Verbatims(tuple(f"R{at:03d}" for at in range(41)), texts, who, THEMES, given, columns, total or 41)


def example() -> Report:
    """The whole report."""
    table = crossed()
    quotes = (
        *(Quote("resource", "Theme resource", text, "charity & co") for text in HOSTILE),
        Quote("culture", "Theme culture", "\u05e9\u05dc\u05d5\u05dd"),
    )
    entries = (
        Entry("resource", "label"),
        Entry(0.565, "percent"),
        Entry(1234, "count"),
        Entry(None, "number"),
        Entry(HOSTILE[3]),
    )
    listing = Listing(
        "beside",
        "Closed beside open",
        "They agree.",
        ("Theme", "Ticked", "Answers", "Kappa", "Word"),
        (entries,),
        ("A note.",),
    )
    sections = (
        Section(
            "why",
            "Why is that?",
            ("Resource is named by 23 of 41 (56 %).", "No more."),
            (alone(table), table),
            charts(),
            (listing,),
            quotes,
            verbatims(),
        ),
        Section(
            "why",
            "What was the effect?",
            ("About half.",),
            (alone(estimated()), estimated()),
            verbatims=verbatims(8312),
        ),
        Section("a b<c>", "Protected", (), (protected(),), verbatims=verbatims()),
        Section("issues", "Rank the issues", ("Mental health comes first.",), (ranking(),)),
    )
    return Report(
        "Innovation & <children>",
        "41 organisations",
        ("Resource is named by 23 of 41 (56 %).", HOSTILE[0]),
        sections,
        ("Percentages are of those who answered.",),
        (Fact("Data", "survey.csv, sha256 9b1f2f6c"), Fact("freetext", HOSTILE[2])),
        ("All respondents are invented.",),
        "en",
    )
