"""What is to be done with each part, from options and a project's settings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from freetext.batch.manifest import ModelNote
from freetext.batch.parts import Part
from freetext.batch.work import Order, opened
from freetext.errors import InputError, MissingColumn, UsageError
from freetext.files.modelling.models import resolve
from freetext.files.modelling.vectors import vectors_of
from freetext.files.parts.part_candidates import AUDIT, TopPlan
from freetext.files.parts.part_labels import labels_of_parts
from freetext.files.parts.part_sums import sums_plan
from freetext.files.project.codeframes import codeframe_text, read_codeframe
from freetext.files.project.project_codeframes import by_codeframe
from freetext.files.project.settings import Project
from freetext.files.tabular.dialects import Dialect
from freetext.interfaces.file_coding import check_learnt, has_model
from freetext.interfaces.redacting import text_columns
from freetext.interfaces.streaming import CodingPlan
from freetext.survey.questionnaire import Questionnaire

if TYPE_CHECKING:
    from freetext.files.tabular.streams import Stream
    from freetext.model.bundle import Model

ENDINGS = {"parquet": ".parquet", "csv": ".csv"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for; what is empty comes of the project."""

    text: tuple[str, ...] = ()
    id: str = ""
    respondent: str = ""
    question: str = ""
    model: str = ""
    vectors: str = ""
    scores: bool = False
    evidence: bool = False
    by: tuple[str, ...] = ()
    weight: str = ""
    audit_candidates: int = AUDIT
    format: str = "parquet"
    raw: bool = False
    encoding: str | None = None
    delimiter: str | None = None
    redact: bool = False
    dialect: Dialect = field(default_factory=Dialect)


def order_of(parts: Sequence[Part], wishes: Wishes, project: Project | None) -> Order:
    """Make the order for parts: the columns are found in the first of them, the models are looked at.

    Raises InputError for a column that is not there, UsageError where it is not said what holds the verbatims or which model codes
    them, BundleError for one that cannot be read.
    """
    survey = project.questionnaire if project else Questionnaire()
    bare = _bare(wishes, survey)
    with _first_opened(parts, bare) as stream:
        plan, names = _plan(stream, wishes, survey), stream.names
    models, vectors = _models(plan, wishes, project), vectors_of(wishes.vectors, project)
    read = {path: _read(path, vectors) for path in dict.fromkeys(models.values())}
    notes = tuple(_note(path, model) for path, model in read.items())
    _check_evidence(read.values(), wishes)
    if project is not None and not wishes.model:
        _check_learnt(notes, read, project)
    plan = replace(plan, models=models)
    return Order(
        plan,
        notes,
        _settings(plan, wishes, survey),
        ENDINGS[wishes.format],
        wishes.raw,
        wishes.encoding,
        wishes.delimiter,
        survey.encoding,
        str(vectors or ""),
        tuple(each.columns[0] for each in survey.coded) if not wishes.text else (),
        sums=sums_plan(survey, names, by=wishes.by, weight=wishes.weight, respondent=plan.respondent, id=plan.id),
        top=TopPlan(survey.key, audit=wishes.audit_candidates, id=plan.id, respondent=plan.respondent),
        frames={path: codeframe_text(model.codeframe) for path, model in read.items()},
        labels=labels_of_parts(project) if project else None,
        dialect=wishes.dialect,
    )


def _first_opened(parts: Sequence[Part], bare: Order) -> Stream:
    """Open the first part that can be opened; raises the first part's error where none can."""
    failures = []
    for part in parts:
        try:
            return opened(part, bare)
        except InputError as error:
            failures.append(error)
    raise failures[0]


def _bare(wishes: Wishes, survey: Questionnaire) -> Order:
    """An order that is good for opening a part."""
    plan = CodingPlan(())
    return Order(
        plan,
        (),
        {},
        encoding=wishes.encoding,
        delimiter=wishes.delimiter,
        fallback=survey.encoding,
        dialect=wishes.dialect,
    )


def _plan(stream: Stream, wishes: Wishes, survey: Questionnaire) -> CodingPlan:
    names = {each.columns[0]: each.name for each in survey.coded}
    if not wishes.text and not names:
        raise UsageError("which column holds the verbatims? Name it with --text (again for each column of wide files).")
    text = wishes.text or tuple(column for column in names if column in stream.names)
    if not text:
        raise MissingColumn(next(iter(names)), stream.names, file=stream.file, option="freetext.toml")
    _check_columns(stream, wishes, survey)
    own = survey.id if survey.id in stream.names else ""
    person = survey.respondent if survey.respondent in stream.names else ""
    return CodingPlan(
        text=text,
        names=names,
        id=wishes.id or own,
        respondent=wishes.respondent or ("" if wishes.id else person),
        question=wishes.question,
        dropped=survey.drop,
        carry=not wishes.question and len(survey.coded) > 1,
        scores=wishes.scores,
        evidence=wishes.evidence,
        covered=text_columns(survey, text) if wishes.redact else (),
    )


