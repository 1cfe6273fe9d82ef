"""How often the intervals of corrected shares hold the truth, and how wide they are.

Three times: on a grid of made-up surveys (sizes, shares, models, audits); on made-up surveys with weights, columns and probabilities
that differ; and on real coded answers as a finite population, with out-of-fold scores of the project's own model. Beside each stand
Wilson's intervals: of the audit alone, whose width is the measure; of the machine's codes, as if they were right; of the codes as they
stand, people's where they read (naive); and of all that people read, as if it had been drawn at random (random).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench_data import answers_in, labels_of, read, truth_of
from bench_simulated import (
    BANDS,
    EVEN,
    PLANS,
    QUALITIES,
    TINY,
    Cell,
    Column,
    Draws,
    Outcome,
    bands_of,
    drawn,
    grid,
    outcome,
    surveys,
)
from freetext.survey.answers import Answers, BoolArray, FloatArray, IntArray
from freetext.survey.codeframe import Codeframe, codeframe_of
from freetext.survey.labels import Label, settle
from freetext.tallies.prevalence import estimate, too_small
from freetext.training.out_of_fold import rank

RUNS, COMMONEST = 2000, 15
SOME = 400
"""Labels of a model that is still being taught."""

RETRAINED = 100
"""Reviews in which the model is trained on what was reviewed."""

WANTED, WIDEST = 0.93, 1.1

Held = tuple[bool, bool] | None
"""Whether a coding interval and a total one held the truth; None where the audit was too small."""


def coverage(data: Path) -> None:
    """Print all three."""
    simulated()
    columns()
    real(data)


def simulated() -> None:
    """Print the grid, and what it comes to."""
    print(
        "made-up surveys: coverage of the coding interval (95 %), its mean width in points, and as a part of the audit's alone\n"
    )
    print(f"      n  share  model  audited  queued   width  {HEAD}")
    found: dict[Cell, Outcome] = {}
    for place, cell in enumerate(grid()):
        found[cell] = each = outcome(drawn(cell, RUNS, np.random.default_rng(place)))
        known = f"{cell.n:7,} {cell.share:6.2f}  {cell.quality:5}  {cell.audited:7}  {cell.queued:6}"
        print(f"{known}  {100 * each.width.mean():6.2f}  {line([each])}", flush=True)
    summarise(found)


HEAD = "coverage  ratio  audit alone  machine  naive  random"


def line(found: Sequence[Outcome]) -> str:
    """Lay out the mean of some outcomes."""
    ours, alone, machine, naive, random = (
        float(np.mean([getattr(each, part).mean() for each in found]))
        for part in ("held", "plain", "machine", "naive", "random")
    )
    ratio = np.mean([each.ratio for each in found])
    return f"{ours:8.3f}  {ratio:5.2f}  {alone:11.3f}  {machine:7.3f}  {naive:5.3f}  {random:6.3f}"


def summarise(found: dict[Cell, Outcome]) -> None:
    """Print mean and worst of the grid."""
    hits = {cell: float(each.held.mean()) for cell, each in found.items()}
    ratios = {cell: each.ratio for cell, each in found.items()}
    lowest, widest = min(hits, key=hits.__getitem__), max(ratios, key=ratios.__getitem__)
    good = max(ratio for cell, ratio in ratios.items() if cell.quality == "good" and cell.audited >= 150)
    print(f"{len(found)} cells of {RUNS:,} runs, mean{'':14}  {line(list(found.values()))}")
    print(f"  coverage: lowest {hits[lowest]:.3f} ({lowest})", end="; ")
    print(f"{sum(each < WANTED for each in hits.values())} cells below {WANTED}", end="; ")
    print(f"of the audit alone lowest {min(each.plain.mean() for each in found.values()):.3f}")
    print(
        f"  width, as a part of the audit's alone: at most {ratios[widest]:.3f} ({widest}; wanted {WIDEST})", end="; "
    )
    print(f"with a good model and 150 audited or more at most {good:.3f} (wanted below 1)")


def columns() -> None:
    """Print made-up surveys with columns and weights: the total, and the columns together, where the audit is large enough."""
    print(
        "\n\nweights, columns, probabilities that differ: coverage of the coding interval, and of the total interval for all whom"
    )
    print("the respondents stand for; weights have a design effect of 1.5\n")
    print(f"{'':36}               total          columns")
    print(f"{'survey':36} model      coding  whole   coding  whole  lowest  audit too small")
    for place, plan in enumerate(PLANS):
        for quality in QUALITIES:
            made = surveys(plan, quality, RUNS, np.random.default_rng(place))
            hits = [[held(each) for each in survey] for survey in made]
            print(f"{plan.name:36} {quality:5}  {told(hits)}", flush=True)


def held(column: Column) -> Held:
    """Whether the coding interval holds the share of the survey, and the total interval that of all."""
    found = None if too_small(column.cell) else estimate(column.cell)
    if found is None:
        return None
    low, high = found.coding
    return (low - TINY <= column.truth <= high + TINY, found.low <= column.superpopulation <= found.high)


def told(hits: Sequence[Sequence[Held]]) -> str:
    """Lay out the coverage of a plan's surveys."""
    total, *parts = (np.array([each for each in place if each]) for place in zip(*hits, strict=True))
    found = f"    {total[:, 0].mean():6.3f}  {total[:, 1].mean():5.3f}"
    if not parts:
        return found
    both = np.concatenate(parts)
    lowest = min(each[:, 0].mean() for each in parts if len(each) >= RUNS / 2)
    small = 1 - len(both) / (len(parts) * len(hits))
    return f"{found}   {both[:, 0].mean():6.3f}  {both[:, 1].mean():5.3f}  {lowest:6.3f}  {small:15.3f}"


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """Real answers, coded by people: `truth` bool (answers, themes), `common` the places of the commonest themes."""

    answers: Answers
    frame: Codeframe
    truth: BoolArray
    common: IntArray

    def scores(self, places: IntArray, labelled: IntArray) -> FloatArray:
        """Score the answers at `places` out of fold (places, themes), by a model that learns from those `labelled`."""
        answers, slugs = self.answers, self.frame.slugs
        decisions = (
            Label(
                answers.ids[each], answers.questions[each], tuple(slugs[theme] for theme in np.flatnonzero(themes)), "a"
            )
            for each, themes in zip(labelled.tolist(), self.truth[labelled], strict=True)
        )
        found = rank(answers.take(places), self.frame, settle(decisions), suggest=0)
        if len(found.keys) < len(places):
            message = "blank answers cannot be coded; the bench wants a survey without them"
            raise ValueError(message)
        return found.scores.astype(np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """One population of a survey: the answers' `places` (n,), scores of the common themes, which are known, which were audited."""

    places: IntArray
    scores: FloatArray
    known: BoolArray
    seen: BoolArray


def survey_of(path: Path) -> Survey:
    """Read a coded survey."""
    rows = read(path)
    names = sorted({label for row in rows for label in labels_of(row)})
    truth = truth_of(rows, names)
    common = np.argsort(-truth.sum(axis=0), kind="stable")[:COMMONEST]
    return Survey(answers_in(rows, "respondent_id"), codeframe_of(names), truth, common)


def real(data: Path) -> None:
    """Take real answers as finite populations: subsets drawn anew in every run, the queue and the audit in them."""
    path = data / "nhs_feedback" / "train.csv"
    if not path.is_file():
        print(f"\nno {path.name} in {data.name}: coverage on real answers needs it; skipped")
        return
    survey = survey_of(path)
    everything = np.arange(len(survey.truth))
    for labels in (len(everything), SOME):
        labelled = np.random.default_rng(0).permutation(everything)[:labels]
        scored = survey.scores(everything, labelled)
        print(
            f"\n\nnhs_feedback, {COMMONEST} commonest themes, {RUNS:,} runs; scores out of fold, model of {labels:,} labels"
        )
        for n in (400, 2600):
            for count in (60, 150):
                print_themes(survey, n, count, subsets(survey, scored, n, count))
    print(f"\n\nthe same, {RETRAINED} reviews, each with a model of its own labels")
    for count in (60, 150):
        print_themes(survey, 400, count, reviews(survey, 400, count))


def print_themes(survey: Survey, n: int, count: int, runs: Iterable[Run]) -> None:
    """Print the coverage of each common theme."""
    made = list(runs)
    found = [outcome(draws_of(survey, place, made)) for place in range(len(survey.common))]
    print(f"\n  {f'{n:,} answers, {count} audited, {count} queued':45} {HEAD}")
    for theme, each in zip(survey.common.tolist(), found, strict=True):
        print(f"  {survey.frame.themes[theme].name[:45]:45} {line([each])}")
    print(f"  {'mean':45} {line(found)}", flush=True)


def subsets(survey: Survey, scored: FloatArray, n: int, count: int) -> Iterable[Run]:
    """Draw populations of `n`; the queue picks `count` by what they bring to the tally's variance, the audit reads as many of the rest."""
    rng = np.random.default_rng(n + count)
    for _ in range(RUNS):
        places = rng.permutation(len(scored))[:n]
        known = queued(scored[places], count)
        yield Run(places, scored[places][:, survey.common], known, first_of(~known, count))


def reviews(survey: Survey, n: int, count: int) -> Iterable[Run]:
    """Review populations of `n`: half of the audit, a model of it, the queue by that model, the rest of the audit, a model of all."""
    rng = np.random.default_rng(n + count)
    for _ in range(RETRAINED):
        places = rng.permutation(len(survey.truth))[:n]
        known = queued(survey.scores(places, places[: count // 2]), count)
        seen = first_of(~known, count)
        yield Run(places, survey.scores(places, places[known | seen])[:, survey.common], known, seen)


def queued(scored: FloatArray, count: int) -> BoolArray:
    """Which answers (n,) the queue picks, by the sum of p (1 - p) over all themes."""
    known = np.zeros(len(scored), dtype=np.bool_)
    known[np.argsort(-(scored * (1 - scored)).sum(axis=1), kind="stable")[:count]] = True
    return known


def first_of(flags: BoolArray, count: int) -> BoolArray:
    """Keep the first `count` flags."""
    return flags & (np.cumsum(flags) <= count)


def draws_of(survey: Survey, place: int, runs: Sequence[Run]) -> Draws:
    """Count one of the common themes in every run."""
    rest, seen, known, machine, coded = [], [], [], [], []
    for run in runs:
        truth, scored = survey.truth[run.places, survey.common[place]], run.scores[:, place]
        kinds, given = 2 * bands_of(scored) + truth, scored >= EVEN
        rest.append(np.bincount(kinds[~run.known], minlength=2 * BANDS).reshape(BANDS, 2))
        seen.append(np.bincount(kinds[run.seen], minlength=2 * BANDS).reshape(BANDS, 2))
        known.append(np.bincount(truth[run.known], minlength=2))
        machine.append(given.sum())
        coded.append(np.where(run.known | run.seen, truth, given).sum())
    return Draws(*(np.array(each) for each in (rest, seen, known, machine, coded)))
