"""Measure doubts and advice: slips that were planted are found again, and what more labels bring is foretold and then looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from bench_data import Rows, answers_in, labels_of, read, truth_of
from freetext.model.cutoffs import probabilities
from freetext.survey.advice import Advice
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.codeframe import codeframe_of
from freetext.training.advice import FEWEST as FEWEST_LABELS
from freetext.training.advice import advice_on
from freetext.training.dataset import TrainingSet
from freetext.training.doubts import FEWEST, chances
from freetext.training.fit import Training, fit
from freetext.training.held_out import coded_by

SURVEYS = {"nhs_feedback": "respondent_id", "anes_party": "id", "happy_moments": "id"}
PLANTED = 0.05
LISTS = (20, 50, 100)
SIZES = (128, 256, 512, 1000)
SEEDS = 3

Slips = tuple[BoolArray, BoolArray]
"""Labels with slips in them, and where these are: (answers, themes)."""


def doubts(data: Path) -> None:
    """Print how many of the labels that are doubted most are planted slips, and how well advice foretells F1."""
    for name, respondent in SURVEYS.items():
        rows = _rows(data, name)
        if rows:
            _found_again(name, _set(rows, respondent))
    for name in ("nhs_feedback", "anes_party"):
        rows = _rows(data, name)
        if rows:
            _foretold(name, rows, SURVEYS[name])


def _rows(data: Path, name: str) -> Rows:
    path = data / name / "train.csv"
    if not path.is_file():
        print(f"no {name}: skipped")
        return []
    return read(path)


def _set(rows: Rows, respondent: str, themes: list[str] | None = None) -> TrainingSet:
    themes = themes or sorted({label for row in rows for label in labels_of(row)})
    answers = answers_in(rows, respondent)
    kept = np.flatnonzero(~answers.blank)
    return TrainingSet(codeframe_of(themes), answers.take(kept), truth_of(rows, themes)[kept].astype(np.int8))


def planted(truth: BoolArray, seed: int) -> Slips:
    """Drop one label in twenty, and add as many false ones: of the themes as often as they are given, to any answers without."""
    dice, given = np.random.default_rng(seed), truth.copy()
    present = np.argwhere(truth)
    count = round(PLANTED * len(present))
    for row, theme in present[dice.choice(len(present), count, replace=False)]:
        given[row, theme] = False
    for theme in present[dice.choice(len(present), count)][:, 1]:
        given[dice.choice(np.flatnonzero(~given[:, theme] & ~truth[:, theme])), theme] = True
    return given, given != truth


def _found_again(name: str, labelled: TrainingSet) -> None:
    found: dict[str, list[list[float]]] = {}
    for seed in range(SEEDS):
        given, slips = planted(labelled.given == 1, seed)
        wrong = TrainingSet(labelled.codeframe, labelled.answers, given.astype(np.int8))
        for score, sure in _scores(wrong, fit(wrong, seed=seed)):
            precision = _precision(slips, sure)
            found.setdefault(score, []).append(precision)
        known = (wrong.given == 1).sum(axis=0) >= FEWEST
        found.setdefault("random", []).append([float(slips[:, known].mean())] * (len(LISTS) + 1))
    print(
        f"{name}: {int(slips.sum()):,} slips; precision of a list of {', '.join(map(str, LISTS))} and of as many as slips"
    )
    for score, each in found.items():
        print(f"  {score:24}", *(f"{value:.3f}" for value in np.mean(each, axis=0)), flush=True)


def _scores(labelled: TrainingSet, fitted: Training) -> Iterator[tuple[str, FloatArray]]:
    """Return scores (answers, themes), the smaller the greater the doubt: ours, self-confidence, and the normalised margin."""
    present = labelled.given == 1
    said = probabilities(fitted.margins.astype(np.float32), fitted.model.cutoffs).astype(np.float64)
    said[:, present.sum(axis=0) < FEWEST] = np.nan
    yield "ours", chances(labelled.given, said)
    yield "self-confidence", np.where(present, said, 1 - said)
    yes = np.nansum(said * present, axis=0) / np.maximum(present.sum(axis=0), 1)
    no = np.nansum((1 - said) * ~present, axis=0) / np.maximum((~present).sum(axis=0), 1)
    margin = (said - yes) - (1 - said - no)
    yield "margin, normalised", np.where(present, margin, -margin)


def _precision(slips: BoolArray, sure: FloatArray) -> list[float]:
    order = np.argsort(np.where(np.isnan(sure), np.inf, sure).ravel(), kind="stable")
    hit = slips.ravel()[order]
    return [float(hit[:count].mean()) for count in (*LISTS, int(slips.sum()))]


def _foretold(name: str, rows: Rows, respondent: str) -> None:
    """Advise by n labels, learn from twice as many, and code a third of the respondents that neither has."""
    themes = sorted({label for row in rows for label in labels_of(row)})
    print(f"{name}: F1 foretold for twice as many labels, and found")
    for size in SIZES:
        errors = [_miss(rows, respondent, themes, size, seed) for seed in range(SEEDS)]
        micro, each, inside, same = (np.concatenate([error[part] for error in errors]) for part in range(4))
        print(
            f"  {size:5} labels: mean error of micro F1 {micro.mean():.3f}, of a theme's {each.mean():.3f} "
            f"(no gain foretold: {same.mean():.3f}); {inside.mean():.0%} of {len(each)} within the range",
            flush=True,
        )


def _miss(
    rows: Rows, respondent: str, themes: list[str], size: int, seed: int
) -> tuple[FloatArray, FloatArray, BoolArray, FloatArray]:
    """Return how far micro F1 (1,) and each theme's F1 (themes,) were missed, whether the range held it, and the same without any gain."""
    place = _drawn(rows, respondent, seed)
    held = max(place.values()) // 3
    test = _set([row for row in rows if place[row[respondent]] <= held], respondent, themes)
    pool = sorted((row for row in rows if place[row[respondent]] > held), key=lambda row: place[row[respondent]])
    few, many = (_set(pool[:count], respondent, themes) for count in (size, 2 * size))
    said = advice_on(few, fit(few, seed=seed), seed=seed)
    assert said is not None
    both, coded, true = _counts(test, fit(many, seed=seed))
    micro = 2 * both.sum() / (coded.sum() + true.sum())
    f1 = 2 * both / np.maximum(coded + true, 1)
    told = _told(said, lambda labels, place: labels >= FEWEST_LABELS and true[place] >= 2 * FEWEST_LABELS)
    at = np.array([said_of for said_of, *_ in told], dtype=np.int64)
    today, expected, low, high = (np.array(values) for values in list(zip(*told, strict=True))[1:])
    return (
        np.array([abs(said.micro_expected - micro)]),
        np.abs(expected - f1[at]),
        (f1[at] >= low) & (f1[at] <= high),
        np.abs(today - f1[at]),
    )


def _told(said: Advice, wanted: Callable[[int, int], bool]) -> list[tuple[int, float, float, float, float]]:
    return [
        (place, each.f1 or 0.0, each.expected or 0.0, each.low or 0.0, each.high or 0.0)
        for place, each in enumerate(said.themes)
        if wanted(each.labels, place)
    ]


def _drawn(rows: Rows, respondent: str, seed: int) -> dict[str, int]:
    people = sorted({row[respondent] for row in rows})
    order = np.random.default_rng(seed).permutation(len(people)).tolist()
    return dict(zip(people, order, strict=True))


def _counts(test: TrainingSet, fitted: Training) -> tuple[IntArray, IntArray, IntArray]:
    coded, true = coded_by(fitted.model, test), test.given == 1
    return (coded & true).sum(axis=0), coded.sum(axis=0), true.sum(axis=0)
