"""What is to be done to a project's files so that a person is gone from them: step by step, each said in a sentence."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from freetext.files.backcoding.move_edits import write_moves
from freetext.files.backcoding.moves_log import log_of
from freetext.files.coding.coded_files import coded_files
from freetext.files.coding.coded_records import records_path
from freetext.files.forgetting import logs_out, mentions, traces
from freetext.files.forgetting.person import Found, Person
from freetext.files.forgetting.restricted_lists import restricted_lists
from freetext.files.forgetting.rows_out import can_lose_rows, take_rows_out
from freetext.files.labelling.bridge_frames import frame_files
from freetext.files.labelling.log_folders import log_folders
from freetext.files.project.settings import Project
from freetext.survey.labels import time_text


@dataclass(frozen=True, slots=True)
class Step:
    """A file or folder, what becomes of it, and how; of a folder `files` go, and `left` stay, for people have changed them."""

    place: Path
    said: str
    do: Callable[[], object]
    files: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()


def steps_of(project: Project, person: Person, *, survey: bool) -> Iterator[Step]:
    """Give the steps in an order that can be interrupted: the tables in which the person is found go last, the survey's own at the end.

    Logs go before what is made of them, marks before the rows whose texts tell them, and tables that know no respondents before
    those that do.
    """
    yield from _logs(project, person)
    yield from _frames(project, person)
    yield from _moves(project, person)
    yield from _restricted(project, person)
    yield from _reports(project)
    yield from _caches(project)
    yield from _marks(project, person)
    yield from _coded(project, person)
    if survey:
        for found in person.of("survey"):
            if can_lose_rows(found.path, ours=False):
                yield _rows_out(project, found)


def _reports(project: Project) -> Iterator[Step]:
    for folder in traces.report_folders(project):
        said = "the report is removed: it shows answers; `freetext report` makes it again"
        gone, left = traces.report_files(project, folder)
        if gone:
            yield Step(folder, said, partial(traces.remove, gone), tuple(gone), tuple(left))


def _caches(project: Project) -> Iterator[Step]:
    for path in traces.caches(project):
        yield Step(path, "removed; a review makes it again", partial(traces.remove, [path]))


def _restricted(project: Project, person: Person) -> Iterator[Step]:
    encoding = project.questionnaire.encoding
    for path, table, places in restricted_lists(project, person.listed):
        act = partial(take_rows_out, path, table, places, fallback=lambda: encoding)
        yield Step(path, rows_said(len(places)), act)


def _moves(project: Project, person: Person) -> Iterator[Step]:
    encoding = project.questionnaire.encoding
    for path in mentions.moves_lists(project):
        back = mentions.moves_of(path, person.wrote, encoding=encoding)
        if back:
            act = partial(write_moves, path, [], back, encoding=encoding)
            yield Step(path, rows_said(len(back)), act)
        log = log_of(path)
        if events := logs_out.lines_on(log, person.wrote):
            yield Step(log, events_said(events), partial(logs_out.take_lines_out, log, person.wrote))


def _logs(project: Project, person: Person) -> Iterator[Step]:
    now = time_text(time.time())
    for folder in log_folders(project.path(project.questionnaire.labels)):
        for name, events in logs_out.events_on(folder, person.wrote).items():
            act = partial(logs_out.take_out_of_log, folder / name, person.wrote, now)
            yield Step(folder / name, f"{events_said(events)}; a tombstone says that, not whose", act)


def _frames(project: Project, person: Person) -> Iterator[Step]:
    """Take their answers out of what bridges are drawn from."""
    for path in frame_files(project):
        if lines := logs_out.lines_on(path, person.wrote):
            yield Step(path, rows_said(lines), partial(logs_out.take_lines_out, path, person.wrote))


def _marks(project: Project, person: Person) -> Iterator[Step]:
    for coded in sorted(coded_files(project)):
        if marks := traces.marks_out(project, coded, person):
            said = f"{marks.gone:,} keyed mark{'s' * (marks.gone != 1)} taken out"
            if marks.untold:
                said += ", those of all coded answers: theirs cannot be told without the text; `freetext code` notes them again"
            act = partial(traces.forget_marks, coded, marks, project.questionnaire.key)
            yield Step(records_path(coded), said, act)


def _coded(project: Project, person: Person) -> Iterator[Step]:
    knowing = project.questionnaire.respondent
    for found in sorted(person.of("coded"), key=lambda each: knowing in each.table.names):
        if can_lose_rows(found.path, ours=True):
            yield _rows_out(project, found)


def _rows_out(project: Project, found: Found) -> Step:
    encoding = project.questionnaire.encoding
    act = partial(take_rows_out, found.path, found.table, found.places, fallback=lambda: encoding)
    return Step(found.path, rows_said(len(found.places)), act)


def rows_said(count: int) -> str:
    """Say how many rows go."""
    return f"{count:,} row{'s' * (count != 1)} taken out"


def events_said(count: int) -> str:
    """Say how many events go."""
    return f"{count:,} event{'s' * (count != 1)} taken out"
