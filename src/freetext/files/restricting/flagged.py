"""The list of answers that `freetext check` flags for safeguarding: people must look at them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from freetext.files.project.settings import Project
from freetext.files.restricting.lists import restricted_csv
from freetext.files.restricting.owners import list_place, write_list
from freetext.guard.checks import Flagged

NAMES = ("row", "id", "question", "category")
END = "-safeguarding.csv"


def flagged_place(source: str, project: Project | None) -> Path | None:
    """Where the list of a file goes when nobody says it: output/restricted/STEM-safeguarding.csv; None without a project."""
    return None if project is None else list_place(project, source, END)


def write_flagged(data: bytes, source: str, project: Project) -> Path:
    """Write a file's list in the project's folder of lists, in the place of the one that was made of it before. Raises OutputError."""
    return write_list(data, project, source, END)


def flagged_csv(flags: Sequence[Flagged], *, with_text: bool = False) -> bytes:
    """Write the list as CSV; the answers' texts only where they are asked for."""
    return restricted_csv((*NAMES, *(("text",) if with_text else ())), flags)
