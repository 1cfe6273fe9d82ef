"""How fast coding is on one core, as ratios in one run to spaCy's bare tokenizer and to rivals; training, and how soon commands begin."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import spacy

from bench_data import Rows, answers_in, read, truth_of
from bench_files import file_rows
from bench_marks import Ledger, Mark, machine
from bench_peak import tie
from bench_sets import themes_in
from bench_speed_rivals import SPEED_RIVALS, TAUGHT, SpeedRival
from bench_starts import starts
from bench_steps import step_rows
from bench_turns import in_turn, through
from freetext.model.bundle import Model
from freetext.model.coder import Coder
from freetext.model.cutoffs import probabilities
from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import codeframe_of
from freetext.training.dataset import training_set
from freetext.training.fit import fit

ANSWERS, WORDS, THEMES = 100_000, 20, 29
BATCH = 32_768
WARMED = 2_000
TURNS = 3
PASSES = 20
"""Times that we score what a rival is timed on, in each turn: what it does in seconds takes us milliseconds."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What all are timed on: the labelled survey and its commonest themes, our model of it, and answers of which no two are alike."""

    rows: Rows
    truth: BoolArray
    model: Model
    texts: list[str]

    @property
    def array(self) -> pa.StringArray:
        """Return the answers as one Arrow array."""
        return pa.array(self.texts, pa.string())


def speed(data: Path, cache: Path, answers: int = ANSWERS) -> bool:
    """Print and keep all rows; the survey of health-service feedback is needed. Return whether all steps went through."""
    path = data / "nhs_feedback" / "train.csv"
    if not path.is_file():
        print(f"no {path.name} in {data.name}: the speed bench needs it; skipped")
        return True
    tie(1)
    print(f"{machine()}; all on one core; {answers:,} answers", flush=True)
    ledger = Ledger(cache / "scale")
    ground = ground_of(read(path), ledger, answers)
    works: dict[str, Callable[[], object]] = {
        "scoring and coding": lambda: scoring(ground, ledger),
        "file to file": lambda: file_rows(ground.model, ground.array, cache, ledger),
        "step by step": lambda: step_rows(ground.model, ground.array, cache / "speed", ledger),
        **{rival.what: partial(against, rival, ground, ledger) for rival in SPEED_RIVALS},
        "how soon commands begin": lambda: starts(ledger),
    }
    return through(works)


def ground_of(rows: Rows, ledger: Ledger, answers: int) -> Ground:
    """Train on all themes, which is timed, and on the commonest; make the answers."""
    themes = themes_in(rows)
    truth = truth_of(rows, themes)
    begun = time.perf_counter()
    taught(rows, themes, truth)
    told = f"{len(rows):,} answers x {len(themes)} themes, cut-offs included"
    ledger.keep(Mark("training", "training on health-service feedback", time.perf_counter() - begun, "s", told=told))
    top = np.argsort(-truth.sum(axis=0), kind="stable")[:THEMES]
    chosen = truth[:, top]
    model = taught(rows, tuple(themes[place] for place in top), chosen)
    words, draw = [word for row in rows for word in row["text"].split()], random.Random(0)
    return Ground(rows, chosen, model, [" ".join(draw.choices(words, k=WORDS)) for _ in range(answers)])


def taught(rows: Rows, themes: tuple[str, ...], truth: BoolArray) -> Model:
    """Train a model of these themes, in one process."""
    training = training_set(codeframe_of(themes), answers_in(rows, "respondent_id"), truth.astype(np.int8))
    return fit(training, jobs=1).model


def tokenised(tokenizer: Any, texts: Sequence[str]) -> None:
    """Do what the bare tokenizer does; each document is let go at once, which is faster than to keep them all."""
    for _ in tokenizer.pipe(texts):
        pass


def scored(coder: Coder, array: pa.StringArray) -> None:
    """Score batch by batch: an Arrow array in, a probability for each answer and theme out."""
    for start in range(0, len(array), BATCH):
        probabilities(coder.margins(array.slice(start, BATCH), ""), coder.model.cutoffs)


def coded(coder: Coder, array: pa.StringArray) -> None:
    """Code batch by batch: scores, codes, what wants a person and why."""
    for start in range(0, len(array), BATCH):
        coder.code_texts(array.slice(start, BATCH))


def scoring(ground: Ground, ledger: Ledger) -> None:
    """Time scores and whole codings beside the bare tokenizer."""
    texts, array, coder = ground.texts, ground.array, Coder(ground.model)
    tokenizer: Any = spacy.blank("en").tokenizer
    tokenised(tokenizer, texts[:WARMED])
    coded(coder, array.slice(0, WARMED))
    cold = in_turn(1, {"scores": lambda: scored(coder, array)})["scores"]
    seconds = in_turn(
        TURNS,
        {
            "bare": lambda: tokenised(tokenizer, texts),
            "scores": lambda: scored(coder, array),
            "codings": lambda: coded(coder, array),
        },
    )
    rates = {name: len(texts) / each for name, each in seconds.items()}
    what = f"scoring, Arrow batch in and scores out, {THEMES} themes, {WORDS} words, against spaCy's bare tokenizer"
    told = f"{rates['scores']:,.0f} answers a second beside {rates['bare']:,.0f}; the first pass {seconds['bare'] / cold:.1f} times"
    figures = {**{f"{name} a second": rate for name, rate in rates.items()}, "first pass": seconds["bare"] / cold}
    ledger.keep(Mark("scoring", what, rates["scores"] / rates["bare"], "times", 1.5, told=told, figures=figures))
    told = f"{rates['codings']:,.0f} answers a second: codes, sources, and who should look and why, too"
    what = "whole codings, Arrow batch in, against spaCy's bare tokenizer"
    ledger.keep(Mark("codings", what, rates["codings"] / rates["bare"], "times", told=told))


def against(rival: SpeedRival, ground: Ground, ledger: Ledger) -> None:
    """Time a rival's scores and ours in turn, each of the same list of answers; we have met their words before, as in the other rows."""
    if not rival.there:
        print(f"{rival.what}: {rival.module} is not installed; skipped")
        return
    begun = time.perf_counter()
    predict = rival.made([row["text"] for row in ground.rows], ground.truth)
    learning = time.perf_counter() - begun
    some, coder = ground.texts[: rival.answers], Coder(ground.model)
    mine = partial(listed, coder, some)
    mine()
    seconds = in_turn(TURNS, {"theirs": lambda: predict(some), "ours": mine}, {"ours": PASSES})
    ours, theirs = len(some) / seconds["ours"], len(some) / seconds["theirs"]
    count = min(TAUGHT, len(ground.rows)) if rival.name == "svc" else len(ground.rows)
    told = (
        f"{ours:,.0f} answers a second beside {theirs:,.0f}, the same {len(some):,} at a time; it learnt {count:,} answers "
        f"in {learning:,.0f} s"
    )
    figures = {"ours a second": ours, "theirs a second": theirs, "answers": len(some), "learnt": count}
    ledger.keep(Mark(rival.name, rival.what, ours / theirs, "times", rival.aim, told=told, figures=figures))


def listed(coder: Coder, texts: Sequence[str]) -> None:
    """Score a list of answers, as rivals take them."""
    scored(coder, pa.array(texts, pa.string()))
