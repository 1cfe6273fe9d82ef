"""Where a project stands, read from its folder; wakes no model."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from freetext.errors import BundleError, CodeframeError, FreetextError, InputError
from freetext.files.coding.answers import AnswerFile, answers_in
from freetext.files.coding.coded_blocks import REVIEW
from freetext.files.coding.coded_files import CODED, coded_files
from freetext.files.coding.coded_records import read_records
from freetext.files.labelling.locks import active_coders
from freetext.files.labelling.settled import Decisions, decisions_for, decisions_on, is_own
from freetext.files.modelling.model_history import read_history
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.dropped import without_dropped
from freetext.files.project.project_codeframes import by_codeframe
from freetext.files.project.settings import Project
from freetext.files.project.starter import is_example
from freetext.files.project.survey_tables import read_survey_table
from freetext.files.tabular.tables import Table, read_table
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, Label, moment, standing
from freetext.survey.progress import CodedState, FileState, LabelState, ModelState, Progress


def progress_of(project: Project) -> Progress:
    """Read where a project stands; what is missing or broken is part of the answer, not an error."""
    survey = project.questionnaire
    file, answers = _file(project)
    frames, codeframes = _codeframes(project)
    decided = _decided(answers, project) if answers else Decisions({}, ())
    labels = standing(decided.labels)
    groups = {path: set(asked) for path, asked in by_codeframe((each.name for each in survey.coded), project).items()}
    models = [
        _model(project, frame, [label for label in labels if label.question in groups[path]])
        for path, frame in frames.items()
    ]
    return Progress(
        survey.name,
        survey.title,
        str(project.folder),
        file,
        tuple(codeframes),
        _labels(decided, labels),
        tuple(models),
        _coded(project, answers, labels, {model.digest for model in models}),
        active_coders(project.path(survey.labels)),
    )


def _file(project: Project) -> tuple[FileState, AnswerFile | None]:
    survey = project.questionnaire
    if not survey.file:
        return FileState(), None
    try:
        table = read_survey_table(project.path(survey.file), survey)
        answers = _answers(without_dropped(table, project), project)
    except FreetextError as error:
        return FileState(survey.file, fault=str(error)), None
    count, blank = len(answers.answers), int(answers.answers.blank.sum())
    return FileState(survey.file, table.size, count, blank, len(answers.columns)), answers


def _answers(table: Table, project: Project) -> AnswerFile:
    survey = project.questionnaire
    names = {each.columns[0]: each.name for each in survey.coded if each.columns[0] in table.names}
    if not names:
        missing = ", ".join(each.columns[0] for each in survey.coded)
        raise InputError(
            f"has none of the columns of open questions: {missing}."
            if missing
            else "no open question in freetext.toml.",
            file=table.file,
        )
    person = survey.respondent if survey.respondent in table.names else ""
    return answers_in(table, text=tuple(names), id=survey.id, respondent=person, names=names)


def _decided(file: AnswerFile, project: Project) -> Decisions:
    """What people decided; where a codeframe is broken, as it stands in the logs."""
    try:
        return decisions_for(file, project)
    except CodeframeError:
        survey = project.questionnaire
        own = is_own(file.table.file, project)
        return decisions_on(file.answers, project.path(survey.labels), survey.key, own=own)


def _codeframes(project: Project) -> tuple[dict[str, Codeframe], list[tuple[str, int, str]]]:
    """Read the codeframes; the examples that `init` writes are no themes of anybody's."""
    frames: dict[str, Codeframe] = {}
    told: list[tuple[str, int, str]] = []
    for path in by_codeframe((each.name for each in project.questionnaire.coded), project):
        if path:
            try:
                frames[path] = frame = read_codeframe(project.path(path))
            except FreetextError as error:
                told.append((path, 0, str(error)))
            else:
                told.append((path, 0 if is_example(frame) else len(frame), ""))
    return frames, told


def _labels(decided: Decisions, labels: Sequence[Label]) -> LabelState:
    """Count what people decided; a rule's decisions are nobody's."""
    people = [label for label in labels if label.source != "rule"]
    flagged = {label.key for label in decided.labels if label.flags and label.event != "undo"}
    return LabelState(
        tuple(sorted({label.coder for label in people})),
        _count(people),
        _count(label for label in people if label.source == "audit"),
        _count(label for label in people if label.source == "queue"),
        sum(bool(each.disputed) for each in decided.settled.values()),
        len(flagged),
        len(decided.problems),
    )


def _count(labels: Iterable[Label]) -> int:
    return len({label.key for label in labels})


def _later(labels: Iterable[Label], than: datetime) -> set[Key]:
    return {label.key for label in labels if moment(label.time) > than}


def _model(project: Project, frame: Codeframe, labels: Sequence[Label]) -> ModelState:
    """Say which version is in force and what was labelled since anybody trained; or that it cannot be read."""
    folder = project.path(project.questionnaire.models) / frame.name
    with suppress(OSError, ValueError, LookupError, TypeError, BundleError):
        digest = (folder / "CURRENT").read_text(encoding="utf-8").strip()
        manifest = folder / Path(digest).name / "manifest.json"
        facts: Mapping[str, Any] = json.loads(manifest.read_bytes())["facts"]
        made = datetime.fromtimestamp(manifest.stat().st_mtime, UTC)
        trained = max([made, *(moment(event.time) for event in read_history(folder))])
        known = [theme["slug"] for theme in json.loads(manifest.read_bytes())["themes"]]
        since, count = len(_later(labels, trained)), _count(labels)
        return ModelState(frame.name, digest, int(facts["answers"]), since, count, stale=known != list(frame.slugs))
    return ModelState(frame.name, labels=_count(labels), damaged=(folder / "CURRENT").exists())


def _coded(project: Project, answers: AnswerFile | None, labels: Sequence[Label], in_force: set[str]) -> CodedState:
    files = coded_files(project)
    if not files:
        return CodedState()
    newest = files[0]
    rows = review = 0
    with suppress(InputError):
        table = read_table(newest)
        rows = table.size
        wanted = [name for name in table.names if name.partition(":")[0] == REVIEW]
        review = sum(cell.casefold() == "true" for name in wanted for cell in table.texts(name))
    stem = Path(project.questionnaire.file).stem
    own = next((path for path in files if answers and path.stem == stem + CODED), None)
    older = since = 0
    if own:
        records = read_records(own, project.questionnaire.key).answers.values()
        older = sum(bool(record.model) and record.model not in in_force for record in records)
        since = len(_later(labels, datetime.fromtimestamp(own.stat().st_mtime, UTC)))
    return CodedState(newest.name, rows, review, older, since, len(files) - 1, own is not None)
