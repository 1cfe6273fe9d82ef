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
from freetext.files.forgetting.skeletons import LEAST, short_texts
from freetext.files.forgetting.steps import Step
from freetext.files.forgetting.still import project_files, still_holding
from freetext.files.forgetting.still_named import still_naming
from freetext.files.forgetting.traces import marks_out, people_marked, report_files, report_folders
from freetext.files.project.settings import Project
from freetext.files.reporting.report_folder import RECORD

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
    for folder in report_folders(project):
        if not any(report_files(project, folder)):
            yield f"{seen(project, folder / RECORD)}: names files that no report writes, so nothing of it is removed; see who wrote it, and remove the report by hand"
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
            yield f"{holds}; take that out by hand, or `freetext code` brings them back; only files that freetext.toml names are rewritten"
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
    """Name what else in the project's folder holds a text of theirs or names them, and folders of coded parts; not what is due to be cleaned."""
    folders = list(part_folders(project, person))
    yield from (f"{seen(project, each.folder)}: {each.said}" for each in folders)
    known = {each.path.resolve() for each in person.tables}
    known |= {path.resolve() for step in due for path in (step.place, *step.files)}
    inside = {each.folder for each in folders}

    def is_other(path: Path) -> bool:
        return path.resolve() not in known and not inside.intersection(path.parents)

    searched = still_holding(
        project.folder, {text for _, text in person.texts}, encoding=project.questionnaire.encoding
    )
    names = still_naming(project, person, set(filter(is_other, project_files(project, lambda _: True))))
    for path in filter(is_other, searched.holding):
        too = f" and names them {names.where.pop(path)}" if path in names.where else ""
        yield f"{seen(project, path)}: holds a text of theirs{too}, and is none of the files that freetext keeps up to date"
    for path, where in names.where.items():
        yield f"{seen(project, path)}: names them, or somebody called so, {where}, and is none of the files that freetext keeps up to date"
    yield from _unsearched(project, person, searched.unread, names.unread)


def _unsearched(project: Project, person: Person, unread: Sequence[Path], unknown: Sequence[Path]) -> Iterator[str]:
    """Say what nobody could look for, and where nobody could look."""
    if not person.texts and person.ids:
        yield "No text of theirs is known any more, so no other file was searched for one"
    if short := short_texts({text for _, text in person.texts}):
        many = f"{short:,} text{'s' * (short != 1)} of theirs {'are' if short != 1 else 'is'}"
        yield f"{many} too short to be searched for (fewer than {LEAST} letters and digits): files that name neither id nor respondent may hold {'them' if short != 1 else 'it'}"
    if unread:
        yield f"{_named(project, unread)}: not searched: too large, locked, damaged, or a PDF"
    if rest := [path for path in unknown if path not in set(unread)]:
        yield f"{_named(project, rest)}: cannot be read as tables, so nobody looked there for their id"


def _named(project: Project, paths: Sequence[Path]) -> str:
    names = [seen(project, path) for path in paths]
    more = f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
    return f"{names_listed(names[:SHOWN])}{more}"
