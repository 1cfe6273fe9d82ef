"""Cut-offs that favour the tally or F1, and what each of the two costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from freetext.model.cutoffs import FEWEST_POSITIVES, Cutoff, probabilities, share_margin
from freetext.model.deciding import decided
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.tallies.paired import counted
from freetext.training.classifier import Favour
from freetext.training.dataset import DISPUTED, PRESENT, TrainingSet
from freetext.training.singles import labelled_cutoffs

WAY = 0.5
"""How far a cut-off moves for F1, in log odds, from the theme's share to the level at which micro F1 is highest.

Mean of 8 surveys, micro F1 / macro F1 / tally error in points: not at all .690/.571/1.04, a quarter .696/.567/1.23, half .700/.565/1.33, three quarters
.702/.558/1.53.
"""

SHRUNK = 100
"""Positive decisions for which the level that theory expects counts beside the one that is found."""

LEVELS = 100
"""Steps of probability that are tried."""

FLAT = 1e-3
"""A sigmoid that rises less than this tells no margin for a probability."""


def best_level(given: NDArray[np.int8], scores: NDArray[np.float32]) -> float | None:
    """Return the log odds at which one cut-off for all themes makes micro F1 highest, from out-of-fold scores (answers, themes).

    The found maximum is flat and jumps about where labels are few, so it is drawn to half of the F1 that it reaches: with true
    probabilities that is where the best cut-off lies. None where no theme has both a probability and a positive answer. Source: Lipton, Elkan and
    Naryanaswamy 2014, "Optimal thresholding of classifiers to maximize F1 measure".
    """
    known = (given != DISPUTED) & ~np.isnan(scores)
    true, place = (given == PRESENT)[known], np.minimum((scores[known] * LEVELS).astype(np.int64), LEVELS - 1)
    if not true.any():
        return None
    coded, right = (np.cumsum(np.bincount(place, weights, LEVELS)[::-1])[::-1] for weights in (None, true))
    f1 = 2 * right / (coded + true.sum())
    best = int(f1[1:].argmax()) + 1
    positives = int(true.sum())
    found, expected = (_log_odds(level) for level in (best / LEVELS, float(f1[best]) / 2))
    return (positives * found + SHRUNK * expected) / (positives + SHRUNK)


def _log_odds(share: float) -> float:
    held = min(max(share, 1 / LEVELS), 1 - 1 / LEVELS)
    return float(np.log(held / (1 - held)))


def moved(cutoffs: tuple[Cutoff, ...], level: float | None, learnt: Sequence[bool] | BoolArray) -> tuple[Cutoff, ...]:
    """Move the cut-off of each theme that was `learnt` from labels WAY to the level."""
    if level is None:
        return cutoffs
    return tuple(_moved(each, level) if told else each for each, told in zip(cutoffs, learnt, strict=True))


def _moved(cutoff: Cutoff, level: float) -> Cutoff:
    if cutoff.margin is None or cutoff.slope is None or cutoff.offset is None or cutoff.slope < FLAT:
        return cutoff
    return replace(cutoff, margin=(1 - WAY) * cutoff.margin + WAY * (level - cutoff.offset) / cutoff.slope)


def _learnt(training: TrainingSet) -> BoolArray:
    return np.array(training.positives) >= FEWEST_POSITIVES


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """What there is to choose between.

    margins  out of fold (answers, themes)
    tally    the cut-offs that serve the tally
    level    the log odds to which those for F1 are drawn; None where nothing is known of it
    """

    training: TrainingSet
    margins: FloatArray
    tally: tuple[Cutoff, ...]
    level: float | None

    def cutoffs(self, favour: Favour) -> tuple[Cutoff, ...]:
        """Return the cut-offs of a favour."""
        return self._favoured(self.tally, favour, self.level)

    def coded_apart(self, favour: Favour, folds: IntArray) -> BoolArray:
        """Code the labelled answers out of fold, each of the `folds` (answers,) at the level of F1 that the answers outside it tell."""
        if favour == "tally" or self.level is None:
            return self.coded(self.cutoffs(favour))
        found = np.zeros_like(self.training.given, dtype=np.bool_)
        for number in sorted(set(folds.tolist())):
            inside = folds == number
            found[inside] = self.coded(self._favoured(self.tally, favour, self._level(~inside)))[inside]
        return found

    def coded(self, cutoffs: tuple[Cutoff, ...]) -> BoolArray:
        """Code the labelled answers out of fold: bool (answers, themes)."""
        return decided(self.training.codeframe, self.margins.astype(np.float32), cutoffs)

    def costs(self, folds: IntArray) -> dict[str, Any]:
        """Tell micro F1, macro F1 and the mean tally error in points of either favour, as JSON values.

        F1 is out of fold at the favour's cut-offs, the level of F1 that of the answers outside each of the `folds` (answers,). Cut-offs
        keep or miss the labelled shares by construction, so the tally's error is that of each fold at cut-offs from the answers
        outside it, averaged over themes and folds.
        """
        numbers = sorted(set(folds.tolist()))
        outside = {number: self._outside(folds != number) for number in numbers}
        return {favour: self._cost(favour, folds, outside) for favour in get_args(Favour)}

    def _cost(self, favour: Favour, folds: IntArray, outside: dict[int, tuple[Cutoff, ...]]) -> dict[str, float | None]:
        true, clear = self.training.given == PRESENT, self.training.given != DISPUTED
        whole = counted(true, clear, self.coded_apart(favour, folds), np.zeros_like(folds))
        parted = np.zeros_like(true)
        for number, cutoffs in outside.items():
            inside = folds == number
            level = self._level(~inside) if favour == "f1" else None
            parted[inside] = self.coded(self._favoured(cutoffs, favour, level))[inside]
        errors = counted(true, clear, parted, folds).tally_error
        figures = {"micro_f1": whole.micro[0], "macro_f1": whole.macro[0], "tally_error": np.nanmean(errors)}
        return {name: None if np.isnan(figure) else round(float(figure), 4) for name, figure in figures.items()}

    def _favoured(self, cutoffs: tuple[Cutoff, ...], favour: Favour, level: float | None) -> tuple[Cutoff, ...]:
        return moved(cutoffs, level, _learnt(self.training)) if favour == "f1" else cutoffs

    def _level(self, others: BoolArray) -> float | None:
        """Return the level that these answers alone (answers,) tell; None where there is none at all."""
        return None if self.level is None else _level_of(self.training, self.margins, self.tally, others)

    def _outside(self, others: BoolArray) -> tuple[Cutoff, ...]:
        """Return cut-offs at the shares of these answers alone."""
        codeframe, labels = self.training.codeframe, self.training.given
        if codeframe.single:
            return labelled_cutoffs(codeframe, labels[others], self.margins[others], self.tally)
        found = []
        for place, cutoff in enumerate(self.tally):
            given = labels[:, place]
            clear = others & (given != DISPUTED)
            known = cutoff.margin is not None and (clear & (given == PRESENT)).any()
            margin = share_margin(self.margins[clear, place], given[clear] == PRESENT) if known else cutoff.margin
            found.append(replace(cutoff, margin=margin))
        return tuple(found)


def choice_of(training: TrainingSet, margins: FloatArray, tally: tuple[Cutoff, ...]) -> Choice:
    """Find the level of F1 by out-of-fold margins (answers, themes), on the themes that are learnt from labels."""
    if training.codeframe.single:  # one theme an answer: there is no level
        return Choice(training, margins, tally, None)
    every = np.ones(len(margins), dtype=np.bool_)
    return Choice(training, margins, tally, _level_of(training, margins, tally, every))


def _level_of(training: TrainingSet, margins: FloatArray, tally: tuple[Cutoff, ...], among: BoolArray) -> float | None:
    learnt = _learnt(training)
    scores = probabilities(margins[among][:, learnt].astype(np.float32), tuple(compress(tally, learnt)))
    return best_level(training.given[among][:, learnt], scores)
