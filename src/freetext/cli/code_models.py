"""The models that `freetext code` codes with, as they stand on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from freetext.cli.code_wanted import Wanted
from freetext.cli.run import Run
from freetext.errors import UsageError

if TYPE_CHECKING:
    from freetext.interfaces.first_reading import FirstReading
    from freetext.model.bundle import Model


def learnt_model(run: Run, folder: Path, vectors: str, path: str = "") -> Model:
    """Load a model; where `path` names the project's codeframe of today, compare them and say where they differ."""
    from freetext.files.modelling.models import load_model
    from freetext.files.modelling.vectors import vectors_of
    from freetext.files.project.codeframes import read_codeframe
    from freetext.interfaces.file_coding import check_learnt

    learnt = _reading(run, load_model(folder, vectors=vectors_of(vectors, run.project)), vectors)
    if not path or run.project is None:
        return learnt
    frame = read_codeframe(run.project.path(path))
    if frame.redact and not learnt.masked:
        run.say(
            f"- the model {learnt.digest} reads names and numbers of people: it learnt before these were hidden; train again"
        )
    if learnt.codeframe.slugs != frame.slugs:
        run.say(f"- {path} has other themes than the model {learnt.digest}: `freetext train` learns them")
        check_learnt(f"{learnt.name} {learnt.digest}", learnt.codeframe, frame, path)
    return learnt


def check_evidence(models: Iterable[Model], wanted: Wanted) -> None:
    """Refuse to cover personal data in the texts where evidence words may tell it; raises UsageError."""
    open_eyed = next((model for model in models if not model.masked), None)
    if wanted.redact and wanted.evidence and open_eyed is not None:
        raise UsageError(
            f"--redact --evidence: the model {open_eyed.name} {open_eyed.digest} reads names, so its evidence may show them. "
            "Leave --evidence out, or train again with a codeframe that does not say redact = false."
        )


def _reading(run: Run, model: Model, asked: str) -> Model:
    """Say so where vectors were asked for that the model does not read."""
    from freetext.files.modelling.vectors import NONE

    if asked not in ("", NONE) and model.folded.vectors is None:
        run.say(f"- --vectors {asked}: not read, the model {model.name} {model.digest} was learnt without vectors")
    return model


def has_models(run: Run, reading: FirstReading, wanted: Wanted) -> bool:
    """Whether there is a model for all that was asked, so that nothing must be made of the answers themselves."""
    from freetext.interfaces.file_coding import has_model

    if wanted.model is not None:
        return True
    return run.project is not None and all(has_model(folder) for _, folder, _ in groups_of(run, reading))


def groups_of(run: Run, reading: FirstReading) -> Iterator[tuple[str, Path, list[str]]]:
    """Each codeframe of the project that the file is coded with: its path, the folder of its models, its questions."""
    from freetext.cli.plans import model_folder
    from freetext.files.project.codeframes import read_codeframe
    from freetext.files.project.project_codeframes import to_code

    assert run.project is not None
    for path, questions in to_code(reading.questions, run.project).items():
        yield path, model_folder(read_codeframe(run.project.path(path)), run.project), questions


def models_for(run: Run, reading: FirstReading, wanted: Wanted) -> Mapping[str, Model]:
    """Load the model of each question, "" for all."""
    if wanted.model is not None:
        return {"": learnt_model(run, wanted.model, wanted.vectors)}
    models: dict[str, Model] = {}
    for path, folder, questions in groups_of(run, reading):
        models |= dict.fromkeys(questions, learnt_model(run, folder, wanted.vectors, path))
    return models
