"""The list of escalated answers: who raised what, when; beside the list of `freetext check`, for its owner's eyes alone.

It is made anew from the coders' logs each time, so that what a coder takes back is gone from it. It holds no text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from freetext.files.project.settings import Project
from freetext.files.restricting.lists import restricted_csv, restricted_folder, write_restricted
from freetext.survey.labels import Key, Label, raised

NAMES = ("id", "question", "category", "coder", "time")
END = "-escalated.csv"
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
    return restricted_folder(project) / f"{Path(source).stem}{END}"


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
    return write_restricted(restricted_csv(NAMES, found), path, force=True)
