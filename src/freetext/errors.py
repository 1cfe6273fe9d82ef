"""Everything that can go wrong and is not a bug of ours.

::

    FreetextError                     what the command line prints as one line
    ├── InputError                    a file, a row, a column or a cell is not what was asked for
    │   ├── MissingFile
    │   ├── MissingColumn
    │   ├── RepeatedColumn
    │   ├── UnknownTheme
    │   └── SettingsError         a freetext.toml that contradicts itself
    ├── UsageError                    options that do not go together
    ├── CodeframeError                a codeframe that contradicts itself
    ├── BundleError                   a model that cannot be read, or not by this version
    ├── OutputError                   a place that cannot be written
    └── NegativeAnswer                nothing is broken, the answer is no (exit code 1)

An error is made from names and numbers and writes its own text, so that every place which raises it says the same.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

SHOWN = 12


class FreetextError(Exception):
    """The root: one line for the user, and an exit code."""

    exit_code = 2


class InputError(FreetextError):
    """The user's input is wrong: what happened, where it stands, what mends it."""

    def __init__(
        self, what: str, *, file: object = None, row: int | None = None, column: str | None = None, remedy: str = ""
    ) -> None:
        place = located(file, row, column)
        super().__init__((f"{place}: " if place else "") + what + (f" {remedy}" if remedy else ""))
        self.what, self.file, self.row, self.column, self.remedy = what, file, row, column, remedy


class MissingFile(InputError):
    """A file that is not there."""

    def __init__(self, file: object, nearby: Sequence[str] = ()) -> None:
        super().__init__("no such file.", file=file, remedy=did_you_mean(str(file), nearby))


class MissingColumn(InputError):
    """A column that the file does not have; says which it has."""

    def __init__(self, column: str, columns: Sequence[str], *, file: object = None, option: str = "") -> None:
        there = ", ".join(columns[:SHOWN]) + (f" and {len(columns) - SHOWN} more" if len(columns) > SHOWN else "")
        asked = f" ({option})" if option else ""
        hint = did_you_mean(column, columns)
        super().__init__(f"no column {column!r}{asked}. Columns: {there}.", file=file, remedy=hint)


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
    ) -> None:
        there = ", ".join(known[:SHOWN]) + (f" and {len(known) - SHOWN} more" if len(known) > SHOWN else "")
        hint = did_you_mean(name, known)
        super().__init__(f"no theme {name!r}. Themes: {there}.", file=file, row=row, column=column, remedy=hint)


class SettingsError(InputError):
    """A freetext.toml that contradicts itself; `line` says where."""

    def __init__(self, what: str, *, file: object = None, line: int | None = None) -> None:
        place = located(file, line, None, unit="line")
        super().__init__((f"{place}: " if place else "") + what)
        self.file, self.line = file, line


class UsageError(FreetextError):
    """Options that do not go together, or one that is missing."""


class CodeframeError(FreetextError):
    """A codeframe that contradicts itself; `slug` and `key` say where."""

    def __init__(
        self, what: str, *, slug: str = "", key: str = "", file: object = None, line: int | None = None
    ) -> None:
        place = located(file, line, None, unit="line")
        super().__init__((f"{place}: " if place else "") + what)
        self.what, self.slug, self.key = what, slug, key


class BundleError(FreetextError):
    """A model that cannot be read."""

    def __init__(self, path: object, what: str) -> None:
        super().__init__(f"{path}: {what}")


class OutputError(FreetextError):
    """A place that cannot be written."""

    def __init__(self, path: object, what: str) -> None:
        super().__init__(f"{path}: {what}")


class NegativeAnswer(FreetextError):
    """Nothing is broken; the answer is no."""

    exit_code = 1


def located(file: object, row: int | None, column: str | None, *, unit: str = "row") -> str:
    """Say where something stands, from what is known: file, row (or line) counted from 1, column."""
    parts = [
        str(file) if file is not None else "",
        f"{unit} {row}" if row is not None else "",
        f"column {column!r}" if column else "",
    ]
    return ", ".join(part for part in parts if part)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Suggest the nearest known name, or nothing."""
    by_fold = {each.casefold(): each for each in known}
    near = difflib.get_close_matches(name.casefold(), by_fold, n=1, cutoff=0.6)
    return f"Did you mean {by_fold[near[0]]!r}?" if near else ""


def rows_listed(rows: Sequence[int]) -> str:
    """Write row numbers for a message: the first few, and how many more."""
    first = ", ".join(str(row) for row in rows[:SHOWN])
    return first + (f" and {len(rows) - SHOWN} more" if len(rows) > SHOWN else "")
