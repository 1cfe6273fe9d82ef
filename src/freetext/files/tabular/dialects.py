"""Exports of survey platforms: found by several signs, and folded into a plain table.

The rows below the first that still belong to the header become names and what is said of the columns (`about`); rows that
were answered in a preview are taken out. Both are said in `took`. A table without a platform's signs stays as it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, get_args

from freetext.errors import InputError, UsageError, did_you_mean, named
from freetext.files.tabular import dialect_forms, dialect_qualtrics, dialect_stacked
from freetext.files.tabular.cells import Column, texts_of, values_of
from freetext.files.tabular.headings import HEADER_ROWS, Heading, Role, key
from freetext.files.tabular.rows import About, Marked, Table
from freetext.survey.codeframe import fold

Platform = Literal["qualtrics", "surveymonkey", "microsoft-forms", "google-forms", "smartsurvey", "plain"]
PLATFORMS: tuple[str, ...] = get_args(Platform)
PLAIN = "plain"

Reader = Callable[..., Heading | None]
READERS: dict[str, Reader] = {
    "qualtrics": dialect_qualtrics.heading,
    "surveymonkey": dialect_stacked.monkey,
    "microsoft-forms": dialect_forms.microsoft,
    "smartsurvey": dialect_stacked.smart,
    "google-forms": dialect_forms.google,
}
TITLES = {
    "qualtrics": "Qualtrics",
    "surveymonkey": "SurveyMonkey",
    "microsoft-forms": "Microsoft Forms",
    "google-forms": "Google Forms",
    "smartsurvey": "SmartSurvey",
}
ROLES: dict[str, Mapping[str, Role]] = {
    "qualtrics": dialect_qualtrics.COLUMNS,
    "surveymonkey": dialect_stacked.MONKEY,
    "microsoft-forms": dialect_forms.MICROSOFT,
    "smartsurvey": dialect_stacked.SMART,
    "google-forms": dialect_forms.GOOGLE,
}
KNOWN = frozenset(name for roles in ROLES.values() for name in roles)
TICKS = frozenset({"0", "1"})
"""What a column may hold, beside its option's own words, to be that of a ticked option."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """Which platform's export a file is taken for.

    platform  one of PLATFORMS; empty where the file shall tell
    previews  whether rows answered in a preview stay
    asked     somebody named the platform for this very file: one that is none of its exports is refused
    """

    platform: str = ""
    previews: bool = False
    asked: bool = False

    def __post_init__(self) -> None:
        """Refuse a platform that nobody knows."""
        if self.platform and self.platform not in PLATFORMS:
            hint = did_you_mean(self.platform, PLATFORMS)
            raise UsageError(f"no dialect {self.platform!r}. Dialects: {', '.join(PLATFORMS)}. {hint}".rstrip())


Wanted: TypeAlias = Dialect | str | None
"""A dialect, its platform as somebody named it for one file, or None: the file tells."""


def wanted_of(dialect: Wanted) -> Dialect:
    """Take a dialect or a platform's name; raises UsageError for one that nobody knows."""
    if isinstance(dialect, Dialect):
        return dialect
    return Dialect(dialect, asked=True) if dialect else Dialect()


def role_of(platform: str, name: str) -> Role | None:
    """What a column is that the platform itself fills in; None for the others."""
    return ROLES.get(platform, {}).get(key(name))


def folded(table: Table, dialect: Wanted = None) -> Table:
    """Fold a platform's export into a plain table; one that is none is given back as it is.

    Raises InputError where a platform was asked for of which the table bears no sign.
    """
    wanted = wanted_of(dialect)
    possible = may_be_export(table.names, wanted)
    heading = heading_of(table.names, first_rows(table), wanted, file=table.file) if possible else None
    if heading is None:
        return table
    head = heading.rows
    columns = tuple(column[head:] for column in table.columns) if head else table.columns
    about = {new: table.about[old] for old, new in zip(table.names, heading.names, strict=True) if old in table.about}
    size, first = table.size - head, table.first + head
    bare = replace(table, names=heading.names, columns=columns, size=size, first=first, dialect=heading.platform)
    whole = replace(bare, about={**about, **confirmed(heading.about, bare)})
    marked = marks_in(whole, heading, wanted)
    said = (*table.took, *told(heading, marked))
    return replace(_without_rows(whole, marked.previews), took=said, head=head, marked=marked)


def may_be_export(names: Sequence[str], wanted: Dialect) -> bool:
    """Whether the rows below the names are worth a look; a file that freetext wrote is no export, nor is one said to be plain."""
    if wanted.platform == PLAIN or any(fold(name).startswith("freetext_") for name in names):
        return False
    keys = [key(name) for name in names]
    return (
        bool(wanted.platform)
        or any(each in KNOWN for each in keys)
        or any(map(dialect_qualtrics.NUMBERED.fullmatch, keys))
    )


