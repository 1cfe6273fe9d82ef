"""Cut-offs of a single-code codeframe: every answer has one theme, and the themes have the shares that are expected of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from freetext.model.cutoffs import FEWEST_POSITIVES, Cutoff
from freetext.model.deciding import heights, highest, place_of_other
from freetext.survey.answers import FloatArray, IntArray
from freetext.survey.codeframe import Codeframe
from freetext.text.tokens import Tokenizer
from freetext.training.dataset import DISPUTED, PRESENT, TrainingSet
from freetext.training.lines import Lines
from freetext.training.surveyed import Rest, scored

ROUNDS, STEP, SLOWER = 200, 0.2, 50
"""Rounds of matching shares; a round moves by STEP / (1 + round / SLOWER) of what the logarithms of the shares differ by."""

TRIED = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
"""The least certain answers that `other` is tried for, as shares of the labelled ones."""

SURE = 2.0
"""Standard deviations by which a confidence for `other` must make more labelled answers right than wrong."""

ROUNDING = 1e-6
"""What keeps an answer that lies on a cut-off from falling below it."""

WORTH = 5
"""Labelled answers that even shares count for, for themes of which there are few labels."""


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """What the shares are matched on.

    logits   (answers, themes): calibrated log odds, out of fold where the answer is labelled; -inf for a theme that nothing speaks for
    shares   (themes,): what is expected of the themes; they add up to 1
    weights  (answers,): how many answers each one stands for
    """

    logits: FloatArray
    shares: FloatArray
    weights: FloatArray


def single_cutoffs(training: TrainingSet, lines: Lines, rest: Rest | None, tokenizer: Tokenizer) -> tuple[Cutoff, ...]:
    """Set cut-offs so that the theme highest above its own is the answer's, and the themes have their shares out of fold.

    The shares are those of the labels or, where `rest` holds answers that nobody has labelled, those expected of the whole survey.
    Where the codeframe has a code `other`, it gets the answers below a confidence, if that makes more labelled answers right.
    """
    survey = None if rest is None else _whole_survey(training.given, lines, rest, tokenizer)
    return labelled_cutoffs(training.codeframe, training.given, lines.margins, lines.cutoffs, survey)


def labelled_cutoffs(
    codeframe: Codeframe,
    given: NDArray[np.int8],
    margins: FloatArray,
    cutoffs: tuple[Cutoff, ...],
    survey: Survey | None = None,
) -> tuple[Cutoff, ...]:
    """Set cut-offs, see `single_cutoffs`, by out-of-fold margins of labelled answers, `given` and `margins` (answers, themes).

    Of `cutoffs` the calibration counts; without a `survey` the shares are those of the labels.
    """
    truth = _truth(given)
    logits, right = _logits(margins, cutoffs)[truth >= 0], truth[truth >= 0]
    whole = survey or Survey(logits, _shares(codeframe, right, cutoffs), np.ones(len(right)))
    floor = _floor(codeframe, whole, logits, right)
    offsets = matched(codeframe, whole, floor)
    if floor is None:  # as low as no answer lies
        best = (np.concatenate((logits, whole.logits)) + offsets).max(axis=1, initial=-np.inf)
        floor = float(best.min(initial=0.0, where=np.isfinite(best))) - ROUNDING
    return tuple(_moved(each, float(offset) - floor) for each, offset in zip(cutoffs, offsets, strict=True))


def matched(codeframe: Codeframe, survey: Survey, floor: float | None) -> FloatArray:
    """Return what is added to each theme's log odds (themes,), so that the highest theme of as many answers is it as its share says.

    Answers of which no theme reaches `floor` are `other`. Fewer answers than share raises a theme, more lower it, in ever smaller
    steps; half an answer is added to both sides of the comparison, so that a theme without any is not driven without end.
    """
    least = 0.5 / max(float(survey.weights.sum()), 1.0)
    offsets = np.zeros(survey.logits.shape[1])
    for number in range(ROUNDS if len(survey.logits) else 0):
        found = _found(codeframe, survey.logits + offsets, floor)
        told = np.bincount(found[found >= 0], survey.weights[found >= 0], len(offsets)) / survey.weights.sum()
        if np.abs(told - survey.shares).max() <= least:
            break
        step = np.log(survey.shares + least) - np.log(told + least)
        offsets += STEP / (1 + number / SLOWER) * step
    return np.asarray(offsets, dtype=np.float64)


def _found(codeframe: Codeframe, logits: FloatArray, floor: float | None) -> IntArray:
    if floor is None:
        return np.where(np.isfinite(logits).any(axis=1), logits.argmax(axis=1), -1)
    return highest(codeframe, logits - floor, np.ones(logits.shape, dtype=np.bool_))


def _logits(margins: FloatArray | NDArray[np.float32], cutoffs: tuple[Cutoff, ...]) -> FloatArray:
    even = tuple(_moved(each, 0.0) for each in cutoffs)
    return heights(np.asarray(margins, dtype=np.float32), even)


def _moved(cutoff: Cutoff, offset: float) -> Cutoff:
    """Put the cut-off where the log odds, with `offset` added, are even; a theme of which margins say nothing has none."""
    if not cutoff.slope or cutoff.offset is None:
        return Cutoff(None, cutoff.slope, cutoff.offset)
    return Cutoff(-(cutoff.offset + offset) / cutoff.slope, cutoff.slope, cutoff.offset)


def _truth(given: NDArray[np.int8]) -> IntArray:
    """Return the place of each labelled answer's theme, -1 where coders differ or there is not one."""
    one = ((given == PRESENT).sum(axis=1) == 1) & ~(given == DISPUTED).any(axis=1)
    return np.where(one, (given == PRESENT).argmax(axis=1), -1)