def _check_columns(stream: Stream, wishes: Wishes, survey: Questionnaire) -> None:
    """Refuse columns that the first part does not have, or that the project drops."""
    asked = [(name, "--text") for name in wishes.text]
    asked += [(wishes.id, "--id"), (wishes.respondent, "--respondent"), (wishes.question, "--question")]
    asked += [(wishes.weight, "--weight"), *((name, "--by") for name in wishes.by)]
    for name, option in asked:
        if name and name in survey.drop:
            raise UsageError(f"{option} {name}: the project drops this column (`drop` in freetext.toml).")
        if name and name not in stream.names:
            raise MissingColumn(name, stream.names, file=stream.file, option=option)


def _models(plan: CodingPlan, wishes: Wishes, project: Project | None) -> dict[str, str]:
    """Say which version of which model codes each question; "" stands for all others."""
    if wishes.model:
        return {"": _version(wishes.model)}
    if project is None:
        raise UsageError("which model? Name it with --model, such as models/survey; `freetext train` makes one.")
    asked = [each.name for each in project.questionnaire.coded] if plan.question else list(plan.questions)
    groups = by_codeframe([*asked, *([""] if plan.question else [])], project)
    found = {name: _project_model(path, project) for path, names in groups.items() if path for name in names}
    lacking = [name for name in asked if name not in found]
    if lacking:
        raise InputError(
            f"question {lacking[0]!r} has no codeframe.",
            file=project.folder / "freetext.toml",
            remedy="Name one under [survey] or in the question.",
        )
    return found


def _project_model(path: str, project: Project) -> str:
    folder = project.path(project.questionnaire.models) / read_codeframe(project.path(path)).name
    if not has_model(folder):
        raise UsageError(
            f"{folder}: no model yet, and the parts of a folder are coded by a trained one. Label and run `freetext train`, "
            "or name another with --model."
        )
    return _version(folder)


def _check_learnt(notes: Sequence[ModelNote], read: Mapping[str, Model], project: Project) -> None:
    """See that each model of the project's knows no theme that has gone since."""
    survey = project.questionnaire
    for path in dict.fromkeys(each.codeframe or survey.codeframe for each in survey.coded):
        frame = read_codeframe(project.path(path)) if path else None
        for note in notes:
            if frame is not None and note.name == frame.name:
                check_learnt(str(note), read[note.path].codeframe, frame, path)


def _check_evidence(models: Iterable[Model], wishes: Wishes) -> None:
    """Refuse to cover personal data in the texts where evidence words may tell it."""
    if wishes.redact and wishes.evidence and not all(model.masked for model in models):
        raise UsageError(
            "--redact --evidence: a model that reads names codes these parts, so its evidence may show them. "
            "Leave --evidence out, or train again with a codeframe that does not say redact = false."
        )


def _version(path: str | Path) -> str:
    """The folder of the very version, which no training changes."""
    return str(resolve(Path(path)).absolute())


def _read(path: str, vectors: object) -> Model:
    from freetext.interfaces.models import load_model  # noqa: PLC0415

    return load_model(path, vectors=vectors)  # type: ignore[arg-type]


def _note(path: str, model: Model) -> ModelNote:
    return ModelNote(path, model.name, model.digest, model.codeframe.digest)


def _settings(plan: CodingPlan, wishes: Wishes, survey: Questionnaire) -> dict[str, object]:
    """All that decides the outputs beside sources and models, by the names of the options."""
    return {
        "text": list(plan.text),
        "questions": list(plan.questions),
        "id": plan.id,
        "respondent": plan.respondent,
        "question": plan.question,
        "drop": list(plan.dropped),
        "carry": plan.carry,
        "scores": plan.scores,
        "evidence": plan.evidence,
        "raw": wishes.raw,
        **({"redact": list(plan.covered)} if plan.covered else {}),
        "encoding": wishes.encoding or survey.encoding,
        "delimiter": wishes.delimiter or "",
        **_told_dialect(wishes.dialect),
        "by": list(wishes.by or survey.banners),
        "weight": wishes.weight or survey.weight,
        "audit_candidates": wishes.audit_candidates,
        "key": hashlib.sha256(survey.key.encode()).hexdigest()[:16] if survey.key else "",
    }


def _told_dialect(dialect: Dialect) -> dict[str, object]:
    """A dialect that was named, or previews that stay; what is as usual is not said, as before there were dialects."""
    told = {"dialect": dialect.platform, "previews": dialect.previews}
    return {name: value for name, value in told.items() if value}