def heading_of(
    names: Sequence[str], rows: Sequence[Sequence[str]], wanted: Dialect, *, file: object = None
) -> Heading | None:
    """Find the platform whose header this is, from the names and the rows below them; see `folded`."""
    if wanted.platform:
        return _named(names, rows, wanted, file)
    return next((found for read in READERS.values() if (found := read(names, rows, sure=False))), None)


def _named(names: Sequence[str], rows: Sequence[Sequence[str]], wanted: Dialect, file: object) -> Heading | None:
    """Read the header of the platform that was named; none where it is surely another's."""
    found, title = READERS[wanted.platform](names, rows, sure=True), TITLES[wanted.platform]
    why = "it has none of its columns"
    if found and READERS[wanted.platform](names, rows, sure=False) is None:
        other = next((each for each, read in READERS.items() if read(names, rows, sure=False)), "")
        found = None if other else found
        why = f"its columns are those of {TITLES[other]}" if other else why
    if found is None and wanted.asked:
        mends = "Leave --dialect out, or name another: " + ", ".join(PLATFORMS) + "."
        raise InputError(f"is no export of {title} (--dialect): {why}.", file=file, remedy=mends)
    return found


def first_rows(table: Table) -> list[list[str]]:
    """The rows that may still belong to the header, as text; moments of a workbook as a sheet shows them."""
    few = [_shown(column[:HEADER_ROWS]) for column in table.columns]
    return [list(row) for row in zip(*few, strict=True)]


def _shown(cells: Column) -> list[str]:
    pairs = zip(values_of(cells), texts_of(cells), strict=True)
    return [f"{cell:%d/%m/%Y %H:%M:%S}" if isinstance(cell, dt.datetime) else text for cell, text in pairs]


def confirmed(about: Mapping[str, About], table: Table) -> dict[str, About]:
    """Keep the options of those questions whose every column holds nothing but its option's words, or ticks; grids are none."""
    sets: dict[str, list[str]] = {}
    for name, each in about.items():
        if each.group:
            sets.setdefault(each.group, []).append(name)
    found = dict(about)
    for group, names in sets.items():
        ticking = [name for name in names if _ticks(table, name, about[name])]
        filled = [name for name in ticking if any(table.texts(name))]
        others = [name for name in names if name not in ticking]
        keeps = filled and len(ticking) > 1 and len(others) <= 1
        for name in others if keeps else names:
            title = f"{about[name].title or group} - {about[name].option}"
            found[name] = replace(about[name], title=title, group="", option="")
    return found


def _ticks(table: Table, name: str, about: About) -> bool:
    cells = {fold(cell) for cell in set(table.texts(name))} - {""}
    return cells <= {fold(about.option)} or cells <= TICKS


def marks_in(table: Table, heading: Heading, wanted: Dialect) -> Marked:
    """Find the rows of a table that were answered in a preview, and those that the platform suspects."""
    previews = () if wanted.previews else _marked(table, heading, heading.previews)
    spam = [row for row in _marked(table, heading, heading.spam) if row not in set(previews)]
    return Marked(tuple(previews), tuple(spam))


def _marked(table: Table, heading: Heading, marks: Iterable[tuple[int, frozenset[str]]]) -> list[int]:
    rows: set[int] = set()
    for place, cells in marks:
        texts = table.texts(heading.names[place])
        known = {text for text in set(texts) if key(text) in cells}
        rows |= {table.row(at) for at, text in enumerate(texts) if text in known} if known else set()
    return sorted(rows)


def told_of_export(platform: str, head: int, marked: Marked) -> tuple[str, ...]:
    """Say whose export it is, how many more rows its header has, and which rows are marked, for people."""
    rows = f": {head} more header row{'s' * (head > 1)}" if head else ""
    said = (f"dialect {TITLES[platform]}{rows}; --dialect plain undoes it", marked.left_out, marked.stay)
    return tuple(each for each in said if each)


def told(heading: Heading, marked: Marked) -> tuple[str, ...]:
    """Say what was found and done, for people."""
    said = list(told_of_export(heading.platform, heading.rows, marked))
    if heading.renamed:
        first = ", ".join(repr(named(now)) for _, now in heading.renamed[:3])
        more = f" and {len(heading.renamed) - 3} more" if len(heading.renamed) > 3 else ""
        said.append(f"names that stood twice are now {first}{more}")
    return tuple(said)


def _without_rows(table: Table, rows: Sequence[int]) -> Table:
    if not rows:
        return table
    gone, numbers = set(rows), table.row_numbers()
    places = [place for place, number in enumerate(numbers.tolist()) if number not in gone]
    columns: tuple[Column, ...] = tuple([cells[place] for place in places] for cells in map(values_of, table.columns))
    return replace(table, columns=columns, size=len(places), numbers=numbers[places])
