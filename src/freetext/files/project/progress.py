"""Where a project stands, read from its folder; wakes no model."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from freetext.errors import BundleError, FreetextError, InputError
from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.coded_blocks import REVIEW
from freetext.files.coding.coded_files import coded_files
from freetext.files.coding.coded_records import read_records
from freetext.files.labelling.labels import read_labels
from freetext.files.labelling.locks import active_coders
from freetext.files.labelling.log_folders import bridge_folders
from freetext.files.labelling.settled import Decisions
from freetext.files.modelling.model_history import read_history
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.project_codeframes import by_codeframe
from freetext.files.project.settings import Project
from freetext.files.project.starter import is_example
from freetext.files.project.wave_states import WaveRead, coded_of, read_waves
from freetext.files.tabular.tables import read_table
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, Label, moment, standing
from freetext.survey.progress import CodedState, EarlierState, FileState, LabelState, ModelState, Progress
from freetext.survey.waves import Wave, id_in


def progress_of(project: Project) -> Progress:
    """Read where a project stands; what is missing or broken is part of the answer, not an error."""
    survey = project.questionnaire
    *earlier, now = [*read_waves(project)] or [WaveRead(Wave(""))]
    frames, codeframes = _codeframes(project)
    labels = standing(now.decided.labels)
    every = [*labels, *(label for each in earlier for label in _apart(each))]
    groups = {path: set(asked) for path, asked in by_codeframe((each.name for each in survey.coded), project).items()}
    models = [
        _model(project, frame, [label for label in every if label.question in groups[path]])
        for path, frame in frames.items()
    ]
    return Progress(
        survey.name,
        survey.title,
        str(project.folder),
        _file(now),
        tuple(codeframes),
        _labels(now.decided, labels),
        tuple(models),
        _coded(project, now.file, labels, {model.digest for model in models}),
        tuple(sorted({coder for folder in _log_folders(project) for coder in active_coders(folder)})),
        _earlier(earlier, project),
    )


def _log_folders(project: Project) -> list[Path]:
    return [project.path(project.questionnaire.labels), *bridge_folders(project).values()]


def _file(now: WaveRead) -> FileState:
    state, texts = now.state, len(now.file.columns) if now.file else 0
    return FileState(state.file, state.rows, state.answers, state.blank, texts, state.fault)


def _apart(wave: WaveRead) -> Iterator[Label]:
    """The decisions on a wave, its ids told apart from those of others."""
    for label in standing(wave.decided.labels):
        yield replace(label, id=id_in(wave.state.name, label.id))


def _earlier(waves: Sequence[WaveRead], project: Project) -> EarlierState:
    return EarlierState(
        tuple(each.state.file for each in waves),
        sum(each.state.labelled for each in waves),
        sum(_disputed(each.decided) for each in waves),
        tuple(each.state.file for each in waves if each.state.fault),
        sum(_count(standing(read_labels(folder).labels)) for folder in bridge_folders(project).values()),
    )


def _disputed(decided: Decisions) -> int:
    return sum(bool(each.disputed) for each in decided.settled.values())


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
        _disputed(decided),
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
    own = coded_of(project, project.questionnaire.file) if answers else None
    newest = (own if project.questionnaire.earlier else None) or files[0]
    rows = review = 0
    with suppress(InputError):
        table = read_table(newest)
        rows = table.size
        wanted = [name for name in table.names if name.partition(":")[0] == REVIEW]
        review = sum(cell.casefold() == "true" for name in wanted for cell in table.texts(name))
    older = since = 0
    if own:
        records = read_records(own, project.questionnaire.key).answers.values()
        older = sum(bool(record.model) and record.model not in in_force for record in records)
        since = len(_later(labels, datetime.fromtimestamp(own.stat().st_mtime, UTC)))
    return CodedState(newest.name, rows, review, older, since, len(files) - 1, own is not None)
