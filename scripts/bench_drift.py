"""Drift: how often two halves of one wave are said to differ, and how often a planted change is found.

    python scripts/bench.py drift [--data DIR] [--out docs/compare.md] [--cache DIR] [--kept-only]

Each arm is kept (--cache) when it is through; a second run does those that are not there. All take about an hour on one core.

Halves are drawn by respondent. Codes are those of models that have not seen the respondent (FOLDS folds), with the COMMONEST themes. Planted are a theme
doubled (by drawing its answers oftener), a theme of 5 % that neither the old half nor the model has met, another question of the same survey, and
invented answers in German and French, and answers of another survey.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from bench_books import bare
from bench_data import Rows, answers_in, labels_of, read, truth_of
from bench_drift_page import page
from bench_drift_sentences import sentences
from bench_sets import commonest, only
from freetext.interfaces.comparing import drift_between
from freetext.model.coder import Coder
from freetext.survey.answers import Answers
from freetext.survey.codings import Codings, joined
from freetext.tallies.drift import Drift
from freetext.training.dataset import training_set
from freetext.training.fit import fit
from freetext.training.unseen import taken, unseen_codings

SIZES = (300, 1000, 2000)
HALVES, PLANTED, PAIRED = 200, 24, 4
ROUNDS = 499
LEARNT, LEARNT_HALVES = 200, 100
FOLDS = 3
CLOSED = ("service_1", "fft_score_1best_5worst")
THEMES = (
    "Timeliness of care",
    "Transport to/ from services",
    "Being kept informed, clarity & consistency of information",
)
"""One common, one middling and one rare theme: 20, 5 and 3 % of the answers."""

SHARE = 0.05
QUESTIONS = ("How could we improve?", "FFT Why?", "What was good?", "What could we do better?")

GAP = re.compile(r"(<!-- measured: drift -->\n).*?(<!-- end of what was measured -->)", re.DOTALL)

Draw = np.random.Generator
Arm = Callable[[], Iterator[dict[str, object]]]


@dataclass(frozen=True, slots=True, eq=False)
class Wave:
    """A survey: its rows, who wrote them, and codes by models that had not seen them."""

    rows: Rows
    respondent: str
    codings: Codings | None = None
    closed: Sequence[str] = ()

    def take(self, places: Sequence[int]) -> Wave:
        """Return the rows at these places; one that is taken again is somebody else's, for a theme twice as common is that of more people."""
        here = np.array(places, dtype=np.int64)
        codings = None if self.codings is None else taken(self.codings, here)
        seen: Counter[int] = Counter()
        rows = []
        for place in here.tolist():
            row, again = self.rows[place], seen[place]
            rows.append({**row, self.respondent: f"{row[self.respondent]}, {again} times more"} if again else row)
            seen[place] += 1
        return Wave(rows, self.respondent, codings, self.closed)

    def halves(self, draw: Draw) -> tuple[list[int], list[int]]:
        """Part the respondents at random, rows in random order."""
        people = sorted({row[self.respondent] for row in self.rows})
        chosen = {people[place] for place in draw.permutation(len(people))[: len(people) // 2].tolist()}
        order = draw.permutation(len(self.rows)).tolist()
        inside = [place for place in order if self.rows[place][self.respondent] in chosen]
        return inside, [place for place in order if self.rows[place][self.respondent] not in chosen]


def compared(old: Wave, new: Wave) -> Drift:
    """Compare two waves as `freetext compare` does."""
    return drift_between(
        unasked(old),
        unasked(new),
        codings_old=old.codings,
        codings_new=new.codings,
        closed_old={name: [row[name] for row in old.rows] for name in old.closed},
        closed_new={name: [row[name] for row in new.rows] for name in new.closed},
        rounds=ROUNDS,
    )


def unasked(wave: Wave) -> Answers:
    """Return the answers without their questions: the change is to be found in what people say."""
    return answers_in([{**row, "question": ""} for row in wave.rows], wave.respondent)


def out_of_fold(rows: Rows, respondent: str, without: str = "") -> Codings:
    """Code every answer by a model that has not seen its respondent, nor any answer with the theme that is to be new."""
    themes = commonest(rows)
    kept = tuple(theme for theme in themes if theme != without)
    people = sorted({row[respondent] for row in rows})
    folds = dict(zip(people, (np.random.default_rng(1).permutation(len(people)) % FOLDS).tolist(), strict=True))
    parts: list[Codings] = []
    places: list[int] = []
    for fold in range(FOLDS):
        held = [place for place, row in enumerate(rows) if folds[row[respondent]] == fold]
        taught = [row for row in rows if folds[row[respondent]] != fold and without not in labels_of(row)]
        taught = [{**row, "question": ""} for row in only(taught, kept)]
        training = training_set(bare(kept), answers_in(taught, respondent), truth_of(taught, kept).astype(np.int8))
        asked = answers_in([{**rows[place], "question": ""} for place in held], respondent)
        parts.append(Coder(fit(training).model).code(asked))
        places += held
    return taken(joined(parts), np.argsort(np.array(places)))


def told(arm: str, size: int, drift: Drift, **also: object) -> dict[str, object]:
    """Note what a comparison found."""
    facts = {fact.name: [fact.effect, fact.p, fact.adjusted, fact.found, fact.matters] for fact in drift.facts}
    themes = drift.fact("themes")
    parts = [part.slug for part in themes.parts if part.found] if themes else []
    return {
        "arm": arm,
        "size": size,
        "verdict": drift.verdict.code,
        "facts": facts,
        "themes": parts,
        "audit": drift.verdict.audit,
        **also,
    }


def alike(name: str, wave: Wave, sizes: Sequence[int]) -> Iterator[dict[str, object]]:
    """Compare random halves."""
    for seed in range(HALVES):
        one, two = wave.halves(np.random.default_rng(seed))
        for size in sizes:
            if len(one) >= size and len(two) >= size:
                yield told(name, size, compared(wave.take(one[:size]), wave.take(two[:size])))


def learnt(wave: Wave, size: int) -> Iterator[dict[str, object]]:
    """Compare random halves, LEARNT answers of the old one labelled: those that a first model doubts most; both are then coded unseen."""
    themes = commonest(wave.rows)
    for seed in range(LEARNT_HALVES):
        sides = [wave.take(half[:size]) for half in wave.halves(np.random.default_rng(seed))]
        scores = sides[0].codings.scores if sides[0].codings else None
        doubts = np.abs(scores - 0.5).min(axis=1) if scores is not None else np.zeros(size)
        picked = only([sides[0].rows[place] for place in np.argsort(doubts)[:LEARNT].tolist()], themes)
        taught = answers_in([{**row, "question": ""} for row in picked], wave.respondent)
        training = training_set(bare(themes), taught, truth_of(picked, themes).astype(np.int8))
        coded = unseen_codings(training, [unasked(side) for side in sides])
        old, new = (replace(side, codings=codings) for side, codings in zip(sides, coded, strict=True))
        yield told("nhs_feedback, learnt from the old half", size, compared(old, new))


def doubled(wave: Wave, theme: str) -> Iterator[dict[str, object]]:
    """Compare halves of which the new one has a theme twice as often."""
    for size, draw in trials():
        one, two = wave.halves(draw)
        with_it = [place for place in two if theme in labels_of(wave.rows[place])]
        others = [place for place in two if theme not in labels_of(wave.rows[place])]
        count = round(2 * size * len(with_it) / len(two))
        new = [*drawn(with_it, count, draw), *drawn(others, size - count, draw)]
        yield told("doubled", size, compared(wave.take(one[:size]), wave.take(new)), theme=theme)


def unmet(wave: Wave, theme: str) -> Iterator[dict[str, object]]:
    """Compare halves of which the old one has never met a theme, as the model has not; 5 % of the new one speak of it."""
    for size, draw in trials():
        one, two = wave.halves(draw)
        old = [place for place in one if theme not in labels_of(wave.rows[place])]
        with_it = [place for place in two if theme in labels_of(wave.rows[place])]
        others = [place for place in two if theme not in labels_of(wave.rows[place])]
        count = round(SHARE * size)
        new = [*drawn(with_it, count, draw), *drawn(others, size - count, draw)]
        yield told("new theme", size, compared(wave.take(old[:size]), wave.take(new)), theme=theme)


def other_question(wave: Wave) -> Iterator[dict[str, object]]:
    """Compare answers to one question with those to another, under one name."""
    for size, draw in trials(PAIRED):
        for one in QUESTIONS:
            for two in QUESTIONS:
                sides = [[p for p in range(len(wave.rows)) if wave.rows[p]["question"] == each] for each in (one, two)]
                if one < two and min(map(len, sides)) >= min(size, 600) and size < 2000:
                    old, new = (wave.take(drawn(side, min(size, len(side)), draw)) for side in sides)
                    yield told("question", size, compared(old, new), pair=[one, two])


def foreign(wave: Wave, strange: Rows) -> Iterator[dict[str, object]]:
    """Compare halves of which the new one has answers of another survey in the place of some: a theme with words of its own."""
    for size, draw in trials():
        one, two = wave.halves(draw)
        new = [dict(row) for row in wave.take(two[:size]).rows]
        others = draw.permutation(len(strange)).tolist()
        for place, other in zip(draw.permutation(size)[: round(SHARE * size)].tolist(), others, strict=False):
            new[place]["text"] = strange[other]["text"]
        old = Wave(wave.take(one[:size]).rows, wave.respondent, None, wave.closed)
        yield told("new words", size, compared(old, Wave(new, wave.respondent, None, wave.closed)))


def other_language(wave: Wave, share: float) -> Iterator[dict[str, object]]:
    """Compare halves of which the new one has invented German and French answers in the place of some; the model codes them as they come."""
    invented = sentences()
    for size, draw in trials():
        one, two = wave.halves(draw)
        new = [dict(row) for row in wave.take(two[:size]).rows]
        for place in draw.permutation(len(new))[: round(share * size)].tolist():
            new[place]["text"] = invented[int(draw.integers(len(invented)))]
        old = Wave(wave.take(one[:size]).rows, wave.respondent, None, wave.closed)
        yield told(f"language {share:.0%}", size, compared(old, Wave(new, wave.respondent, None, wave.closed)))


def trials(each: int = PLANTED) -> Iterator[tuple[int, Draw]]:
    """Yield sizes and draws."""
    for size in SIZES:
        for seed in range(each):
            yield size, np.random.default_rng([seed, size])


def drawn(places: Sequence[int], count: int, draw: Draw) -> list[int]:
    """Draw so many, each once as long as there are enough."""
    once = [places[place] for place in draw.permutation(len(places))[:count].tolist()]
    return once + [places[place] for place in draw.integers(len(places), size=count - len(once)).tolist()]


def arms(data: Path) -> dict[str, Arm]:
    """Name all that is measured; a survey is read and coded when its arm runs."""
    return {
        **{
            f"alike-nhs-{size}": partial(lambda size: alike("nhs_feedback", nhs(data), (size,)), size) for size in SIZES
        },
        "alike-terror": lambda: alike("anes_terror", terror(data), (300, 900)),
        "alike-learnt": lambda: learnt(nhs(data), 600),
        **{f"doubled-{n}": partial(lambda theme: doubled(nhs(data), theme), theme) for n, theme in enumerate(THEMES)},
        **{f"new-{n}": partial(lambda theme: unmet(nhs(data, theme), theme), theme) for n, theme in enumerate(THEMES)},
        "foreign": lambda: foreign(nhs(data, coded=False), pets(data)),
        "question": lambda: other_question(nhs(data, coded=False)),
        "language-5": lambda: other_language(nhs(data, coded=False), 0.05),
        "language-20": lambda: other_language(nhs(data, coded=False), 0.20),
    }


def nhs(data: Path, without: str = "", *, coded: bool = True) -> Wave:
    """Read the health-service feedback, coded out of fold."""
    rows = read(data / "nhs_feedback" / "train.csv")
    codings = out_of_fold(rows, "respondent_id", without) if coded else None
    return Wave(rows, "respondent_id", codings, CLOSED)


def pets(data: Path) -> Rows:
    """Read what made people happy who spoke of their animals."""
    rows = read(data / "happy_moments" / "train.csv")
    return [row for row in rows if {"cat", "dog", "kitten", "puppy"} & set(row["text"].lower().split())]


def terror(data: Path) -> Wave:
    """Read the election study's question on terror, coded out of fold; every row is somebody else."""
    rows = read(data / "anes_terror" / "train.csv")
    return Wave(rows, "id", out_of_fold(rows, "id"))


def drift(data: Path, out: Path | None, cache: Path, *, kept_only: bool = False) -> None:
    """Measure what no earlier run has, print the tables, and write the page's part."""
    cache.mkdir(parents=True, exist_ok=True)
    if not kept_only:
        measured(data, cache, [name for name in arms(data) if not (cache / f"{name}.jsonl").is_file()])
    told = "\n".join(page({name: read_kept(cache / f"{name}.jsonl") for name in arms(data)})).strip() + "\n"
    print(told)
    if out:
        whole = out.read_text(encoding="utf-8")
        out.write_text(GAP.sub(lambda gap: gap[1] + told + gap[2], whole), encoding="utf-8")
        print(f"wrote {out.name}")


def read_kept(path: Path) -> list[dict[str, object]]:
    """Read what an arm found; nothing where it has not run."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []


def measured(data: Path, cache: Path, names: Sequence[str]) -> None:
    """Run arms, and keep what each found when it is through."""
    for name in names:
        part = cache / f"{name}.part"
        part.write_text("".join(json.dumps(found) + "\n" for found in arms(data)[name]()), encoding="utf-8")
        part.replace(cache / f"{name}.jsonl")
        print(f"{name}: done", flush=True)
