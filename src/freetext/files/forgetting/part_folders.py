"""Folders of coded parts that a project's folder holds: whether a person stands in them, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from freetext.errors import FreetextError, names_listed
from freetext.files.forgetting.person import Person
from freetext.files.forgetting.still import files_below
from freetext.files.parts.coded_folders import MANIFEST, SUCCESS, CodedFolder, coded_folder
from freetext.files.project.settings import Project
from freetext.files.tabular.tables import read_table

MOST = 200_000_000
"""Bytes of parts that are read to see who stands in them."""


@dataclass(frozen=True, slots=True)
class PartFolder:
    """A folder of coded parts, and what to do about a person there, in plain words."""

    folder: Path
    said: str


def part_folders(project: Project, person: Person) -> Iterator[PartFolder]:
    """Find the folders with a manifest of ours, and say of each whether it holds this person."""
    folders = sorted({path.parent for path in files_below(project.folder) if path.name in {MANIFEST, SUCCESS}})
    for folder in (each for each in folders if (each / SUCCESS).is_file() or (each / "_freetext").is_dir()):
        yield PartFolder(folder, _said(project, folder, person))


def _said(project: Project, folder: Path, person: Person) -> str:
    mend = "take their rows out of its source and run `freetext code` on that again"
    try:
        parts = coded_folder(folder)
        size = sum(Path(part.file).stat().st_size for part in parts.parts)
        held = None if size > MOST else list(_holding(project, parts, person))
    except (FreetextError, OSError, LookupError):
        held = None
    if held is None:
        return f"a folder of coded parts, which may hold them: it is too large to look through, not whole, or names nobody; {mend}"
    if not held:
        return "a folder of coded parts; none of its rows is theirs"
    return f"a folder of coded parts, which holds them ({names_listed(held)}); {mend}"


def _holding(project: Project, parts: CodedFolder, person: Person) -> Iterator[str]:
    """Name the parts with rows of theirs: by the respondent where the parts tell them, else by the ids of answers."""
    survey = project.questionnaire
    who, ids = parts.text("respondent") or survey.respondent, parts.text("id") or survey.id
    for part in parts.parts:
        table = read_table(part.file)
        column, wanted = (who, {person.name}) if who in table.names and not person.by_answer else (ids, person.ids)
        if column not in table.names:
            raise LookupError
        if any(cell.strip() in wanted for cell in table.texts(column)):
            yield Path(part.file).name
