"""What is to be done to a project's files so that a person is gone from them: step by step, each said in a sentence."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from freetext.files.backcoding.move_edits import moves_in, write_moves
from freetext.files.backcoding.moves_log import log_of
from freetext.files.coding.coded_records import records_path
from freetext.files.forgetting import logs_out, traces
from freetext.files.forgetting.person import Found, Person
from freetext.files.forgetting.rows_out import can_lose_rows, take_rows_out
from freetext.files.project.settings import Project
from freetext.survey.labels import time_text


@dataclass(frozen=True, slots=True)
class Step:
    """A file or folder, what becomes of it, and how; `do` names what it had to leave."""

    place: Path
    said: str
    do: Callable[[], tuple[str, ...]]


def steps_of(project: Project, person: Person, *, survey: bool) -> Iterator[Step]:
    """Give the steps in an order that can be interrupted: the tables in which the person is found go last."""
    yield from _reports(project)
    yield from _caches(project)
    yield from _restricted(project, person)
    yield from _moves(project, person)
    yield from _logs(project, person)
    yield from _coded(project, person)
    if survey and person.survey and can_lose_rows(person.survey.path, ours=False):
        yield _rows_out(project, person.survey)


def _done(act: Callable[[], object]) -> Callable[[], tuple[str, ...]]:
    """A step that leaves nothing."""

    def do() -> tuple[str, ...]:
        act()
        return ()

    return do


def _reports(project: Project) -> Iterator[Step]:
    for folder in traces.report_folders(project):
        said = "the report is removed: it shows answers; `freetext report` makes it again"
        yield Step(folder, said, partial(traces.remove_report, folder))


def _caches(project: Project) -> Iterator[Step]:
    for path in traces.caches(project):
        yield Step(path, "removed; a review makes it again", _done(partial(traces.remove, [path])))


def _restricted(project: Project, person: Person) -> Iterator[Step]:
    for path, table, places in traces.restricted_lists(project, person.ids):
        yield Step(path, rows_said(len(places)), _done(partial(take_rows_out, path, table, places)))


def _moves(project: Project, person: Person) -> Iterator[Step]:
    survey = project.questionnaire
    for path in sorted({project.path(each.moves) for each in survey.questions if each.moves}):
        back = [move for move in moves_in(path, encoding=survey.encoding) if move.id.strip() in person.ids]
        if back:
            act = partial(write_moves, path, [], back, encoding=survey.encoding)
            yield Step(path, rows_said(len(back)), _done(act))
        log = log_of(path)
        if events := logs_out.moves_logged(log, person.ids):
            yield Step(log, events_said(events), _done(partial(logs_out.take_out_of_moves_log, log, person.ids)))


def _logs(project: Project, person: Person) -> Iterator[Step]:
    folder, now = project.path(project.questionnaire.labels), time_text(time.time())
    for name, events in logs_out.events_on(folder, person.ids).items():
        act = partial(logs_out.take_out_of_log, folder / name, person.ids, now)
        yield Step(folder / name, f"{events_said(events)}; a tombstone says that, not whose", _done(act))


def _coded(project: Project, person: Person) -> Iterator[Step]:
    for found in person.coded:
        if can_lose_rows(found.path, ours=True):
            yield _rows_out(project, found)
        key = project.questionnaire.key
        if marks := traces.records_held(found.path, person, key):
            act = partial(traces.forget_records, found.path, person, key)
            yield Step(records_path(found.path), f"{marks} keyed marks taken out", _done(act))


def _rows_out(project: Project, found: Found) -> Step:
    encoding = project.questionnaire.encoding
    act = partial(take_rows_out, found.path, found.table, found.places, fallback=lambda: encoding)
    return Step(found.path, rows_said(len(found.places)), _done(act))


def rows_said(count: int) -> str:
    """Say how many rows go."""
    return f"{count:,} row{'s' * (count != 1)} taken out"


def events_said(count: int) -> str:
    """Say how many events go."""
    return f"{count:,} event{'s' * (count != 1)} taken out"
