"""Everything that can go wrong and is not a bug of ours.

::

    FreetextError                     what the command line prints as one line
    ├── InputError                    a file, a row, a column or a cell is not what was asked for
    │   ├── MissingFile
    │   ├── MissingColumn
    │   ├── RepeatedColumn
    │   ├── UnknownTheme
    │   ├── AmbiguousTheme
    │   ├── NothingToLearn
    │   └── SettingsError         a freetext.toml that contradicts itself
    ├── UsageError                    options that do not go together
    ├── CodeframeError                a codeframe that contradicts itself
    ├── BundleError                   a model that cannot be read, or not by this version
    ├── OutputError                   a place that cannot be written
    └── NegativeAnswer                nothing is broken, the answer is no (exit code 1)
        └── SafeguardingFlags         somebody must read some answers today (exit code 3)

An error is made from names and numbers and writes its own text, so that every place which raises it says the same. It names
rows, not texts: whatever comes out of a cell goes through `quoted`, for it may be an answer, and that is personal.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from pathlib import PurePath

SHOWN = 12

CELL = 24
"""Characters of a cell that a message quotes; a longer one may be an answer."""

LINE = 1_500
"""Characters of a message; names and values from a hostile file can make any longer."""

NAME = 80
"""Characters of a heading or a theme that a message repeats; answers can stand there too, in a file without a header."""


class FreetextError(Exception):
    """The root: one line for the user, and an exit code."""

    exit_code = 2


class InputError(FreetextError):
    """The user's input is wrong: what happened, where it stands, what mends it; `rows` are all that it is about, `row` the first."""

    def __init__(
        self,
        what: str,
        *,
        file: object = None,
        row: int | None = None,
        column: str | None = None,
        remedy: str = "",
        rows: Sequence[int] = (),
    ) -> None:
        place = located(file, row, column)
        super().__init__((f"{place}: " if place else "") + in_one_line(what) + (f" {remedy}" if remedy else ""))
        self.what, self.file, self.row, self.column, self.remedy = what, file, row, column, remedy
        self.rows = tuple(rows) if rows else () if row is None else (row,)


class MissingFile(InputError):
    """A file that is not there; suggests the file of the nearest name beside it."""

    def __init__(self, file: object, nearby: Sequence[str] = ()) -> None:
        super().__init__("no such file.", file=file, remedy=did_you_mean(PurePath(str(file)).name, nearby))


class MissingColumn(InputError):
    """A column that the file does not have; says which it has."""

    def __init__(self, column: str, columns: Sequence[str], *, file: object = None, option: str = "") -> None:
        asked = f" ({option})" if option else ""
        hint = did_you_mean(column, columns)
        super().__init__(f"no column {column!r}{asked}. Columns: {names_listed(columns)}.", file=file, remedy=hint)


class RepeatedColumn(InputError):
    """A column that is asked for by a name which stands twice."""

    def __init__(self, column: str, positions: Sequence[int], *, file: object = None) -> None:
        places = " and ".join(str(position + 1) for position in positions)
        super().__init__(
            f"column {column!r} stands {len(positions)} times (columns {places}).",
            file=file,
            remedy="Rename one of them in the file.",
        )


class UnknownTheme(InputError):
    """A theme that the codeframe does not have."""

    def __init__(
        self,
        name: str,
        known: Sequence[str],
        *,
        file: object = None,
        row: int | None = None,
        column: str | None = None,
        became: str = "",
        remedy: str = "",
    ) -> None:
        hint = remedy or (f"By now {became}." if became else did_you_mean(name, known))
        what = f"no theme {quoted(name)}. Themes: {names_listed(known)}."
        super().__init__(what, file=file, row=row, column=column, remedy=hint)


class AmbiguousTheme(InputError):
    """A name that several themes of the codeframe have."""

    def __init__(
        self,
        name: str,
        slugs: Sequence[str],
        *,
        file: object = None,
        row: int | None = None,
        column: str | None = None,
    ) -> None:
        said = f"{quoted(name)} is the name of {len(slugs)} themes."
        super().__init__(
            said, file=file, row=row, column=column, remedy=f"Write a slug: {' or '.join(map(named, slugs))}."
        )
        self.slugs = tuple(slugs)


