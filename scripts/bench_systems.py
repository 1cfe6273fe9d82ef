"""The project's own systems: how it codes a trial as it stands, with other cut-offs, with less to go by, and with vectors."""

from __future__ import annotations

import ast
import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

import freetext
from bench_books import without_definitions, without_names
from bench_data import Rows, answers_in, truth_of
from bench_scores import Outcome
from bench_sets import FEW, Trial
from freetext.errors import NothingToLearn
from freetext.files.modelling.vectors import load_vectors
from freetext.model.coder import Coder
from freetext.survey.answers import Answers
from freetext.survey.codeframe import Codeframe
from freetext.training.classifier import Favour
from freetext.training.cold import cold_model
from freetext.training.dataset import training_set
from freetext.training.fit import fit

if TYPE_CHECKING:
    from freetext.model.bundle import Model
    from freetext.text.vectors import Vectors

ROOMS = ("model", "training", "text")
"""What makes the engine."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a run has: a folder for what was found, processes for training, the name of static vectors; or only what was found."""

    cache: Path
    jobs: int = 1
    vectors: str = ""
    kept_only: bool = False


@dataclass(frozen=True, slots=True)
class Ours:
    """A way to use the engine: what is left of the codeframe, what training sees besides labelled answers, and its options."""

    frame: Callable[[Codeframe], Codeframe] = lambda frame: frame
    survey: Callable[[Trial], Rows] = lambda trial: trial.rest
    favour: Favour = "tally"
    vectors: bool = False

    def __call__(self, trial: Trial, means: Means) -> Outcome | None:
        """Train and code; None where there is nothing to learn from, or vectors are wanted and none were named."""
        if self.vectors and not means.vectors:
            return None
        vectors = loaded(means.vectors) if self.vectors else None
        clock = time.process_time if means.jobs == 1 else time.perf_counter
        start = clock()
        try:
            model = self._taught(trial, means.jobs, vectors)
        except NothingToLearn:
            return None
        return coded(model, answers_in(trial.test, trial.respondent), clock() - start)

    def _taught(self, trial: Trial, jobs: int, vectors: Vectors | None) -> Model:
        """Train; with no label at all, a model of the codeframe and the unlabelled answers."""
        frame, rest = self.frame(trial.frame), self.survey(trial)
        given = truth_of(trial.train, trial.themes).astype(np.int8)
        survey = answers_in([*trial.train, *rest], trial.respondent)
        if not given.any():
            return cold_model(frame, survey)
        training = training_set(frame, answers_in(trial.train, trial.respondent), given)
        seen = survey if rest else None
        return fit(training, survey=seen, jobs=jobs, favour=self.favour, vectors=vectors).model


def coded(model: Model, answers: Answers, seconds: float) -> Outcome:
    """Code answers with a model that has not met any of their chunks yet."""
    coder = Coder(model)
    start = time.process_time()
    codings = list(coder.batches(answers))
    rate = len(answers) / max(time.process_time() - start, 1e-9)
    chances = np.nan_to_num(np.concatenate([each.scores for each in codings]), nan=0.0)
    scores = np.asarray(coder.margins(answers.texts, answers.questions), dtype=np.float32)
    chosen = np.concatenate([each.chosen for each in codings])
    return Outcome(scores, chances.astype(np.float32), chosen, seconds, rate)


@cache
def loaded(vectors: str) -> Vectors:
    """Load static vectors once."""
    return load_vectors(vectors)


FULL_ONLY, FEW_ONLY = ("freetext, survey seen",), ("freetext, names alone", "freetext, labels alone")
OURS: dict[str, Ours] = {
    "freetext": Ours(),
    "freetext, favour f1": Ours(favour="f1"),
    "freetext, survey seen": Ours(survey=lambda trial: [*trial.rest, *trial.test]),
    "freetext, vectors": Ours(vectors=True),
    "freetext, names alone": Ours(frame=without_definitions),
    "freetext, labels alone": Ours(frame=without_names, survey=lambda _: []),
}


def wants(system: str, trial: Trial) -> bool:
    """Whether a system says something on a trial that no other says."""
    if trial.survey in FEW:
        return system not in FULL_ONLY and (system != "freetext, labels alone" or trial.size > 0)
    return system not in FEW_ONLY


@cache
def engine() -> str:
    """Return a hash of the engine's sources."""
    folder = Path(freetext.__file__).parent
    return code_digest([path for room in ROOMS for path in sorted((folder / room).glob("*.py"))])


def code_digest(paths: Sequence[Path]) -> str:
    """Return a hash of what sources do, 12 hexadecimal digits; comments and layout do not count."""
    told = hashlib.sha256()
    for path in paths:
        told.update(path.name.encode() + ast.dump(ast.parse(path.read_text(encoding="utf-8"))).encode())
    return told.hexdigest()[:12]
