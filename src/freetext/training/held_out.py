"""The locked set: audited answers that no model is fitted on, so that they can judge all models."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from freetext.model.bundle import Model
from freetext.model.coder import Coder
from freetext.survey.answers import BoolArray
from freetext.survey.labels import CHOSEN, Key, Label, standing
from freetext.training.dataset import PRESENT, TrainingSet
from freetext.training.fit import labels_digest
from freetext.training.scores import scores_of

LOCKED_FROM = 200
"""Labelled answers from which on the audit is held out; below that every label is needed to learn from."""

FEWEST_LEFT = 50
"""Labelled answers besides the audit without which it is not held out: nothing could be learnt from the rest."""


@dataclass(frozen=True, slots=True, eq=False)
class Parted:
    """Labelled answers: those to fit on, and those that are held out of every fit (None where none are)."""

    fitted: TrainingSet
    locked: TrainingSet | None = None


def audited(labels: Iterable[Label]) -> frozenset[Key]:
    """Return the answers that the random audit coded, by decisions that stand.

    One that the queue wanted too (a `pick`) belongs to it: without those the audit would hold the easy answers alone. One that
    somebody coded for another reason besides does not.
    """
    stand = standing(labels)
    chosen = {label.key for label in stand if label.source in CHOSEN}
    return frozenset(label.key for label in stand if label.source == "audit") - chosen


def part(labelled: TrainingSet, audited: Collection[Key]) -> Parted:
    """Hold the audited answers out where there are enough labels: all of them, or none."""
    answers = labelled.answers
    keys = zip(answers.ids, answers.questions, strict=True)
    held = np.fromiter((key in audited for key in keys), dtype=np.bool_, count=len(answers))
    enough = len(answers) >= LOCKED_FROM and int((~held).sum()) >= FEWEST_LEFT
    if not enough or not all((labelled.given[side] == PRESENT).any() for side in (held, ~held)):
        return Parted(labelled)
    return Parted(_taken(labelled, ~held), _taken(labelled, held))


def _taken(labelled: TrainingSet, kept: BoolArray) -> TrainingSet:
    return TrainingSet(labelled.codeframe, labelled.answers.take(np.flatnonzero(kept)), labelled.given[kept])


def coded_by(model: Model, labelled: TrainingSet) -> BoolArray:
    """Code the answers of a set as `freetext code` does: bool (answers, the model's themes)."""
    return np.concatenate([codings.chosen for codings in Coder(model).batches(labelled.answers)])


def with_audit(model: Model, locked: TrainingSet, seed: int = 0) -> Model:
    """Return the model with a word in its facts on the answers that it was kept from, and how it codes them."""
    answers = locked.answers
    scores = scores_of(locked.given, coded_by(model, locked), answers.respondents, seed)
    locked_facts: dict[str, Any] = {
        "answers": len(answers),
        "respondents": len(set(answers.respondents)),
        "labels": labels_digest(locked),
        "scores": scores.as_json(model.codeframe.slugs),
    }
    return replace(model, facts={**model.facts, "locked": locked_facts})


def kept_from_audit(model: Model) -> bool:
    """Whether a model has not seen the audited answers, by what it says of itself."""
    told = model.facts.get("locked")
    return isinstance(told, dict) and bool(told.get("answers"))
