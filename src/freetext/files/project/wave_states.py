"""How far each wave of a survey has come, read from its files; wakes no model."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from freetext.errors import CodeframeError, FreetextError
from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.coded_files import coded_files
from freetext.files.coding.coded_records import COLD, read_records
from freetext.files.labelling.other_waves import is_file
from freetext.files.labelling.settled import Decisions, decisions_as_logged, decisions_for
from freetext.files.project.settings import Project
from freetext.files.project.survey_answers import survey_answers
from freetext.survey.labels import standing
from freetext.survey.waves import Wave, coded_name, wave_of

NOTHING = Decisions({}, ())


@dataclass(frozen=True, slots=True)
class WaveRead:
    """One wave: its state and, where its file can be read, its answers and what people decided on them."""

    state: Wave
    file: AnswerFile | None = None
    decided: Decisions = NOTHING


def read_waves(project: Project) -> Iterator[WaveRead]:
    """Read every wave, the oldest first; what is missing or broken is part of the answer, not an error."""
    survey = project.questionnaire
    for path in survey.waves:
        yield _read(Wave(path, present=path == survey.file), project)


def _read(wave: Wave, project: Project) -> WaveRead:
    wave = _coded(wave, project)
    try:
        file = survey_answers(project, wave.file)
    except FreetextError as error:
        return WaveRead(replace(wave, fault=str(error)))
    decided = decided_on(file, project)
    labels = [label for label in standing(decided.labels) if label.source != "rule"]
    state = replace(
        wave,
        rows=file.table.size,
        answers=len(file.answers),
        blank=int(file.answers.blank.sum()),
        labelled=len({label.key for label in labels}),
        audited=len({label.key for label in labels if label.source == "audit"}),
        problems=decided.problems,
    )
    return WaveRead(state, file, decided)


def _coded(wave: Wave, project: Project) -> Wave:
    """Find what was coded of a wave, and by which models."""
    coded = coded_of(project, wave.file)
    if coded is None:
        return wave
    models = {record.model for record in read_records(coded, project.questionnaire.key).answers.values()}
    return replace(wave, coded=coded.name, models=tuple(sorted(models - {"", COLD})))


def coded_of(project: Project, wave: str) -> Path | None:
    """Return the newest coded file of a wave, by its file; None where it has none, and for another file that is called as a wave is."""
    called = [each for each in project.questionnaire.waves if wave_of(each) == wave_of(wave)]
    if called and wave not in called and not any(is_file(wave, each, project) for each in called):
        return None
    return next((path for path in coded_files(project) if wave_of(path.name) == coded_name(wave)), None)


def decided_on(file: AnswerFile, project: Project) -> Decisions:
    """What people decided on the answers of a file; where a codeframe is broken, as it stands in the logs."""
    with suppress(CodeframeError):
        return decisions_for(file, project)
    return decisions_as_logged(file, project)
