"""Coded surveys as trials: what is learnt from, what else of the survey is there, and what is tested on.

Official splits where there are some; a fifth of the respondents, or five folds, where there are none.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bench_books import anes_book, bare, nhs_book
from bench_data import Rows, labels_of, read
from freetext.survey.codeframe import Codeframe

SEEDS, FOLDS, COMMONEST = 5, 5, 15
ALL = -1
SIZES = (0, 8, 16, 32, 48, 64, 128, 256, 512, 1000, ALL)
"""Labelled answers of the few-label sets."""


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """One training and one test.

    seed, fold  which draw of the survey, and which part of it: a draw's parts are tested together
    size        labelled answers, or ALL
    train       labelled answers; `rest` are the survey's other answers, whose labels nobody has seen
    themes      the labels, in the order of the frame's themes
    """

    survey: str
    seed: int
    fold: int
    size: int
    train: Rows
    rest: Rows
    test: Rows
    themes: tuple[str, ...]
    frame: Codeframe
    respondent: str = "id"

    @property
    def digest(self) -> str:
        """A hash of all that a system is shown, 12 hexadecimal digits."""
        told = hashlib.sha256(repr(self.frame.themes).encode() + repr(self.themes).encode())
        for rows in (self.train, self.rest, self.test):
            kept = [(row["id"], row["text"], row["labels"], row.get("question", "")) for row in rows]
            told.update(json.dumps(kept).encode())
        return told.hexdigest()[:12]


Trials = Callable[[Path, Sequence[int]], Iterator[Trial]]
"""From the folder of surveys and the sizes that are wanted."""


def official(survey: str, data: Path, _: Sequence[int], *, single: bool = False) -> Iterator[Trial]:
    """Yield the one trial of a survey with a split of its authors'."""
    train, test = read(data / survey / "train.csv"), read(data / survey / "test.csv")
    themes = themes_in([*train, *test])
    yield Trial(survey, 0, 0, ALL, train, [], test, themes, replace(bare(themes), single=single))


def held_out(survey: str, data: Path, _: Sequence[int]) -> Iterator[Trial]:
    """Yield a fifth of the respondents held out, seed by seed."""
    rows = read(data / survey / "train.csv")
    themes = themes_in(rows)
    for seed in range(SEEDS):
        train, test = by_respondent(rows, seed)
        yield Trial(survey, seed, 0, ALL, train, [], test, themes, bare(themes), "respondent_id")


def in_folds(survey: str, data: Path, _: Sequence[int]) -> Iterator[Trial]:
    """Yield five folds, seed by seed, of a survey that is too small for one split."""
    paths = [data / survey / name for name in ("train.csv", "test.csv", "data.csv")]
    rows = [row for path in paths if path.is_file() for row in read(path)]
    themes = themes_in(rows)
    for seed in range(SEEDS):
        order = random.Random(seed).sample(range(len(rows)), len(rows))
        for fold in range(FOLDS):
            held = set(order[fold::FOLDS])
            train, test = parted(rows, held)
            yield Trial(survey, seed, fold, ALL, train, [], test, themes, bare(themes))


def few_nhs(data: Path, sizes: Sequence[int]) -> Iterator[Trial]:
    """Yield few labels of the 15 commonest themes of the health-service feedback, with its codebook."""
    folder = data / "nhs_feedback"
    rows = read(folder / "train.csv")
    themes = commonest(rows)
    rows = only(rows, themes)
    frame = nhs_book(folder / "codebook.csv", themes, rows)
    for seed in range(SEEDS):
        train, test = by_respondent(rows, seed)
        yield from few(Trial("nhs_15", seed, 0, ALL, train, [], test, themes, frame, "respondent_id"), sizes)


def few_terror(data: Path, sizes: Sequence[int]) -> Iterator[Trial]:
    """Yield few labels of the election study's question on terror, with its master codes."""
    folder = data / "anes_terror"
    train, test = read(folder / "train.csv"), read(folder / "test.csv")
    themes = themes_in([*train, *test])
    frame = anes_book(folder / "codebook.csv", themes)
    for seed in range(SEEDS):
        yield from few(Trial("terror_book", seed, 0, ALL, train, [], test, themes, frame), sizes)


