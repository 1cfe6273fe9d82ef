"""The list of escalated answers: who raised what, when; beside the list of `freetext check`, for its owner's eyes alone.

It is made anew from the coders' logs each time, so that what a coder takes back is gone from it, and nothing else. It holds no text.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from freetext.errors import FreetextError
from freetext.files.project.settings import Project
from freetext.files.restricting.lists import restricted_csv
from freetext.files.restricting.owners import list_place, write_list
from freetext.files.tabular.dialects import PLAIN
from freetext.files.tabular.guard import unguarded
from freetext.files.tabular.tables import read_table
from freetext.survey.labels import Key, Label, raised

NAMES = ("id", "question", "category", "coder", "time")
END = "-escalated.csv"
BY_CODER = "raised by the coder"
"""The category of an answer in which the lexicon sees nothing."""
CHANGED = "text has changed since"
"""Stands in the category where a coder raised another text under this id than the file has now."""
GONE = "not in the file any more"
"""Stands in the category where the file had the answer when it was listed, and has it no more."""


@dataclass(frozen=True, slots=True)
class Escalated:
    """One answer that a coder raised: its id and question, what it looks like, who raised it and when (ISO 8601, UTC)."""

    id: str
    question: str
    category: str
    coder: str
    time: str

    @property
    def event(self) -> tuple[str, ...]:
        """What tells this flag from all others."""
        return (self.id, self.question, self.coder, self.time)


def escalated_place(source: str | Path, project: Project) -> Path:
    """Where the list of a file's answers goes: output/restricted/STEM-escalated.csv."""
    return list_place(project, str(source), END)


def escalated_in(
    labels: Iterable[Label],
    category: Callable[[Key], str],
    hashes: Callable[[Key], str],
    before: Sequence[Escalated] = (),
) -> list[Escalated]:
    """List the flags that stand and belong to a file: on its answers, and on what `before` listed; in the order of the log.

    `hashes` gives the hash of an answer's text, empty where the file does not have the answer. A flag is never left out for its text:
    a file that was put in its place may have another one, and so may another file with the same ids.
    """
    known = {each.event: each.category for each in before}
    found = []
    for label in raised(labels, "safeguarding"):
        now, row = hashes(label.key), _row(label, "")
        if not now:
            if row.event in known:
                found.append(replace(row, category=_told(known[row.event], GONE)))
        elif label.text_hash in {"", now}:
            found.append(replace(row, category=category(label.key) or BY_CODER))
        else:
            found.append(replace(row, category=_told(known.get(row.event, ""), CHANGED)))
    return found


def _row(label: Label, category: str) -> Escalated:
    return Escalated(*label.key, category, label.coder, label.time)


def _told(category: str, what: str) -> str:
    """Put what has become of an answer behind what it looked like."""
    looked = [each for each in category.split("; ") if each and each not in {CHANGED, GONE}]
    return "; ".join((*looked, what))


def read_escalated(path: Path) -> list[Escalated]:
    """Read a list back; one that is not there or cannot be read has no rows."""
    with suppress(FreetextError):
        table = read_table(path, delimiter=",", dialect=PLAIN) if path.is_file() else None
        if table is not None and set(NAMES) <= set(table.names):
            return [Escalated(*row) for row in zip(*(unguarded(table.texts(name)) for name in NAMES), strict=True)]
    return []


def write_escalated(found: Collection[Escalated], source: str | Path, project: Project) -> Path:
    """Write the list of a file whole, file mode 0600 in a folder of mode 0700; returns its place. Raises OutputError.

    Where nothing is escalated and there is no list, none is made.
    """
    place = escalated_place(source, project)
    if not found and not place.exists():
        return place
    return write_list(restricted_csv(NAMES, tuple(found)), project, str(source), END)
