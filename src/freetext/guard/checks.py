"""What a check of a file finds: named findings with the file's own rows, what they mean and what mends them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from freetext.errors import counted

Severity = Literal["note", "person", "safeguarding"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found; it never holds an answer's text.

    check     its name, see docs/check.md
    severity  note, person (somebody must look before the file is coded), or safeguarding (somebody must look today)
    column    where it stands; empty for the whole file
    rows      the file's own numbers, rising; none where it is about a whole column
    count     of rows, or of what `what` counts
    withheld  rows that are counted and not told, for their answers are flagged for safeguarding
    remedy    the option, the setting or the step that mends it
    """

    check: str
    severity: Severity
    what: str
    column: str = ""
    rows: tuple[int, ...] = ()
    count: int = 0
    remedy: str = ""
    withheld: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """A column as text, with the file's own number of each row; both of one length."""

    name: str
    texts: Sequence[str]
    rows: Sequence[int]

    def __len__(self) -> int:
        """How many rows."""
        return len(self.texts)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a column is taken for (`open`, `id`, `weight`, `dropped`, `nothing` ...), and why."""

    column: str
    kind: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Shares:
    """How the cells of one question are filled, in numbers of rows; `median` counts words of those that say something.

    unsaid    "n/a", "-", "no comment" and the like
    one_word  a single word that is none of these
    longest   in characters
    """

    question: str
    column: str
    rows: int
    blank: int
    unsaid: int
    one_word: int
    median: float
    longest: int


@dataclass(frozen=True, slots=True)
class Flagged:
    """An answer that people must look at for safeguarding: for the restricted list only, never for a screen."""

    row: int
    id: str
    question: str
    category: str
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Checked:
    """A file after its checks.

    took        what was assumed when it was read
    findings    those that need a person first
    flagged     the restricted list: not shown, not part of the JSON
    unsearched  columns in which nobody looked for personal data and safeguarding
    """

    file: str
    rows: int
    took: tuple[str, ...] = ()
    taken: tuple[Taken, ...] = ()
    shares: tuple[Shares, ...] = ()
    findings: tuple[Finding, ...] = ()
    flagged: tuple[Flagged, ...] = field(default=(), repr=False)
    unsearched: tuple[str, ...] = ()

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """The findings of one severity, in order."""
        return tuple(each for each in self.findings if each.severity == severity)

    @property
    def clean(self) -> bool:
        """Whether nobody needs to look: there are notes at most."""
        return all(each.severity == "note" for each in self.findings)


def found(
    check: str, severity: Severity, cells: Cells, places: Iterable[int], what: str, remedy: str = ""
) -> list[Finding]:
    """One finding at these places of a column (from 0), or none where there are no places; `{n}` in `what` is how many rows."""
    rows = tuple(sorted({int(cells.rows[place]) for place in places}))
    if not rows:
        return []
    said = what.replace("{n}", counted(len(rows), "row"))
    return [Finding(check, severity, said, cells.name, rows, len(rows), remedy)]


def without(findings: Iterable[Finding], rows: Collection[int]) -> Iterator[Finding]:
    """Take rows out of what findings list; they are counted all the same."""
    for finding in findings:
        told = tuple(row for row in finding.rows if row not in rows) if rows else finding.rows
        yield replace(finding, rows=told, withheld=len(finding.rows) - len(told)) if told != finding.rows else finding


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The worst first; those of one severity stay as they come."""
    return tuple(sorted(findings, key=lambda each: -SEVERITIES.index(each.severity)))
