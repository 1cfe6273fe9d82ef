"""The list of escalated answers: who raised what, when; beside the list of `freetext check`, for its owner's eyes alone.

It is made anew from the coders' logs each time, so that what a coder takes back is gone from it. It holds no text.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from freetext.files.coding.checked_restricted import FOLDER, write_restricted
from freetext.files.project.settings import Project
from freetext.files.tabular.csvs import write_csv
from freetext.files.tabular.tables import Table
from freetext.survey.labels import Key, Label, raised

NAMES = ("id", "question", "category", "coder", "time")
BY_CODER = "raised by the coder"
"""The category of an answer in which the lexicon sees nothing."""


@dataclass(frozen=True, slots=True)
class Escalated:
    """One answer that a coder raised: its id and question, what it looks like, who raised it and when (ISO 8601, UTC)."""

    id: str
    question: str
    category: str
    coder: str
    time: str


def escalated_place(source: str | Path, project: Project) -> Path:
    """Where the list of a file's answers goes: output/restricted/STEM-escalated.csv."""
    return project.path(project.questionnaire.output) / FOLDER / f"{Path(source).stem}-escalated.csv"


def escalated_of(labels: Iterable[Label], category: Callable[[Key], str]) -> list[Escalated]:
    """List the answers on which a coder's flag for safeguarding stands, in the order of the log; `category` tells what one looks like."""
    return [
        Escalated(*label.key, category(label.key) or BY_CODER, label.coder, label.time)
        for label in raised(labels, "safeguarding")
    ]


def write_escalated(found: Sequence[Escalated], path: Path) -> bool:
    """Write the list whole, file mode 0600 in a folder of mode 0700; False where it stands there already. Raises OutputError.

    Where nothing is escalated and there is no list, none is made.
    """
    if not found and not path.exists():
        return False
    columns = tuple([str(getattr(each, name)) for each in found] for name in NAMES)
    out = io.StringIO(newline="")
    write_csv(Table("the restricted list", NAMES, columns, len(found)), out)
    return write_restricted(out.getvalue().encode("utf-8-sig", errors="backslashreplace"), path, force=True)
