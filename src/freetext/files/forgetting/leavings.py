"""What still holds a person when all that is freetext's was cleaned, each in a sentence with what mends it; no text of anybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from freetext.errors import names_listed, rows_listed
from freetext.files.coding.coded_files import coded_files
from freetext.files.coding.coded_records import records_path
from freetext.files.forgetting.part_folders import part_folders
from freetext.files.forgetting.person import Person
from freetext.files.forgetting.restricted_lists import unclear_lists
from freetext.files.forgetting.rows_out import can_lose_rows
from freetext.files.forgetting.steps import Step
from freetext.files.forgetting.still import still_holding
from freetext.files.forgetting.traces import marks_out, people_marked
from freetext.files.project.settings import Project

BEYOND = (
    "What stands elsewhere cannot be reached from here: histories of version control, copies and backups, what was sent or "
    "printed. Tables that were made before still count them; no table says who they were."
)
SHOWN = 8


def leavings(project: Project, person: Person, steps: Sequence[Step], *, survey: bool, dry_run: bool) -> Iterator[str]:
    """Say what is left after these steps, or would be; `survey` tells whether the survey's own file was to be cleaned too."""
    yield from person.notes
    yield from _tables(project, person, wanted=survey)
    yield from _marks(project, person)
    yield from _lists(project, person)
    for path in (path for step in steps for path in step.left):
        yield f"{seen(project, path)}: changed since it was written, so it is left"
    yield from _elsewhere(project, person, steps if dry_run else ())
    yield BEYOND


def seen(project: Project, path: Path) -> str:
    """Write a path as seen from the project's folder."""
    try:
        return path.relative_to(project.folder).as_posix()
    except ValueError:
        return str(path)


def _tables(project: Project, person: Person, *, wanted: bool) -> Iterator[str]:
    """Name the rows of tables that are touched only when that is asked for, or not at all."""
    for found in person.tables:
        can = can_lose_rows(found.path, ours=found.kind == "coded")
        holds = f"{seen(project, found.path)}: holds them in row {rows_listed(found.rows)}"
        if found.kind == "source":
            yield f"{holds}; take that out by hand, or `freetext code` brings them back; only the survey's first file is rewritten"
        elif found.kind == "survey" and can and not wanted:
            yield f"{holds}; --survey takes that out"
        elif found.kind == "survey" and not can:
            yield f"{holds}; take that out by hand, this kind of file is not rewritten"
        elif found.kind == "coded" and not can:
            yield f"{holds}; take that out by hand: sheets, comments, formulas or colours that people added would be lost"


def _marks(project: Project, person: Person) -> Iterator[str]:
    for coded in sorted(coded_files(project)):
        path, due = records_path(coded), marks_out(project, coded, person)
        if count := len(due.kept.people) if due else people_marked(coded, project.questionnaire.key):
            many = f"{count:,} keyed mark{'s' * (count != 1)} of answers that are gone, with the codes that people gave"
            yield f"{seen(project, path)}: may keep theirs among {many}; without the text nobody can tell. Remove it to be sure"


def _lists(project: Project, person: Person) -> Iterator[str]:
    """Name the restricted lists that nobody can clean but by hand."""
    for path, rows in unclear_lists(project, person.ids, person.listed):
        if rows:
            yield f"{seen(project, path)}: names an id of theirs that another has too, row {rows_listed(rows)}; see whose it is, and take theirs out by hand"
        else:
            yield f"{seen(project, path)}: a restricted list that cannot be read, so it may name them; take their lines out by hand"


def _elsewhere(project: Project, person: Person, due: Sequence[Step]) -> Iterator[str]:
    """Name what else in the project's folder holds a text of theirs, and folders of coded parts; not what is due to be cleaned."""
    folders = list(part_folders(project, person))
    yield from (f"{seen(project, each.folder)}: {each.said}" for each in folders)
    texts, survey = {text for _, text in person.texts}, project.questionnaire
    if not texts and person.ids:
        yield "No text of theirs is known any more, so no other file was searched for one"
    searched = still_holding(project.folder, texts, encoding=survey.encoding)
    known = {each.path.resolve() for each in person.tables}
    inside = {each.folder for each in folders}
    known |= {path.resolve() for step in due for path in (step.place, *step.files)}
    for path in searched.holding:
        if path.resolve() not in known and not inside.intersection(path.parents):
            yield f"{seen(project, path)}: holds a text of theirs, and is none of the files that freetext keeps up to date"
    if searched.unread:
        names = [seen(project, path) for path in searched.unread]
        more = f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
        yield f"{names_listed(names[:SHOWN])}{more}: not searched: too large, locked, damaged, or a PDF"
