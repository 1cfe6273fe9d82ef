"""A scripted review: labels from a coded survey play the analyst, batch by batch, and the learning curve is measured.

Three ways to choose what is asked: the default (half random audit, half queue, as a session deals them), random, and entropy; the
model is trained anew after every batch. Measured on the answers that nobody has reviewed yet, over the 15 commonest themes: mean
average precision, the mean error of the model's tally, the same with cut-offs at the shares of the reviewed answers, and whether
the intervals of the default's audit hold the truth.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score

from bench_data import Rows, answers_in, labels_of, read, truth_of
from freetext.model.bundle import Model
from freetext.model.coder import Coder
from freetext.model.cutoffs import learn_cutoff
from freetext.review.audit import Population, decided, population
from freetext.review.deal import Plan, deal
from freetext.review.ranking import Ranking
from freetext.review.reach import reaches
from freetext.survey.answers import Answers, BoolArray, IntArray
from freetext.survey.codeframe import Codeframe, codeframe_of
from freetext.survey.labels import Label, LabelSource, settle
from freetext.training.dataset import PRESENT, TrainingSet, settled_set
from freetext.training.fit import Training, fit
from freetext.training.out_of_fold import rank

ANSWERS, SEEDS, STEPS, COMMONEST = 1500, 5, (60, 120, 240, 480), 15
PLANS = {"default": Plan(), "random": Plan(audit=1.0), "entropy": Plan(audit=0.0, strategy="entropy")}
TINY = 1e-9
MEASURES = ("mean AP", "tally error", "tally error, share")


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """Coded answers: `truth` bool (answers, themes), `common` the places of the commonest themes."""

    answers: Answers
    frame: Codeframe
    truth: BoolArray
    population: Population
    common: IntArray
    salt: str

    def said(self, place: int, source: LabelSource) -> Label:
        """What the analyst decides on an answer."""
        themes = tuple(self.frame.slugs[theme] for theme in np.flatnonzero(self.truth[place]))
        return Label(*self.population.keys[place], themes, "analyst", source=source)


def survey_of(rows: Rows, seed: int) -> Survey:
    """Draw some answers of a survey."""
    names = sorted({label for row in rows for label in labels_of(row)})
    drawn = random.Random(seed).sample(rows, min(ANSWERS, len(rows)))
    answers, truth = answers_in(drawn, "respondent_id"), truth_of(drawn, names)
    common = np.argsort(-truth.sum(axis=0), kind="stable")[:COMMONEST]
    return Survey(answers, codeframe_of(names), truth, population(answers, str(seed)), common, str(seed))


def reviewed(survey: Survey, plan: Plan) -> list[list[Label]]:
    """Review by a plan; returns the events at each step."""
    themes = dict.fromkeys(survey.population.questions, survey.frame.slugs)
    events: list[Label] = []
    found: list[list[Label]] = []
    rankings: list[Ranking] = []
    for batch in range(STEPS[-1] // plan.size):
        hand = deal(survey.population, themes, rankings, events, coder="analyst", batch=batch, plan=plan)
        events += [Label(*key, (), "analyst", source="queue", event="pick") for key in hand.picks]
        for each in hand.asked:
            source: LabelSource = "queue" if each.stream == "queue" else "audit"
            events.append(survey.said(survey.population.place[each.key], source))
        if (batch + 1) * plan.size in STEPS:
            found.append(list(events))
        if plan.audit < 1:
            rankings = [rank(survey.answers, survey.frame, settle(events), suggest=0)]
    return found


def measured(survey: Survey, events: list[Label]) -> tuple[float, ...]:
    """Return the MEASURES on the answers that nobody has reviewed; errors in points."""
    left = np.flatnonzero(~decided(survey.population, events).coded)
    labelled = settled_set(survey.frame, survey.answers, settle(events))
    training, answers, truth = fit(labelled, survey=survey.answers), survey.answers.take(left), survey.truth[left]
    coder = Coder(training.model)
    margins = coder.margins(answers.texts, answers.questions)
    precision = [average_precision_score(truth[:, k], margins[:, k]) for k in survey.common if truth[:, k].any()]
    errors = [
        100 * np.abs(chosen.mean(axis=0) - truth.mean(axis=0))[survey.common].mean()
        for chosen in (coded(coder, answers), coded(Coder(at_share(training, labelled)), answers))
    ]
    return (float(np.mean(precision)), *map(float, errors))


def coded(coder: Coder, answers: Answers) -> BoolArray:
    """Code answers, bool (answers, themes)."""
    return np.concatenate([codings.chosen for codings in coder.batches(answers)])


def at_share(training: Training, labelled: TrainingSet) -> Model:
    """Put the cut-offs at the shares of the labelled answers, as if nothing were known of the others."""
    given = labelled.given == PRESENT
    cutoffs = tuple(learn_cutoff(training.margins[:, k], given[:, k]) for k in range(given.shape[1]))
    return replace(training.model, cutoffs=cutoffs)


def held(survey: Survey, events: list[Label]) -> list[bool]:
    """Whether each interval of a common theme holds the truth, question by question."""
    here, slugs = survey.population, survey.frame.slugs
    found = reaches(here, decided(here, events), dict.fromkeys(here.questions, slugs), PLANS["default"].target)
    common = {slugs[theme]: theme for theme in survey.common.tolist()}
    shares = {name: survey.truth[here.question == place].mean(axis=0) for place, name in enumerate(here.questions)}
    return [
        each.low - TINY <= shares[each.question][common[each.theme]] <= each.high + TINY
        for each in found
        if each.theme in common and each.low is not None and each.high is not None
    ]


def as_one(survey: Survey) -> Survey:
    """Take all answers as answers to one question, with the respondents' numbers as they are."""
    answers = replace(survey.answers, questions=("",) * len(survey.answers))
    return replace(survey, answers=answers, population=population(answers, survey.salt))


