"""Labels that models doubt which have not seen them: slips of people, or hard answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from freetext.model.cutoffs import probabilities
from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.doubts import Doubt, Doubts
from freetext.survey.labels import Key
from freetext.text.vectors import Vectors
from freetext.training.dataset import DISPUTED, PRESENT, TrainingSet, folds_of
from freetext.training.fit import Training, fit

FEWEST = 10
"""Labelled answers that a theme needs: of a theme that is not learnt yet every label would be doubted."""

EDGE = 1e-5


def doubts_in(
    labelled: TrainingSet,
    *,
    most: int = 20,
    audited: Collection[Key] = (),
    coders: Mapping[Key, tuple[str, ...]] | None = None,
    seed: int = 0,
    vectors: Vectors | None = None,
) -> Doubts:
    """Fit models on labelled answers and list the `most` labels that those doubt most which have not seen the respondent.

    The `audited` answers teach, and are never listed: who mends an audit by what the model says makes the model look better than
    it is. Disputed decisions are none. `coders` says who decided on an answer.
    """
    fitted = fit(labelled, seed=seed, vectors=vectors)
    return doubts_of(labelled, fitted, most=most, audited=audited, coders=coders or {}, seed=seed)


def doubts_of(
    labelled: TrainingSet,
    fitted: Training,
    *,
    most: int = 20,
    audited: Collection[Key] = (),
    coders: Mapping[Key, tuple[str, ...]],
    seed: int = 0,
) -> Doubts:
    """List the labels that a training on them doubts most, as `doubts_in` does; `seed` is that of the training."""
    answers, slugs = labelled.answers, labelled.codeframe.slugs
    known = _known(labelled, seed)
    learnt: list[bool] = np.asarray(known.any(axis=0)).tolist()
    said = probabilities(fitted.margins.astype(np.float32), fitted.model.cutoffs).astype(np.float64)
    chance = chances(labelled.given, np.where(known, said, np.nan))
    keys = list(zip(answers.ids, answers.questions, strict=True))
    kept_out = np.fromiter((key in audited for key in keys), dtype=np.bool_, count=len(keys))
    listed = known & ~kept_out[:, None] & ~np.isnan(chance)
    places = np.flatnonzero(listed)
    places = places[np.argsort(chance.ravel()[places], kind="stable")][:most]
    found = (
        Doubt(
            keys[row][0],
            keys[row][1],
            slugs[theme],
            bool(labelled.given[row, theme] == PRESENT),
            float(said[row, theme]),
            float(chance[row, theme]),
        )
        for row, theme in zip(*np.unravel_index(places, chance.shape), strict=True)
    )
    return Doubts(
        tuple(replace(each, coders=coders.get((each.id, each.question), ())) for each in found),
        answers=len(answers) - int(kept_out.sum()),
        decisions=int(listed.sum()),
        themes=sum(learnt),
        rare=tuple(slug for slug, enough in zip(slugs, learnt, strict=True) if not enough),
        kept_out=int(kept_out.sum()),
    )


def _known(labelled: TrainingSet, seed: int) -> BoolArray:
    """Which decisions (answers, themes) can be doubted: clear ones, of a theme with enough labels, out of fold."""
    given = labelled.given
    if len(set(folds_of(labelled.answers.respondents, seed).tolist())) == 1:
        return np.zeros(given.shape, dtype=np.bool_)
    enough = (given == PRESENT).sum(axis=0) >= FEWEST
    return np.asarray((given != DISPUTED) & enough)


def chances(given: NDArray[np.int8], said: FloatArray) -> FloatArray:
    """Return how likely each label (answers, themes) is as it stands, by its text and the other labels of the answer.

    `said` are calibrated out-of-fold probabilities, nan where nothing is known. The self-confidence of confident learning
    (Northcutt, Jiang and Chuang 2021), with the probability read again beside the answer's other labels: an answer that lacks a
    theme is doubted more if it has no other either, one that has it less if nothing else is in it. One logistic regression over
    all themes does that.
    """
    known = ~np.isnan(said)
    present = given == PRESENT
    if not present[known].any() or present[known].all():
        return np.full(said.shape, np.nan)
    features = beside(present, said)[known]
    reader = LogisticRegression(max_iter=1000).fit(features, present[known])
    again = np.full(said.shape, np.nan)
    again[known] = reader.predict_proba(features)[:, 1]
    return np.where(present, again, 1 - again)


def beside(present: BoolArray, said: FloatArray) -> FloatArray:
    """Return (answers, themes, 5): the logit, and of the answer's other themes those given, whether any is, how far the model agrees with these, and what it expects."""
    likely = np.nan_to_num(said)
    clear = np.clip(likely, EDGE, 1 - EDGE)
    agreed = likely * present
    others = present.sum(axis=1, keepdims=True) - present
    features = (
        np.log(clear / (1 - clear)),
        others,
        others > 0,
        agreed.sum(axis=1, keepdims=True) - agreed,
        likely.sum(axis=1, keepdims=True) - likely,
    )
    return np.stack(features, axis=-1).astype(np.float64)
