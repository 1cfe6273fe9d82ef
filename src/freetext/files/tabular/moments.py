"""Moments as files count them, in nanoseconds or days: Python's values where these hold them exactly, else their text."""

from __future__ import annotations

import datetime as dt

EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001  (a file's moments have no zone unless it says so)
DAY = 86_400 * 10**9
"""Nanoseconds of a day."""

CYCLE = 146_097
"""Days of 400 years, after which the calendar begins again, weekdays too."""

LATE, EARLY = 19, -3
"""Cycles from 1970 to years like those of a far future, in which zones keep their last rule, and to years before there were zones."""


def moment_of(nanos: int, zone: dt.tzinfo | None = None) -> dt.datetime | str:
    """Give the moment so many nanoseconds after 1970, in its zone.

    It is text, ISO 8601, with nanoseconds that are not zero and outside the years 1 to 9999.
    """
    micros, rest = divmod(nanos, 1000)
    try:
        moment = _local(micros, zone)
    except (OverflowError, ValueError):
        days, micros = divmod(micros, DAY // 1000)
        cycles, near = _near(days)
        return _year_moved(_iso(_local(near * (DAY // 1000) + micros, zone), rest), cycles)
    return _iso(moment, rest) if rest else moment


def _local(micros: int, zone: dt.tzinfo | None) -> dt.datetime:
    moment = EPOCH + dt.timedelta(microseconds=micros)
    return moment if zone is None else moment.replace(tzinfo=dt.UTC).astimezone(zone)


def _iso(moment: dt.datetime | dt.time, rest: int) -> str:
    """Write a moment with so many nanoseconds more."""
    if not rest:
        return moment.isoformat()
    text = moment.isoformat(timespec="microseconds")
    end = text.index(".") + 7
    return f"{text[:end]}{rest:03d}{text[end:]}"


def _near(days: int) -> tuple[int, int]:
    """Give the cycles that a day far from today lies off a year that Python knows, and the same day of that year."""
    cycles = days // CYCLE - (LATE if days > 0 else EARLY)
    return cycles, days - cycles * CYCLE


def _year_moved(iso: str, cycles: int) -> str:
    year = int(iso[:4]) + 400 * cycles
    return f"{'-' * (year < 0)}{abs(year):04d}{iso[4:]}"


def day_of(days: int) -> dt.date | str:
    """Give the day so many days after 1970; text outside the years 1 to 9999."""
    try:
        return EPOCH.date() + dt.timedelta(days)
    except OverflowError:
        cycles, near = _near(days)
        return _year_moved((EPOCH.date() + dt.timedelta(near)).isoformat(), cycles)


def time_of(nanos: int) -> dt.time | str:
    """Give the time of day so many nanoseconds after midnight; text with nanoseconds that are not zero."""
    if not 0 <= nanos < DAY:
        return length_text(nanos)
    micros, rest = divmod(nanos, 1000)
    time = (EPOCH + dt.timedelta(microseconds=micros)).time()
    return _iso(time, rest) if rest else time


def length_of(nanos: int) -> dt.timedelta | str:
    """Give a duration; text with nanoseconds that are not zero and beyond 999,999,999 days."""
    if nanos % 1000:
        return length_text(nanos)
    try:
        return dt.timedelta(microseconds=nanos // 1000)
    except OverflowError:
        return length_text(nanos)


def length_text(nanos: int) -> str:
    """Write a duration as `h:mm:ss`, with what is left of a second where there is any."""
    seconds, rest = divmod(abs(nanos), 10**9)
    minutes, seconds = divmod(seconds, 60)
    behind = f".{rest:09d}".rstrip("0") if rest else ""
    return f"{'-' * (nanos < 0)}{minutes // 60}:{minutes % 60:02d}:{seconds:02d}{behind}"