def few(whole: Trial, sizes: Sequence[int]) -> Iterator[Trial]:
    """Yield a draw of labels of each size; the other answers are there too, unlabelled."""
    for size in sizes:
        count = len(whole.train) if size == ALL else size
        if count <= len(whole.train):
            drawn = set(random.Random(1000 * whole.seed + count).sample(range(len(whole.train)), count))
            rest, taught = parted(whole.train, drawn)
            yield replace(whole, size=size, train=taught, rest=rest)


def asked(arm: str, data: Path, _: Sequence[int]) -> Iterator[Trial]:
    """Yield the health-service feedback with its questions told ("seen"), in coding alone withheld ("withheld") or never ("never")."""
    for trial in held_out("nhs_feedback", data, ()):
        yield replace(
            trial,
            survey=f"question_{arm}",
            train=unasked(trial.train) if arm == "never" else trial.train,
            test=trial.test if arm == "seen" else unasked(trial.test),
        )


def new_question(arm: str, data: Path, _: Sequence[int]) -> Iterator[Trial]:
    """Yield each question in turn as one that training has not seen: told ("new"), withheld ("new_withheld") or never any ("new_never")."""
    for trial in asked("seen", data, ()):
        for fold, question in enumerate(sorted({row["question"] for row in (*trial.train, *trial.test)})):
            train = [row for row in trial.train if row["question"] != question]
            test = [row for row in trial.test if row["question"] == question]
            yield replace(
                trial,
                survey=f"question_{arm}",
                fold=fold,
                train=unasked(train) if arm == "new_never" else train,
                test=test if arm == "new" else unasked(test),
            )


def unasked(rows: Rows) -> Rows:
    """Leave the questions out."""
    return [{**row, "question": ""} for row in rows]


def by_respondent(rows: Rows, seed: int) -> tuple[Rows, Rows]:
    """Hold a fifth of the respondents out: what is left, and what is held out."""
    people = sorted({row["respondent_id"] for row in rows})
    random.Random(seed).shuffle(people)
    held = set(people[: len(people) // 5])
    return parted(rows, {place for place, row in enumerate(rows) if row["respondent_id"] in held})


def parted(rows: Rows, held: set[int]) -> tuple[Rows, Rows]:
    """Part the rows at these places from the others, which come first."""
    return (
        [row for place, row in enumerate(rows) if place not in held],
        [row for place, row in enumerate(rows) if place in held],
    )


def themes_in(rows: Iterable[dict[str, str]]) -> tuple[str, ...]:
    """All labels, sorted."""
    return tuple(sorted({label for row in rows for label in labels_of(row)}))


def commonest(rows: Rows) -> tuple[str, ...]:
    """The labels that most answers have, the commonest first."""
    counts = Counter(label for row in rows for label in labels_of(row))
    return tuple(sorted(counts, key=lambda label: (-counts[label], label))[:COMMONEST])


def only(rows: Rows, themes: Sequence[str]) -> Rows:
    """Leave out the labels that are not asked for."""
    kept = set(themes)
    return [{**row, "labels": ";".join(each for each in labels_of(row) if each in kept)} for row in rows]


FULL: dict[str, Trials] = {
    "nhs_feedback": partial(held_out, "nhs_feedback"),
    "anes_party": partial(official, "anes_party"),
    "anes_terror": partial(official, "anes_terror"),
    "anes_election": partial(in_folds, "anes_election"),
    "anes_primary": partial(in_folds, "anes_primary"),
    "sight_double_coded": partial(in_folds, "sight_double_coded"),
    "happy_moments": partial(official, "happy_moments"),
    "goemotions": partial(official, "goemotions"),
    "nhs_phase1": partial(official, "nhs_phase1", single=True),
}
FEW: dict[str, Trials] = {"nhs_15": few_nhs, "terror_book": few_terror}
QUESTIONS: dict[str, Trials] = {
    **{f"question_{arm}": partial(asked, arm) for arm in ("seen", "withheld", "never")},
    **{f"question_{arm}": partial(new_question, arm) for arm in ("new", "new_withheld", "new_never")},
}
SETS: dict[str, Trials] = {**FEW, **QUESTIONS, **FULL}
SMALL = ("anes_election", "anes_primary", "sight_double_coded")
"""Sets with fewer than 200 answers in a test."""

SINGLE = ("nhs_phase1",)
"""Sets with one theme an answer."""
