"""Measure quality and speed against rivals, in one run; figures are ratios and scores, never seconds to boast of.

    python scripts/bench.py quality [--data DIR]
    python scripts/bench.py speed [--data DIR]
    python scripts/bench.py review [--data DIR]
    python scripts/bench.py coverage [--data DIR]
    python scripts/bench.py letters
    python scripts/bench.py report

DIR holds the coded surveys; it defaults to the variable FREETEXT_BENCH_DATA, then to ../shared/data. What is not there is
skipped, and said to be. The rivals are the plain scikit-learn pipeline and spaCy's bare tokenizer.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import Pipeline, make_pipeline, make_union

from bench_coverage import coverage
from bench_data import Rows, answers_in, labels_of, read, truth_of
from bench_letters import letters
from bench_report import report
from bench_review import review
from freetext.model.coder import BATCH, Coder
from freetext.survey.answers import BoolArray, FloatArray, answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.tallies.evaluate import Evaluation, evaluate
from freetext.training.dataset import training_set
from freetext.training.fit import Training, fit


@dataclass(frozen=True, slots=True)
class Split:
    """One survey, cut in two: what is learnt from and what is tested on."""

    name: str
    train: Rows
    test: Rows
    respondent: str = "id"

    @property
    def themes(self) -> list[str]:
        """All themes of both parts."""
        return sorted({label for row in (*self.train, *self.test) for label in labels_of(row)})


def by_respondent(rows: Rows, seed: int) -> Split:
    """Hold a fifth of the respondents out."""
    people = sorted({row["respondent_id"] for row in rows})
    random.Random(seed).shuffle(people)
    held = set(people[: len(people) // 5])
    return Split(
        f"nhs_feedback, seed {seed}",
        [row for row in rows if row["respondent_id"] not in held],
        [row for row in rows if row["respondent_id"] in held],
        "respondent_id",
    )


def splits(data: Path) -> list[Split]:
    """Return the surveys that are there."""
    found = []
    nhs = data / "nhs_feedback" / "train.csv"
    if nhs.is_file():
        rows = read(nhs)
        found += [by_respondent(rows, seed) for seed in range(5)]
    for name in ("anes_party", "anes_terror", "anes_election", "anes_primary"):
        if (data / name / "train.csv").is_file():
            found.append(Split(name, read(data / name / "train.csv"), read(data / name / "test.csv")))
    return found


def trained(split: Split) -> tuple[Training, float]:
    """Train on a split; returns the seconds it took as well."""
    frame = codeframe_of(split.themes)
    start = time.perf_counter()
    given = truth_of(split.train, split.themes).astype(np.int8)
    training = fit(training_set(frame, answers_in(split.train, split.respondent), given))
    return training, time.perf_counter() - start


def ours(split: Split) -> tuple[Evaluation, float, float]:
    """Train and code a split; returns the scores, the seconds of training and the mean error of the tally in points."""
    training, seconds = trained(split)
    chosen = np.concatenate(
        [codings.chosen for codings in Coder(training.model).batches(answers_in(split.test, split.respondent))]
    )
    truth = truth_of(split.test, split.themes)
    error = 100 * np.abs(truth.mean(axis=0) - chosen.mean(axis=0)).mean()
    return evaluate(training.model.codeframe, chosen, truth), seconds, float(error)


def plain_pipeline() -> Pipeline:
    """Make the rival: tf-idf of words and characters, one-vs-rest logistic regression."""
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True)
    return make_pipeline(
        make_union(words, characters), OneVsRestClassifier(LogisticRegression(C=10, solver="liblinear"))
    )


def plain(split: Split) -> tuple[Evaluation, float, float]:
    """Train and code a split with the rival: one cut-off for all themes, tuned for micro F1 on a fifth of the training rows."""
    start = time.perf_counter()
    texts, truth = np.array([row["text"] for row in split.train], dtype=object), truth_of(split.train, split.themes)
    held = np.random.default_rng(0).random(len(texts)) < 0.2
    learnt = truth[~held].any(axis=0)
    scores = np.zeros((int(held.sum()), truth.shape[1]))
    tuned = plain_pipeline().fit(texts[~held], truth[~held][:, learnt])
    scores[:, learnt] = tuned.predict_proba(texts[held])
    cutoff = best_cutoff(scores, truth[held])
    learnt = truth.any(axis=0)
    fitted = plain_pipeline().fit(texts, truth[:, learnt])
    seconds = time.perf_counter() - start
    chosen = np.zeros((len(split.test), truth.shape[1]), dtype=np.bool_)
    chosen[:, learnt] = fitted.predict_proba([row["text"] for row in split.test]) >= cutoff
    right = truth_of(split.test, split.themes)
    error = 100 * np.abs(right.mean(axis=0) - chosen.mean(axis=0)).mean()
    return evaluate(codeframe_of(split.themes), chosen, right), seconds, float(error)


def best_cutoff(scores: FloatArray, truth: BoolArray) -> float:
    """Return the cut-off with the highest micro F1."""

    def micro(cutoff: float) -> float:
        chosen = scores >= cutoff
        return float(2 * (chosen & truth).sum() / max(chosen.sum() + truth.sum(), 1))

    return max((float(each) for each in np.arange(0.05, 0.95, 0.01)), key=micro)


def quality(data: Path) -> None:
    """Print micro, macro and samples F1, tally error and training time beside the rival's."""
    print("survey                 system    micro   macro  samples  tally error  training")
    sums: dict[str, list[tuple[float, ...]]] = {}
    for split in splits(data):
        for name, system in (("freetext", ours), ("plain", plain)):
            scores, seconds, error = system(split)
            row = (scores.micro_f1 or 0, scores.macro_f1 or 0, scores.samples_f1 or 0, error, seconds)
            print(line(split.name, name, row), flush=True)
            if split.name.startswith("nhs"):
                sums.setdefault(name, []).append(row)
    for name, rows in sums.items():
        print(line("nhs_feedback, mean", name, tuple(np.mean(rows, axis=0).tolist())))
    calibration(data)


