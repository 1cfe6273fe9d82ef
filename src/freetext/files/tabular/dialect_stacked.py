"""SurveyMonkey and SmartSurvey: questions in the first row, what is below them (options, rows of a grid) in further ones.

A blank cell in the first row, or the same text again, goes on with the question to its left. Below the columns that the platform
fills in itself the further rows are blank: that tells them from answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from freetext.files.tabular.headings import Heading, Role, key, places_of, readable, unique
from freetext.files.tabular.rows import About

MONKEY: dict[str, Role] = {
    "respondentid": "id",
    **dict.fromkeys(("ipaddress", "emailaddress", "firstname", "lastname"), "person"),
    **dict.fromkeys(("customdata", *(f"customdata{number}" for number in range(1, 11)), "customvalue"), "person"),
    **dict.fromkeys(("collectorid", "datecreated", "datemodified", "startdate", "enddate", "collectortype"), "made"),
}
SMART: dict[str, Role] = {
    **dict.fromkeys(("userid", "userno"), "id"),
    **dict.fromkeys(("name", "email", "emailaddress", "ipaddress", "uniqueid"), "person"),
    **dict.fromkeys(("started", "ended", "trackinglink", "completed", "language", "lastpage"), "made"),
}
NEUTRAL = {"", "response", "openendedresponse"}
"""What stands below a question that has one column."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a question: what was asked, what stands below it, and whose set it is one of."""

    question: str
    below: tuple[str, ...] = ()
    set: int = 0


def monkey(names: Sequence[str], rows: Sequence[Sequence[str]], *, sure: bool) -> Heading | None:
    """Read a header of SurveyMonkey; None where it is none."""
    keys = set(map(key, names))
    dated = keys & {"datecreated", "datemodified", "startdate", "enddate"}
    if "respondentid" not in keys or not (sure or ("collectorid" in keys and dated)):
        return None
    return _stacked("surveymonkey", names, rows, MONKEY)


def smart(names: Sequence[str], rows: Sequence[Sequence[str]], *, sure: bool) -> Heading | None:
    """Read a header of SmartSurvey; None where it is none."""
    keys = set(map(key, names))
    others = keys & {"uniqueid", "started", "ended", "trackinglink", "ipaddress"}
    if not keys & {"userid", "userno"} or not (sure or len(others) >= 3):
        return None
    return _stacked("smartsurvey", names, rows, SMART)


def _stacked(platform: str, names: Sequence[str], rows: Sequence[Sequence[str]], known: Mapping[str, Role]) -> Heading:
    own = set(places_of(names, known))
    heads = [row for row in rows[:2] if _goes_on(row, own)]
    heads = heads if not rows or not heads or heads[0] is rows[0] else []
    columns = list(_columns([readable(name) for name in names], [[*map(readable, row)] for row in heads], own))
    final, renamed = unique([_name(column) for column in columns])
    return Heading(platform, final, len(heads), _about(final, columns) if heads else {}, renamed=renamed)


def _goes_on(row: Sequence[str], own: set[int]) -> bool:
    return not any(row[place].strip() for place in own) and any(cell.strip() for cell in row)


def _columns(names: Sequence[str], heads: Sequence[Sequence[str]], own: set[int]) -> list[_Column]:
    found: list[_Column] = []
    question, number, seen = "", 0, set[tuple[str, ...]]()
    for place, name in enumerate(names):
        below = tuple(row[place] for row in heads)
        if place in own or not any((name, *below)):
            question = name
            found.append(_Column(name))
            continue
        fresh = (name and name != question) or not heads
        below = below if fresh or not found else _filled(below, found[-1], number)
        if fresh or below in seen:
            question, number, seen = name, number + 1, set()
        seen.add(below)
        found.append(_Column(question, below, number))
    return found


def _filled(below: tuple[str, ...], before: _Column, number: int) -> tuple[str, ...]:
    """Where two rows stand below a question, carry the first of them on over the blanks to its right."""
    goes_on = len(below) == 2 and not below[0] and before.below and before.set == number
    return (before.below[0], below[1]) if goes_on else below


def _said(column: _Column) -> list[str]:
    return [text for text in column.below if key(text) not in NEUTRAL]


def _name(column: _Column) -> str:
    return " - ".join(text for text in (column.question, *_said(column)) if text)


def _about(names: Sequence[str], columns: Sequence[_Column]) -> dict[str, About]:
    sets = Counter((column.set, tuple(_said(column)[:-1])) for column in columns if column.set)
    titles: dict[tuple[int, tuple[str, ...]], str] = {}
    found: dict[str, About] = {}
    for name, column in zip(names, columns, strict=True):
        if not column.set or not name:
            continue
        *above, option = _said(column) or [""]
        which = (column.set, tuple(above))
        title = " - ".join(text for text in (column.question, *above) if text)
        if not option or sets[which] < 2:
            found[name] = About(title=" - ".join(filter(None, (title, option))))
            continue
        if which not in titles:
            titles[which] = unique([*titles.values(), title])[0][-1]
        found[name] = About(title=title, group=titles[which], option=option)
    return found
