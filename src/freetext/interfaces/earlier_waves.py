"""An earlier wave as today's tables read it: its coded file under today's codeframe, and what it could be coded with then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from freetext.files.coding.coded_answers import wave_coded
from freetext.files.coding.coded_then import Frames, codes_then, decided_when, slugs_then, under_today
from freetext.files.coding.open_questions import Opened
from freetext.files.coding.tallying import Read, responses_of
from freetext.files.coding.wanted import Wanted
from freetext.files.labelling.labels import read_labels, text_hash
from freetext.files.project.settings import Project
from freetext.files.tabular.tables import Table
from freetext.interfaces.earlier_models import models_knew
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Label, standing
from freetext.survey.responses import Responses
from freetext.survey.waves import coded_wave
from freetext.tallies.carried import carried


@dataclass(frozen=True, slots=True, eq=False)
class EarlierRead:
    """A coded file of an earlier wave, read under today's codeframe.

    known   from question to the slugs that the wave could be coded with: what `tallies.carried.origins` wants
    wanted  what was asked for
    """

    read: Read
    known: Mapping[str, tuple[str, ...]]
    wanted: Wanted = field(default_factory=Wanted)

    def opened(self, question: str) -> int:
        """The place of an open question among the responses; raises KeyError for one that the file does not have."""
        return {each.question: place for place, each in enumerate(self.read.opened)}[question]


def read_earlier(table: Table, wanted: Wanted, project: Project | None) -> EarlierRead:
    """Read an earlier wave's coded file as `responses_of` reads today's, its codes and labels carried by the codeframe's log.

    The log is that of the codeframe that is `wanted`, else that of the project's. A theme was there then unless it was added to the codeframe, or parted from another, after
    most decisions on the wave; one that stands in place of codes which the file still has came later in any case, and so did one that no model which coded the file knew, and
    nobody gave. Without any codeframe the codes that were given are the themes. Raises what `responses_of` raises.
    """
    frames = Frames(project, wanted.codeframe, wanted.themes, wanted.question)
    read = responses_of(under_today(table, frames), replace(wanted, earlier=True), project)
    known = {each.question: _known(each, table, frames, project) for each in read.opened}
    return EarlierRead(read, known, wanted)


def read_then(table: Table, wanted: Wanted, project: Project | None, then: Codeframe, now: Read) -> EarlierRead:
    """Read an earlier wave under the codeframe that it was coded with, and carry it to that of `now`."""
    read = responses_of(table, replace(wanted, codeframe=then, earlier=True), project)
    today = {each.question: each.responses.codeframe for each in now.opened}
    known = {each.question: each.responses.codeframe.slugs for each in read.opened}
    frames = [today.get(each.question) for each in read.opened]
    there = len(read.opened)

    def by_now(several: tuple[Responses, ...]) -> tuple[Responses, ...]:
        some = zip(several, frames, strict=False)
        return (*(carried(each, frame) if frame else each for each, frame in some), *several[there:])

    opened = tuple(
        replace(each, responses=carried(each.responses, frame) if frame else each.responses)
        for each, frame in zip(read.opened, frames, strict=True)
    )
    whole = replace(read, responses=by_now(read.responses), rows=by_now(read.rows), opened=opened)
    return EarlierRead(whole, known, wanted)


def wave_file(table: Table, project: Project) -> str:
    """Name the file of answers that a coded file was made of: that of the wave, or one that is called as it is without `-coded`."""
    own = wave_coded(table.file, project)
    return str(own) if own else str(Path(table.file).with_name(f"{coded_wave(table.file)}.csv"))


def _known(opened: Opened, table: Table, frames: Frames, project: Project | None) -> tuple[str, ...]:
    frame = opened.responses.codeframe
    if not frames.place(opened.question):
        return frame.slugs
    used = codes_then(table, opened.question, frames)
    labels = _labels(opened, table, project) if project else []
    slugs = slugs_then(frame, used, decided_when(labels, table.file)) if frame.changes else frame.slugs
    return models_knew(slugs, frame, used, table.file, project) if project else slugs


def _labels(opened: Opened, table: Table, project: Project) -> list[Label]:
    """The decisions on these very texts, as they were logged; those of another wave that says the same are its own."""
    survey = project.questionnaire
    if opened.text not in table.names:
        return []
    hashes = {text_hash(survey.key, text) for text in table.texts(opened.text)}
    labels = standing(read_labels(project.path(survey.labels)).labels)
    mine = ("", coded_wave(table.file))
    return [
        each for each in labels if each.question == opened.question and each.text_hash in hashes and each.wave in mine
    ]