def line(survey: str, system: str, row: tuple[float, ...]) -> str:
    """Lay out one row of the quality table."""
    micro, macro, samples, error, seconds = row
    return f"{survey:22} {system:9} {micro:.3f}   {macro:.3f}   {samples:.3f}   {error:8.2f}   {seconds:7.1f} s"


def calibration(data: Path) -> None:
    """Compare, for themes with 3 to 14 positives, Platt's smoothed sigmoid with logistic regression for the probability."""
    path = data / "nhs_feedback" / "train.csv"
    if not path.is_file():
        return
    from freetext.model.cutoffs import probabilities  # noqa: PLC0415
    from freetext.model.features import learn_features  # noqa: PLC0415
    from freetext.text.tokens import Tokenizer  # noqa: PLC0415

    losses: dict[str, list[float]] = {"sigmoid": [], "logistic": [], "share": []}
    for seed in range(3):
        split = by_respondent(read(path), seed)
        small = Split(split.name, random.Random(seed).sample(split.train, 300), split.test, "respondent_id")
        training, _ = trained(small)
        seen, unseen = answers_in(small.train, "respondent_id"), answers_in(small.test, "respondent_id")
        coder = Coder(training.model)
        scores = probabilities(coder.margins(unseen.texts, unseen.questions), training.model.cutoffs)
        tokenizer = Tokenizer()
        batch = tokenizer(seen.texts)
        features = learn_features(batch, seen.questions, seen.respondents)
        matrix, other = (
            features.matrix(batch, seen.questions),
            features.matrix(tokenizer(unseen.texts), unseen.questions),
        )
        given, truth = truth_of(small.train, small.themes), truth_of(small.test, small.themes)
        for theme in np.flatnonzero((given.sum(axis=0) >= 3) & (given.sum(axis=0) < 15)).tolist():
            learner = LogisticRegression(C=10, solver="liblinear", random_state=0).fit(matrix, given[:, theme])
            losses["sigmoid"].append(brier(scores[:, theme], truth[:, theme]))
            losses["logistic"].append(brier(learner.predict_proba(other)[:, 1], truth[:, theme]))
            losses["share"].append(brier(np.full(len(truth), given[:, theme].mean()), truth[:, theme]))
    print(
        f"\nprobabilities of {len(losses['sigmoid'])} themes with 3 to 14 positives among 300 answers, mean Brier score x 1000:"
    )
    print("  " + ", ".join(f"{name} {1000 * np.mean(each):.2f}" for name, each in losses.items()))


