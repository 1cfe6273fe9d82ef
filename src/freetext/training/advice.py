"""A learning curve to advice: which themes can be left to the model, what more labels would bring, and when to code by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from freetext.survey.advice import Advice, CurvePoint, ThemeAdvice, Verdict
from freetext.survey.answers import Answers, FloatArray, IntArray
from freetext.text.vectors import Vectors
from freetext.training.classifier import DEFAULT, Recipe
from freetext.training.curve import Size, learning_sizes
from freetext.training.dataset import FOLDS, PRESENT, TrainingSet, folds_of
from freetext.training.fit import Training
from freetext.training.law import exponent, foreseen, give_or_take, needed, quality, tally_error
from freetext.training.surveyed import rest_of

GOOD = 0.7
"""F1 from which on a theme can be left to the model: about what two coders reach with each other."""

FEWEST = 10
"""Labelled answers of a theme below which its F1 tells nothing."""

FEW = 100
"""Respondents labelled, or answers left to code, below which coding by hand is the shorter way."""

FAR = 4
"""No number of labels is named that is more than so many times today's: so far the law was not tried."""


def advice_on(
    labelled: TrainingSet,
    fitted: Training,
    *,
    survey: Answers | None = None,
    locked: int = 0,
    seed: int = 0,
    recipe: Recipe = DEFAULT,
    jobs: int | None = None,
    vectors: Vectors | None = None,
) -> Advice | None:
    """Measure a learning curve on labelled answers that a model was just `fitted` on, and say what follows from it.

    `survey` holds all answers that the labelled ones were chosen from; `locked` of these are labelled and kept out. None where no
    respondent can be held out. It takes less time than the training, whose survey, seed and vectors these must be.
    """
    if len(set(folds_of(labelled.answers.respondents, seed).tolist())) < FOLDS:
        return None
    rest = rest_of(labelled, survey, seed)
    left = None if survey is None else max((rest.count if rest else 0) - locked, 0)
    sizes = learning_sizes(
        labelled,
        fitted.margins,
        rest=rest,
        seed=seed,
        recipe=recipe,
        jobs=jobs,
        vectors=vectors,
        ground=fitted.ground,
    )
    return _advised(labelled, sizes, left, seed)


def _advised(labelled: TrainingSet, sizes: Sequence[Size], left: int | None, seed: int) -> Advice:
    given, answers = labelled.given, len(labelled.answers)
    found = [quality(given, size.margins) for size in sizes]
    errors = [tally_error(given, size, seed) for size in sizes]
    power = exponent(given, sizes, [each.micro for each in found])
    more, seen, now = answers if left is None else min(answers, left), sizes[-1].answers, found[-1]
    micro = np.array([now.micro])
    expected = float(foreseen(micro, seen, answers + more, power)[0])
    wanted = float(needed(micro, seen, GOOD, power)[0])
    people = len(set(labelled.answers.respondents))
    verdict, reason = _verdict(answers, people, left, now.micro, wanted)
    if labelled.codeframe.single:
        reason += "; F1 here is theme by theme, without the rule of one theme an answer"
    error = errors[-1]
    return Advice(
        labelled.codeframe.name,
        verdict,
        reason,
        answers=answers,
        respondents=people,
        left=left,
        more=more,
        micro_f1=now.micro,
        micro_expected=expected,
        tally_error=error,
        tally_expected=None if error is None else error * float(np.sqrt(seen / (answers + more))),
        curve=tuple(
            CurvePoint(size.answers, each.micro, each.macro, wrong)
            for size, each, wrong in zip(sizes, found, errors, strict=True)
        ),
        themes=_themes(labelled, now.f1, seen, answers + more, power),
    )


def _verdict(answers: int, people: int, left: int | None, micro: float, wanted: float) -> tuple[Verdict, str]:
    """Say what to do with the whole set, and why."""
    if people < FEW:
        return (
            "hand",
            f"labels of {people:,} respondents, and fewer than {FEW} teach too little (micro F1 {_two(micro)})",
        )
    if left and left < FEW:
        return "hand", f"only {left:,} {'answer is' if left == 1 else 'answers are'} left to code"
    if wanted <= answers:
        return "enough", f"micro F1 is {_two(micro)}"
    lacking = wanted - answers
    if left is not None and lacking > left:
        others = f"the {left:,} answers that are left would not bring it to {_two(GOOD)}"
        return "hand", f"micro F1 is {_two(micro)}, and {others if left else 'no answer is left to label'}"
    if wanted <= FAR * answers:
        return (
            "more",
            f"micro F1 is {_two(micro)}; about {_rounded(lacking):,} more labels would bring it to {_two(GOOD)}",
        )
    return (
        "more",
        f"micro F1 is {_two(micro)}; more than {FAR * answers:,} labels would be needed to bring it to {_two(GOOD)}",
    )


def _themes(labelled: TrainingSet, f1: FloatArray, seen: int, wanted: int, power: float) -> tuple[ThemeAdvice, ...]:
    labels: IntArray = (labelled.given == PRESENT).sum(axis=0)
    expected = foreseen(f1, seen, wanted, power)
    spread = give_or_take(expected, labels)
    enough = needed(f1, seen, GOOD, power)
    found = []
    for place, theme in enumerate(labelled.codeframe.themes):
        count = int(labels[place])
        if count < FEWEST:
            found.append(ThemeAdvice(theme.slug, theme.name, "hand", count))
            continue
        near = len(labelled.answers) < enough[place] <= FAR * len(labelled.answers)
        found.append(
            ThemeAdvice(
                theme.slug,
                theme.name,
                "enough" if enough[place] <= len(labelled.answers) else "more",
                count,
                f1=float(f1[place]),
                expected=float(expected[place]),
                low=float(max(expected[place] - spread[place], 0)),
                high=float(min(expected[place] + spread[place], 1)),
                enough_from=_rounded(float(enough[place])) if near else None,
            )
        )
    return tuple(found)


def _rounded(count: float) -> int:
    """Round a number of labels to two digits: nobody can tell it better."""
    if count < 10:
        return max(1, round(count))
    step = 10 ** (len(str(round(count))) - 2)
    return int(round(count / step) * step)


def _two(value: float) -> str:
    return f"{value:.2f}"
