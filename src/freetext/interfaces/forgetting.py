"""A respondent taken out of a project: what went, what is left, and what must be made again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from freetext.errors import rows_listed
from freetext.files.forgetting.person import Found, Person, find_person
from freetext.files.forgetting.rows_out import can_lose_rows
from freetext.files.forgetting.steps import steps_of
from freetext.files.forgetting.still import still_holding
from freetext.files.forgetting.traces import models_there
from freetext.files.parts.coded_folders import is_coded_folder
from freetext.files.project.settings import Project, read_settings

BEYOND = (
    "What stands elsewhere cannot be reached from here: histories of version control, copies and backups, what was sent or "
    "printed. Tables that were made before still count them; no table says who they were."
)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was done, or would be: one sentence each, with no text of anybody.

    gone     what was taken out or removed, by file
    left     what still holds something of them, or may, and what mends it
    retrain  the folders of models that may have learnt from them
    """

    gone: tuple[str, ...]
    left: tuple[str, ...]
    retrain: tuple[str, ...]


def forget(project: str | Path, respondent: str, *, survey: bool = False, dry_run: bool = False) -> Forgotten:
    """Take a respondent out of a project (the folder of a freetext.toml), as `freetext forget` does.

    Gone are their labels, codings, back-coding moves, lines of restricted lists, prepared reviews and all reports. `respondent` is
    who they are in the survey's column of respondents, or the id of an answer. With `survey` their rows go from the survey's own
    file too. Each file is written whole or not at all; called again it goes on where it was interrupted. With `dry_run` nothing is
    changed. Raises InputError for somebody whom nobody knows, UsageError while a coder is at work whose log speaks of them, and
    OutputError.
    """
    plan = read_settings(Path(project))
    person = find_person(plan, respondent)
    gone, left = [], []
    for step in steps_of(plan, person, survey=survey):
        left += [] if dry_run else [f"{each}: changed since it was written, so it is left" for each in step.do()]
        gone.append(f"{seen(plan, step.place)}: {step.said}")
    left += [*_own(plan, person, wanted=survey), *_by_hand(plan, person), *_elsewhere(plan, person), BEYOND]
    return Forgotten(tuple(gone), tuple(left), tuple(seen(plan, each) for each in models_there(plan)))


def seen(project: Project, path: Path) -> str:
    """Write a path as seen from the project's folder."""
    try:
        return path.relative_to(project.folder).as_posix()
    except ValueError:
        return str(path)


def _own(project: Project, person: Person, *, wanted: bool) -> Iterator[str]:
    """Say where they stand in the survey's own file, which is touched only when that is asked for."""
    found = person.survey
    if found is None or (wanted and can_lose_rows(found.path, ours=False)):
        return
    if can_lose_rows(found.path, ours=False):
        yield f"{seen(project, found.path)}: holds them in row {_rows(found)}; --survey takes that out"
    else:
        yield f"{seen(project, found.path)}: holds them in row {_rows(found)}; take that out by hand, this kind of file is not rewritten"


def _by_hand(project: Project, person: Person) -> Iterator[str]:
    for found in person.coded:
        if not can_lose_rows(found.path, ours=True):
            yield f"{seen(project, found.path)}: holds them in row {_rows(found)}; take that out by hand"


def _rows(found: Found) -> str:
    return rows_listed(found.rows)


def _elsewhere(project: Project, person: Person) -> Iterator[str]:
    """Name what else in the project's folder holds a text of theirs, and folders of coded parts."""
    known = {each.path for each in (person.survey, *person.coded) if each}
    for path in still_holding(project.folder, {text for _, text in person.texts}):
        if path not in known:
            yield f"{seen(project, path)}: holds a text of theirs, and is none of the files that freetext keeps up to date"
    output = project.path(project.questionnaire.output)
    for folder in sorted(each for each in output.glob("*") if each.is_dir() and is_coded_folder(each)):
        mend = "take their rows out of its source and run `freetext code` on that again"
        yield f"{seen(project, folder)}: a folder of coded parts, which may hold them; {mend}"