def brier(scores: NDArray[np.floating], truth: BoolArray) -> float:
    """Return the mean squared error of probabilities."""
    return float(np.mean((scores - truth) ** 2))


def best_of(times: int, work: Callable[[], object]) -> float:
    """Return the shortest of some runs, in seconds."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def speed(data: Path) -> None:
    """Print how fast coding is, tokenising included, as ratios to the bare tokenizer and to the plain pipeline."""
    path = data / "nhs_feedback" / "train.csv"
    if not path.is_file():
        print(f"no {path.name} in {data.name}: the speed bench needs it; skipped")
        return
    split = by_respondent(read(path), 0)
    training, seconds = trained(Split("nhs", [*split.train, *split.test], [], "respondent_id"))
    print(f"training on nhs_feedback ({len(split.train) + len(split.test):,} answers): {seconds:.1f} s")
    words = [word for row in split.train for word in row["text"].split()]
    draw = random.Random(0)
    for name, texts in (
        ("the survey's own answers", [row["text"] for row in (*split.train, *split.test)]),
        ("no two alike, 20 words", [" ".join(draw.choices(words, k=20)) for _ in range(40_000)]),
    ):
        compare(training, name, texts)


def compare(training: Training, name: str, texts: list[str]) -> None:
    """Time coding against the rivals on the same answers, in turn; coder and tokenizer are both warmed on 2,000 of them."""
    tokenizer: Any = spacy.blank("en").tokenizer
    list(tokenizer.pipe(texts[:2000]))
    answers, coder = answers_of(texts), Coder(training.model)
    coder.code(answers.take(range(2000)))

    def code(coder: Coder) -> None:
        for _ in coder.batches(answers):
            pass

    rival = fitted_rival(training, texts)
    bare = best_of(3, lambda: list(map(len, tokenizer.pipe(texts))))
    mine = best_of(3, lambda: code(coder))
    cold = best_of(1, lambda: code(Coder(training.model)))
    part = texts[:4000]
    theirs = best_of(2, lambda: rival.predict_proba(part)) * len(texts) / len(part)
    count = len(texts)
    print(f"{name}: {count:,} answers, batches of {BATCH:,}")
    print(
        f"  answers a second: coding {count / mine:,.0f}, bare tokenizer {count / bare:,.0f}, "
        f"plain pipeline {count / theirs:,.0f}"
    )
    print(
        f"  coding is {bare / mine:.2f} times the bare tokenizer, {theirs / mine:.1f} times the plain pipeline; "
        f"from a cold start {bare / cold:.2f} and {theirs / cold:.1f}",
        flush=True,
    )


def fitted_rival(training: Training, texts: Sequence[str]) -> Pipeline:
    """Fit the plain pipeline on as many answers and themes (any labels do: only its speed is asked for)."""
    draw = np.random.default_rng(0)
    some = list(texts[:4000])
    truth = sparse.csr_matrix(draw.random((len(some), len(training.model.codeframe))) < 0.05)
    return plain_pipeline().fit(some, truth)


def main() -> int:
    """Run one bench."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", choices=("quality", "speed", "review", "coverage", "letters", "report"))
    parser.add_argument("--data", type=Path, default=None, help="folder of coded surveys")
    asked = parser.parse_args()
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    data = asked.data or Path(os.environ.get("FREETEXT_BENCH_DATA", beside))
    if not data.is_dir() and asked.bench not in {"coverage", "letters", "report"}:
        print(f"no coded surveys in {data}: skipped")
        return 0
    if asked.bench == "report":
        report()
        return 0
    {"quality": quality, "speed": speed, "review": review, "coverage": coverage, "letters": letters}[asked.bench](data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
