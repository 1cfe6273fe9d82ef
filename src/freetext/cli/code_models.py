"""The models that `freetext code` codes with, as they stand on disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from freetext.cli.run import Run

if TYPE_CHECKING:
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
    if learnt.codeframe.slugs != frame.slugs:
        run.say(f"- {path} has other themes than the model {learnt.digest}: `freetext train` learns them")
        check_learnt(f"{learnt.name} {learnt.digest}", learnt.codeframe, frame, path)
    return learnt


def _reading(run: Run, model: Model, asked: str) -> Model:
    """Say so where vectors were asked for that the model does not read."""
    from freetext.files.modelling.vectors import NONE

    if asked not in ("", NONE) and model.folded.vectors is None:
        run.say(f"- --vectors {asked}: not read, the model {model.name} {model.digest} was learnt without vectors")
    return model