def _whole_survey(given: NDArray[np.int8], lines: Lines, rest: Rest, tokenizer: Tokenizer) -> Survey:
    """Put together all answers of a survey: the labelled ones count by their labels, the others by their probabilities."""
    own, known = _logits(lines.margins[rest.own], lines.cutoffs), _truth(given[rest.own])
    others = _logits(scored(lines.whole, rest.answers, tokenizer), lines.cutoffs)
    logits = np.concatenate((own, others))
    weights = np.concatenate((np.ones(len(own)), np.full(len(others), rest.count / len(others))))
    chances = _chances(logits)
    chances[np.flatnonzero(known >= 0)] = np.eye(given.shape[1])[known[known >= 0]]
    return Survey(logits, _whole(weights @ chances), weights)


def _shares(codeframe: Codeframe, truth: IntArray, cutoffs: tuple[Cutoff, ...]) -> FloatArray:
    """Return the shares of the labels; a theme with few counts for a little all the same if its definition speaks for it."""
    count = np.bincount(truth, minlength=len(cutoffs)).astype(np.float64)
    count += np.where(count < FEWEST_POSITIVES, WORTH / len(cutoffs), 0.0)
    other = place_of_other(codeframe)
    return _whole(np.where([bool(each.slope) or place == other for place, each in enumerate(cutoffs)], count, 0.0))


def _chances(logits: FloatArray) -> FloatArray:
    """Return probabilities (answers, themes) that add up to 1 in each answer, or to 0 where nothing speaks for any theme."""
    chances = 1 / (1 + np.exp(-np.clip(logits, -30, 30))) * np.isfinite(logits)
    return np.asarray(chances / np.maximum(chances.sum(axis=1, keepdims=True), 1e-12), dtype=np.float64)


def _whole(counts: FloatArray) -> FloatArray:
    return np.asarray(counts / max(float(counts.sum()), 1e-12), dtype=np.float64)


def _floor(codeframe: Codeframe, survey: Survey, logits: FloatArray, truth: IntArray) -> float | None:
    """Find the log odds below which answers are better called `other`; None where the codeframe has none, or it helps too little.

    `logits` (answers, themes) and `truth` (answers,) are those of the labelled answers with one undisputed theme.
    """
    if place_of_other(codeframe) is None or not len(truth):
        return None
    before = logits + matched(codeframe, survey, None)
    plain = _found(codeframe, before, None) == truth
    best: tuple[int, float | None] = (0, None)
    for floor in np.quantile(before.max(axis=1), TRIED).tolist():
        right = _found(codeframe, logits + matched(codeframe, survey, floor), floor) == truth
        gain, changed = int(right.sum()) - int(plain.sum()), int((right != plain).sum())
        if gain > max(best[0], SURE * changed**0.5):
            best = (gain, floor)
    return best[1]