def review(data: Path) -> None:
    """Print the learning curves, the default beside random, and how often the intervals held the truth."""
    path = data / "nhs_feedback" / "train.csv"
    if not path.is_file():
        print(f"no {path.name} in {data.name}: the review bench needs it; skipped")
        return
    rows = read(path)
    curves: dict[str, list[list[tuple[float, ...]]]] = {name: [] for name in PLANS}
    by_question: list[bool] = []
    together: list[bool] = []
    for seed in range(SEEDS):
        survey = survey_of(rows, seed)
        for name, plan in PLANS.items():
            start = time.perf_counter()
            steps = reviewed(survey, plan)
            curves[name].append([measured(survey, events) for events in steps])
            print(f"seed {seed}, {name}: {time.perf_counter() - start:.0f} s", flush=True)
            if name == "default":
                by_question += [each for events in steps for each in held(survey, events)]
                joined = [[replace(label, question="") for label in events] for events in steps]
                together += [each for events in joined for each in held(as_one(survey), events)]
    print_curves({name: np.array(each) for name, each in curves.items()})
    for said, found in (("question by question", by_question), ("all answers together", together)):
        print(f"intervals of the default's audit, {said}: {np.mean(found):.3f} of {len(found)} hold the truth")


def print_curves(curves: dict[str, NDArray[np.float64]]) -> None:
    """Print means and standard errors of each measure (seeds, steps, measures), and the default less random, seed by seed."""
    for number, measure in enumerate(MEASURES):
        print(f"\n{measure:32}" + "".join(f"{step:>17}" for step in STEPS))
        for name, values in curves.items():
            print(line(name, values[:, :, number]))
        print(line("default - random", (curves["default"] - curves["random"])[:, :, number]))


def line(name: str, values: NDArray[np.float64]) -> str:
    """Lay out one row: for each step the mean over seeds and its standard error."""
    errors = values.std(axis=0, ddof=1) / np.sqrt(len(values))
    cells = zip(values.mean(axis=0).tolist(), errors.tolist(), strict=True)
    return f"{name:32}" + "".join(f"{mean:8.3f} +- {error:.3f}" for mean, error in cells)
