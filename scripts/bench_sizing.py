"""What coding costs up to a billion answers, on paper, from the rates, memory and bytes that were measured here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bench_marks import Mark
from bench_page import table

ANSWERS = (100_000, 1_000_000, 10_000_000, 40_000_000, 100_000_000, 1_000_000_000)
CORES = (1, 16, 64)
CORE_HOUR = 0.05
"""Dollars, about what clouds ask for a virtual core with 4 GB on demand."""

STORED = 0.023
"""Dollars a gigabyte and month, about what object stores ask."""


def sizing(marks: Mapping[str, Mark]) -> list[str]:
    """Lay out cores, hours, memory, storage and cost by the number of answers; nothing before the folders were measured."""
    if "two" not in marks:
        return ["Not measured yet."]
    head = (
        "answers", "core hours", *(f"time on {cores} core{'s' * (cores > 1)}" for cores in CORES), "file in", "coded file", "cost of cores",
        "a month's storage",
    )  # fmt: skip
    start = marks["code-41"].value if "code-41" in marks else 0.0
    return [*basis(marks["two"]), "", *table(head, [row(answers, marks["two"], start) for answers in ANSWERS])]


def basis(two: Mark) -> list[str]:
    """Say what the table is computed from."""
    told = two.figures
    return [
        f"Computed from {told['rows']:,.0f} rows: {rate(two):,.0f} rows a second for one process, {share(two):.2f} of that for each",
        f"of several (measured with two), {told['in']:.0f} bytes a row in and {told['out']:.0f} out (Parquet, our columns behind the file's own, and what parts leave behind),",
        f"{told['peak']:,.0f} MB for a process at most. Cores at ${CORE_HOUR:.2f} an hour, storage at ${STORED:.3f} a gigabyte and month, in and",
        "out together: put in your own prices, the hours are what counts.",
    ]


def rate(two: Mark) -> float:
    """Return rows a second of one process, its start included."""
    return two.figures["rows"] / two.figures["alone"]


def share(two: Mark) -> float:
    """Return what each of several processes does of what one alone does, 1 at the most."""
    return min(two.value / 2, 1.0)


def row(answers: int, two: Mark, start: float = 0.0) -> Sequence[str]:
    """Write a line of the table; no time is shorter than that of a command on a few answers, `start` seconds."""
    alone = answers / rate(two)
    read, coded = two.figures["in"] * answers, two.figures["out"] * answers
    times = [max(alone if cores == 1 else alone / cores / share(two), start) for cores in CORES]
    hours = alone / share(two) / 3600
    cost, kept = hours * CORE_HOUR, (read + coded) / 1e9 * STORED
    return [
        f"{answers:,}", f"{hours:,.2f}", *map(clock, times), weight(read), weight(coded), dollars(cost), dollars(kept)
    ]  # fmt: skip


def clock(seconds: float) -> str:
    """Write a time in the unit that suits it."""
    for size, unit in ((86_400, "days"), (3_600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds / size:,.1f} {unit}"
    return f"{max(seconds, 1):.0f} s"


def weight(size: float) -> str:
    """Write bytes in the unit that suits them."""
    for unit_size, unit in ((1e12, "TB"), (1e9, "GB")):
        if size >= unit_size:
            return f"{size / unit_size:,.1f} {unit}"
    return f"{size / 1e6:,.0f} MB"


def dollars(cost: float) -> str:
    """Write a price; cents are enough."""
    return f"${cost:,.2f}" if cost >= 0.01 else "under $0.01"
