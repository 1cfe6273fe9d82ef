"""A respondent taken out of a project: what went, what is left, and what must be made again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from freetext.errors import names_listed
from freetext.files.forgetting.coders_held import holding_coders
from freetext.files.forgetting.leavings import leavings, seen
from freetext.files.forgetting.person import find_person
from freetext.files.forgetting.steps import steps_of
from freetext.files.labelling.locks import active_coders
from freetext.files.labelling.log_folders import log_folders
from freetext.files.modelling.model_versions import version_folders
from freetext.files.project.settings import Project, read_settings


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


def forget(
    project: str | Path,
    respondent: str,
    *,
    answer: bool = False,
    survey: bool = False,
    dry_run: bool = False,
    force: bool = False,
) -> Forgotten:
    """Take a respondent out of a project (the folder of a freetext.toml), as `freetext forget` does.

    Gone are their labels, codings, back-coding moves, lines of restricted lists, prepared reviews and all reports. `respondent` is
    who they are in the survey's column of respondents; with `answer`, or where the survey has no such column, the id of an answer,
    which alone goes. With `survey` their rows go from the survey's own file too. Each file is written whole or not at all; called
    again it goes on where it was interrupted. With `dry_run` nothing is changed. With `force` it does not wait for coders at work.
    Raises InputError for somebody whom nobody knows, UsageError for a blank name and while any coder is at work, and OutputError.
    """
    plan = read_settings(Path(project))
    with _coders(plan, dry_run=dry_run, force=force) as notes:
        person = find_person(plan, respondent, answer=answer)
        steps = list(steps_of(plan, person, survey=survey))
        for step in () if dry_run else steps:
            step.do()
        left = (*notes, *leavings(plan, person, steps, survey=survey, dry_run=dry_run))
    gone = tuple(f"{seen(plan, step.place)}: {step.said}" for step in steps)
    models = version_folders(plan.path(plan.questionnaire.models))
    return Forgotten(gone, left, tuple(seen(plan, each) for each in models))


@contextmanager
def _coders(project: Project, *, dry_run: bool, force: bool) -> Iterator[tuple[str, ...]]:
    """Keep all coders out, and say what was taken over; a dry run only says who is at work."""
    folder = project.path(project.questionnaire.labels)
    if dry_run:
        busy = sorted({coder for each in log_folders(folder) for coder in active_coders(each)})
        yield (f"{names_listed(busy)}: at work; that session must end first",) if busy else ()
        return
    with holding_coders(folder, force=force) as notes:
        yield tuple(
            f"{note}. What that session writes from now on is not seen: call this again when it ended" for note in notes
        )
