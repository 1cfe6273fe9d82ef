"""Microsoft Forms and Google Forms: one header row of questions as they were asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from freetext.files.tabular.headings import Heading, Role, key, readable, unique

MICROSOFT: dict[str, Role] = {
    "id": "id",
    **dict.fromkeys(("email", "name"), "person"),
    **dict.fromkeys(("starttime", "completiontime", "lastmodifiedtime", "language", "totalpoints"), "made"),
    **dict.fromkeys(("quizfeedback", "gradepostedtime"), "made"),
}
GOOGLE: dict[str, Role] = {
    **dict.fromkeys(("emailaddress", "username"), "person"),
    **dict.fromkeys(("timestamp", "score"), "made"),
}
STAMP = re.compile(
    r"\d{4}/\d{1,2}/\d{1,2} \d{1,2}:\d\d:\d\d (?:am|pm)(?: \S+)?|\d{1,2}[/.]\d{1,2}[/.]\d{4},? \d{1,2}:\d\d:\d\d",
    re.IGNORECASE,
)
"""How Google writes the moment of an answer: in a CSV download, in a sheet; a workbook's moments are given in the second form."""

POINTS = re.compile(r"\s*\d+(?:[.,]\d+)?\s*/\s*\d+(?:[.,]\d+)?\s*")
"""How Google writes the points of a quiz: `3 / 5`."""

GRID = re.compile(r".+\S \[.+\]")
ASKED = 3
"""Words of a name that is a question as it was asked, at least."""


def microsoft(names: Sequence[str], rows: Sequence[Sequence[str]], *, sure: bool) -> Heading | None:
    """Read a header of Microsoft Forms; None where it is none."""
    del rows
    keys = [key(name) for name in names[:4]]
    if not {"id", "starttime", "completiontime"} <= set(keys) and not (sure and {"id", "starttime"} & set(keys)):
        return None
    return _one_row("microsoft-forms", names)


def google(names: Sequence[str], rows: Sequence[Sequence[str]], *, sure: bool) -> Heading | None:
    """Read a header of Google Forms; None where it is none."""
    if not names or key(names[0]) != "timestamp":
        return None
    stamps = [row[0].strip() for row in rows if row[0].strip()]
    stamped = bool(stamps) and all(STAMP.fullmatch(readable(stamp)) for stamp in stamps)
    own = {key(name) for name in names[1:3]} & {"emailaddress", "username"}
    asked = any(GRID.fullmatch(name) or len(name.split()) >= ASKED for name in names[1:])
    return _one_row("google-forms", names) if sure or (stamped and (own or asked)) else None


def is_own_score(name: str, cells: Iterable[str]) -> bool:
    """Whether a column of the name Score holds what Google never writes there: then it is somebody's own question."""
    return key(name) == "score" and not all(map(POINTS.fullmatch, cells))


def _one_row(platform: str, names: Sequence[str]) -> Heading:
    final, renamed = unique([readable(name) for name in names])
    return Heading(platform, final, renamed=renamed)
