"""The list of answers that `freetext check` flags for safeguarding: people must look at them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from freetext.files.disk.places import STANDARD
from freetext.files.project.settings import Project
from freetext.files.restricting.lists import restricted_csv, restricted_folder
from freetext.guard.checks import Flagged

NAMES = ("row", "id", "question", "category")
END = "-safeguarding.csv"


def flagged_place(source: str, project: Project | None) -> Path | None:
    """Where the list of a file goes when nobody says it: output/restricted/STEM-safeguarding.csv; None without a project."""
    if project is None:
        return None
    stem = "standard-input" if source == STANDARD else Path(source).stem
    return restricted_folder(project) / f"{stem}{END}"


def flagged_csv(flags: Sequence[Flagged], *, with_text: bool = False) -> bytes:
    """Write the list as CSV; the answers' texts only where they are asked for."""
    return restricted_csv((*NAMES, *(("text",) if with_text else ())), flags)
