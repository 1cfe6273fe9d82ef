"""Dates and times as SPSS, Stata and SAS count them.

SPSS    seconds since 14 October 1582, midnight; times are seconds
Stata   days (%td), milliseconds (%tc), weeks (%tw), months (%tm), quarters (%tq) or halves (%th) since 1 January 1960; %ty is the
        year itself. A year has 52 of Stata's weeks, the first from 1 January on
SAS     days or seconds since 1 January 1960, by the format
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["date", "datetime", "time", "length", "period"]

SPSS, OTHERS = dt.datetime(1582, 10, 14), dt.datetime(1960, 1, 1)  # noqa: DTZ001  (these programs know no zones)
DAY = 86_400
NAME = re.compile(r"([A-Z][A-Z0-9]*?[A-Z])\d*(?:\.\d+)?")
FORMATS: dict[str, dict[str, Kind]] = {
    "SPSS": {
        **dict.fromkeys(("DATE", "ADATE", "EDATE", "JDATE", "SDATE", "QYR", "MOYR", "WKYR"), "date"),
        **dict.fromkeys(("DATETIME", "YMDHMS"), "datetime"),
        **dict.fromkeys(("TIME", "MTIME"), "time"),
        "DTIME": "length",
    },
    "SAS": {
        **dict.fromkeys(("DATE", "WEEKDATE", "WEEKDATX", "WORDDATE", "WORDDATX", "DTDATE", "MONYY", "YYMON"), "date"),
        **dict.fromkeys(("DDMMYY", "MMDDYY", "YYMMDD", "JULIAN", "MMYY", "YYMM", "YYQ"), "date"),
        **dict.fromkeys(("ISDA", "EDA", "BDA"), "date"),
        **dict.fromkeys(("DATETIME", "DATEAMPM", "MDYAMPM", "ISDT", "EDT", "BDT", "BDN"), "datetime"),
        **dict.fromkeys(("TIME", "HHMM", "TOD", "TIMEAMPM", "ISTM", "ETM", "BTM"), "time"),
    },
}
SEPARATED = re.compile(r"(DDMMYY|MMDDYY|YYMMDD|MMYY|YYMM|YYQ)[BCDNPS]")
"""SAS writes the separator of a date behind its name."""
DAYS, MOMENTS = re.compile(r"%-?t?d"), re.compile(r"%-?t[cC]")
CLOCK = re.compile(r"%-?t[cC][HhMSs:._apPAm#!+\d-]+")
"""Stata's %tc with parts of a time and none of a date."""


PERIOD = re.compile(r"%-?t([wmqh])")
PERIODS = {"w": (52, "{:04d}-W{:02d}"), "m": (12, "{:04d}-{:02d}"), "q": (4, "{:04d}-Q{}"), "h": (2, "{:04d}-H{}")}
"""How many of them a year has, and how one is written."""
ZEROS = re.compile(r"N(\d+)(?:\.0)?|%-?0(\d+)\.0f")
"""A format that shows a number with leading zeros: SPSS's N and Stata's %05.0f, with how many digits."""


def kind_of(form: str, program: str) -> Kind | None:
    """Say whether a format shows dates, moments or times; None for everything else."""
    if program == "Stata":
        if CLOCK.fullmatch(form) and not re.search(r"N", form):
            return "time"
        if PERIOD.match(form):
            return "period"
        return "datetime" if MOMENTS.match(form) else "date" if DAYS.match(form) else None
    name = NAME.fullmatch(form.upper())
    plain = re.sub(r"8601", "", name[1]) if name else ""
    separated = SEPARATED.fullmatch(plain)
    return FORMATS[program].get(separated[1] if separated and program == "SAS" else plain)


def moments_of(cells: list[object], form: str, program: str) -> tuple[list[object], int]:
    """Turn numbers into dates, moments or times where the format shows them so; others come back as they are.

    Also gives how many lie outside Python's calendar (years 1 to 9999); they stay numbers. Where a time is a
    day or more, or below nothing, all of the column are durations. Moments are good to the millisecond: a double has no room for more behind so many seconds.
    """
    kind = kind_of(form, program)
    if kind is None:
        return cells, 0
    numbers = {cell for cell in cells if isinstance(cell, (int, float))}
    if kind == "time" and not all(0 <= number < DAY * _second(program) for number in numbers):
        kind = "length"
    turn = _period(form) if kind == "period" else _turner(kind, program)
    known: dict[object, object] = {None: None, **{number: _tried(turn, number) for number in numbers}}
    left = {cell for cell, moment in known.items() if moment is cell and cell is not None}
    return [known.get(cell, cell) for cell in cells], sum(cell in left for cell in cells)


def _tried(turn: Callable[[float], object], cell: float) -> object:
    try:
        return turn(cell)
    except (OverflowError, ValueError):
        return cell


def _turner(kind: Kind, program: str) -> Callable[[float], object]:
    """The function that turns a number of this kind."""
    start = SPSS if program == "SPSS" else OTHERS
    second = _second(program)
    if kind == "time":
        return lambda number: (OTHERS + _length(number / second)).time()
    if kind == "length":
        return lambda number: _length(number / second)
    if kind == "datetime":
        return lambda number: start + dt.timedelta(milliseconds=round(number * (1000 // second)))
    unit = DAY if program == "SPSS" else 1
    return lambda number: (start + dt.timedelta(days=math.floor(number / unit))).date()


def _period(form: str) -> Callable[[float], object]:
    """The function that writes a week, month, quarter or half year of Stata."""
    match = PERIOD.match(form)
    assert match is not None
    many, shape = PERIODS[match[1]]

    def written(number: float) -> object:
        years, part = divmod(math.floor(number), many)
        return shape.format(1960 + years, part + 1) if 0 < 1960 + years < 10_000 else number

    return written


def with_zeros(cells: list[object], form: str, program: str) -> tuple[list[object], bool]:
    """Write whole numbers with the leading zeros that their format shows, as identifiers have them; whether it did."""
    match = ZEROS.fullmatch(form) if program in {"SPSS", "Stata"} else None
    whole = all(cell is None or (type(cell) is int and cell >= 0) for cell in cells)
    if match is None or not whole:
        return cells, False
    digits = int(match[1] or match[2])
    texts: list[object] = [None if cell is None else f"{cell:0{digits}d}" for cell in cells]
    return texts, any(len(str(cell)) < digits for cell in cells if cell is not None)


def _length(seconds: float) -> dt.timedelta:
    whole = math.floor(seconds)
    return dt.timedelta(seconds=whole, microseconds=round((seconds - whole) * 1e6))


def _second(program: str) -> int:
    """How a program counts a second of its moments and times."""
    return 1000 if program == "Stata" else 1