class NothingToLearn(InputError):
    """Answers without labels, or without a theme."""


class SettingsError(InputError):
    """A freetext.toml that contradicts itself; `line` says where."""

    def __init__(self, what: str, *, file: object = None, line: int | None = None) -> None:
        place = located(file, line, None, unit="line")
        super().__init__((f"{place}: " if place else "") + in_one_line(what))
        self.file, self.line = file, line


class UsageError(FreetextError):
    """Options that do not go together, or one that is missing."""


class CodeframeError(FreetextError):
    """A codeframe that contradicts itself; `slug` and `key` say where, in a table its `row` and `column`."""

    def __init__(
        self,
        what: str,
        *,
        slug: str = "",
        key: str = "",
        file: object = None,
        line: int | None = None,
        row: int | None = None,
        column: str | None = None,
    ) -> None:
        place = located(file, line, None, unit="line") if line else located(file, row, column)
        super().__init__((f"{place}: " if place else "") + in_one_line(what))
        self.what, self.slug, self.key, self.placed = what, slug, key, bool(place)


class BundleError(FreetextError):
    """A model that cannot be read."""

    def __init__(self, path: object, what: str) -> None:
        super().__init__(f"{path}: {in_one_line(what)}")


class OutputError(FreetextError):
    """A place that cannot be written."""

    def __init__(self, path: object, what: str) -> None:
        super().__init__(f"{path}: {in_one_line(what)}")


class NegativeAnswer(FreetextError):
    """Nothing is broken; the answer is no."""

    exit_code = 1


class SafeguardingFlags(NegativeAnswer):
    """Answers that somebody trained must read today; says how many and where the list is, never which."""

    exit_code = 3


def located(file: object, row: int | None, column: str | None, *, unit: str = "row") -> str:
    """Say where something stands, from what is known: file, row (or line) counted from 1, column."""
    parts = [
        str(file) if file is not None else "",
        f"{unit} {row}" if row is not None else "",
        f"column {column!r}" if column else "",
    ]
    return ", ".join(part for part in parts if part)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Suggest the nearest known name, or nothing; what is no name by its length is neither matched nor suggested."""
    by_fold = {each.casefold(): each for each in known if len(each) <= NAME}
    near = difflib.get_close_matches(name.casefold(), by_fold, n=1, cutoff=0.6) if len(name) <= NAME else []
    return f"Did you mean {by_fold[near[0]]!r}?" if near else ""


def in_one_line(text: str) -> str:
    """Put what a message says on one line of bearable length; other libraries' words come in several."""
    line = " ".join(part.strip() for part in text.splitlines()) if len(text.splitlines()) > 1 else text
    return line if len(line) <= LINE else f"{line[: LINE - 1]}\u2026"


def quoted(value: object, most: int = CELL) -> str:
    """Quote a cell's value on one line; one of more than `most` characters is counted and not shown."""
    text = value if isinstance(value, str) else repr(value)
    if len(text) > most:
        return f"(a text of {len(text):,} characters)"
    return repr(str(value)) if isinstance(value, str) else text


def named(name: str) -> str:
    """Repeat a heading or a theme as it stands; one that is no name by its length is counted and not shown."""
    return name if len(name) <= NAME else quoted(name)


def names_listed(names: Sequence[str]) -> str:
    """Write names for a message: the first few, and how many more."""
    first = ", ".join(map(named, names[:SHOWN]))
    return first + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")


def counted(number: int, one: str, many: str = "") -> str:
    """Write a number with its noun: `1 row`, `2,000 rows`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def rows_listed(rows: Sequence[int], more: int = 0) -> str:
    """Write row numbers for a message: the first few, and how many more; `more` are those whose numbers nobody kept."""
    first = ", ".join(str(row) for row in rows[:SHOWN])
    left = len(rows[SHOWN:]) + more
    return first + (f" and {left} more" if left else "")
