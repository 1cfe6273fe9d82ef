"""Hide a theme and look whether discovery proposes it: each survey's 15 commonest themes in turn, beside k-means and topics by NMF.

A model is trained without the theme; the answers that hold nothing else are not among those it learns from. What it codes, out of fold,
is claimed; the rest is what every system groups.
"""

from __future__ import annotations

import json
import random
import re
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfVectorizer
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from bench_data import Rows, answers_in, read, truth_of
from bench_page import table
from bench_peak import tie
from bench_sets import commonest, only, themes_in
from bench_speed import ANSWERS, WORDS
from freetext.model.coder import Coder
from freetext.model.cutoffs import apply_cutoffs
from freetext.survey.answers import Answers, BoolArray, IntArray
from freetext.survey.codeframe import codeframe_of
from freetext.training.dataset import training_set
from freetext.training.discovering import discover
from freetext.training.fit import fit

SURVEYS = {"nhs_feedback": "respondent_id", "anes_terror": "id", "anes_party": "id", "happy_moments": "id"}
GROUPS = 10
PRECISION, PART, HALF = 0.5, 3, 0.5
"""A group holds a hidden theme: half of the group has it, and the group has a third of its answers that are looked at; HALF is of these."""

GAP = re.compile(r"(<!-- measured: discover -->\n).*?(<!-- end of what was measured -->)", re.DOTALL)
SPEED = "speed"
TABLES = {
    "rank": "Hidden themes that one of the first ten groups holds: precision at least .5, and at least a third of the theme's answers that are looked at",
    "fair": "The same, groups left out that hold more than half of all that is looked at",
    "whole": "At least a third of all the theme's answers, those too that another theme claims and nobody looks at",
}

Groups = Sequence[IntArray]


@dataclass(frozen=True, slots=True)
class Looked:
    """What one system made of one hidden theme: the first group that holds it, 0 for none, and what that group is like.

    answers  those with the theme; `left` of them among the `looked` that no other theme claims
    fair     the first such group that holds no more than half of what is looked at
    whole    the first group that holds a third of all its answers, claimed or not
    """

    survey: str
    theme: str
    system: str
    answers: int
    left: int
    looked: int
    rank: int = 0
    size: int = 0
    precision: float = 0.0
    recall: float = 0.0
    fair: int = 0
    whole: int = 0


def by_kmeans(texts: Sequence[str], seed: int = 0) -> Groups:
    """Return k-means of tf-idf, the largest cluster first."""
    side = KMeans(GROUPS, n_init=10, random_state=seed).fit_predict(_tfidf(texts))
    return _sized(side)


def by_topics(texts: Sequence[str]) -> Groups:
    """Return topics by NMF of tf-idf, each answer to its strongest, the largest first."""
    strength = NMF(GROUPS, init="nndsvd", random_state=0, max_iter=400).fit_transform(_tfidf(texts))
    return _sized(np.where(strength.max(axis=1) > 0, strength.argmax(axis=1), -1))


def by_us(texts: Sequence[str], claimed: BoolArray) -> Groups:
    """Return our proposals, as places among the answers that are not claimed."""
    found = discover(texts, claimed=claimed, groups=GROUPS)
    place = np.cumsum(~claimed) - 1
    return [place[list(each.places)] for each in found.proposed]


def _tfidf(texts: Sequence[str]) -> object:
    return TfidfVectorizer(stop_words="english", min_df=2, sublinear_tf=True).fit_transform(texts)


def _sized(side: IntArray) -> Groups:
    found = [np.flatnonzero(side == number) for number in range(GROUPS)]
    return sorted((each for each in found if len(each)), key=lambda each: -len(each))


SYSTEMS: dict[str, Callable[[Sequence[str], BoolArray], Groups]] = {
    "freetext": by_us,
    "k-means, 10 clusters of tf-idf": lambda texts, claimed: by_kmeans(_open(texts, claimed)),
    "NMF, 10 topics of tf-idf": lambda texts, claimed: by_topics(_open(texts, claimed)),
    "all in one group": lambda _, claimed: [np.arange(int((~claimed).sum()))],
}


def _open(texts: Sequence[str], claimed: BoolArray) -> list[str]:
    return [text for text, taken in zip(texts, claimed, strict=True) if not taken]


def claimed_without(theme: str, rows: Rows, answers: Answers, themes: Sequence[str]) -> BoolArray:
    """Return which answers a model claims that never heard of a theme: bool (answers,), out of fold."""
    others = [each for each in themes if each != theme]
    given = truth_of(only(rows, others), others)
    hidden = truth_of(rows, themes)[:, list(themes).index(theme)]
    taught = np.flatnonzero((~hidden | given.any(axis=1)) & ~answers.blank)
    made = fit(training_set(codeframe_of(others), answers.take(taught), given[taught].astype(np.int8)))
    chosen = np.zeros(given.shape, dtype=np.bool_)
    chosen[taught] = apply_cutoffs(made.margins.astype(np.float32), made.model.cutoffs)
    rest = np.setdiff1d(np.arange(len(rows)), taught)
    chosen[rest] = Coder(made.model).code(answers.take(rest)).chosen
    return np.asarray(chosen.any(axis=1) | answers.blank)


def judged(empty: Looked, groups: Groups, held: BoolArray) -> Looked:
    """Say which of the first ten groups holds the theme that `held` (looked at,) marks."""
    some = [(len(places), int(held[places].sum())) for places in groups[:GROUPS]]
    pure = [inside >= max(PRECISION * size, 1) for size, inside in some]
    found = [right and PART * inside >= empty.left for right, (_, inside) in zip(pure, some, strict=True)]
    fair = [right and size <= HALF * empty.looked for right, (size, _) in zip(found, some, strict=True)]
    whole = [right and PART * inside >= empty.answers for right, (_, inside) in zip(pure, some, strict=True)]
    rank = _first(found)
    size, inside = some[rank - 1] if rank else (0, 0)
    return replace(
        empty, rank=rank, fair=_first(fair), whole=_first(whole), size=size, precision=inside / max(size, 1),
        recall=inside / max(empty.left, 1),
    )  # fmt: skip


def _first(found: Sequence[bool]) -> int:
    return found.index(True) + 1 if True in found else 0


def measure(survey: str, rows: Rows) -> Iterator[Looked]:
    """Hide each of the 15 commonest themes of a survey in turn."""
    answers, themes = answers_in(rows, SURVEYS[survey]), themes_in(rows)
    truth = truth_of(rows, themes)
    for theme in commonest(rows):
        claimed = claimed_without(theme, rows, answers, themes)
        held = truth[:, themes.index(theme)]
        empty = Looked(survey, theme, "", int(held.sum()), int(held[~claimed].sum()), int((~claimed).sum()))
        for system, grouped in SYSTEMS.items():
            with warnings.catch_warnings(), threadpool_limits(1):
                warnings.simplefilter("ignore")  # NMF that has not converged
                found = judged(replace(empty, system=system), grouped(answers.texts, claimed), held[~claimed])
            print(f"{survey}: {theme}: {system}: {found.rank or 'not found'}", flush=True)
            yield found


def seconds(data: Path, answers: int = ANSWERS) -> float:
    """Return how long so many answers take on one core, all of them looked at: real words in random order, of which no two are alike."""
    rows = read(data / "nhs_feedback" / "train.csv")
    words, draw = [word for row in rows for word in row["text"].split()], random.Random(0)
    texts = [" ".join(draw.choices(words, k=WORDS)) for _ in range(answers)]
    begun = time.perf_counter()
    discover(texts, groups=GROUPS)
    return time.perf_counter() - begun


def discovering(data: Path, cache: Path, sets: Sequence[str], out: Path | None, *, kept_only: bool = False) -> None:
    """Measure the surveys that are there, keep what was found, and lay out the page of it."""
    folder = cache / "discover"
    folder.mkdir(parents=True, exist_ok=True)
    for survey in [each for each in SURVEYS if each in sets and not kept_only]:
        path = data / survey / "train.csv"
        if not path.is_file():
            print(f"no {survey}: skipped")
            continue
        found = [asdict(each) for each in measure(survey, read(path))]
        (folder / f"{survey}.json").write_text(json.dumps(found), encoding="utf-8")
    if not kept_only and (data / "nhs_feedback" / "train.csv").is_file():
        tie(1)
        (folder / f"{SPEED}.json").write_text(json.dumps(seconds(data)), encoding="utf-8")
    told = "\n".join(page(folder))
    print(told)
    if out:
        out.write_text(GAP.sub(lambda gap: gap[1] + told + gap[2], out.read_text(encoding="utf-8")), encoding="utf-8")


def page(folder: Path) -> Iterator[str]:
    """Lay out what was kept."""
    kept = {name: folder / f"{name}.json" for name in (*SURVEYS, SPEED)}
    found = {
        name: [Looked(**each) for each in json.loads(path.read_text(encoding="utf-8"))]
        for name, path in kept.items()
        if name != SPEED and path.is_file()
    }
    for which, told in TABLES.items():
        yield f"{told}:\n"
        yield from table(
            ("", *found), [(name, *(_found(each, name, which) for each in found.values())) for name in SYSTEMS]
        )
    for survey, each in found.items():
        yield f"Theme by theme, `{survey}` (freetext; not found where there is no place):\n"
        head = ("hidden theme", "answers", "left of looked at", "place", "size", "precision", "of its answers left")
        yield from table(head, [_line(one) for one in each if one.system == "freetext"])
    if kept[SPEED].is_file():
        took = float(json.loads(kept[SPEED].read_text(encoding="utf-8")))
        yield f"{ANSWERS:,} answers of {WORDS} words, all looked at, on one core: {took:.0f} s.\n"


def _found(looked: Sequence[Looked], system: str, which: str) -> str:
    some = [each for each in looked if each.system == system]
    return f"{sum(getattr(each, which) > 0 for each in some)} of {len(some)}"


def _line(one: Looked) -> tuple[str, ...]:
    if not one.rank:
        return (one.theme, f"{one.answers:,}", f"{one.left} of {one.looked:,}", "", "", "", "")
    told = (str(one.rank), str(one.size), f"{one.precision:.2f}", f"{one.recall:.2f}")
    return (one.theme, f"{one.answers:,}", f"{one.left} of {one.looked:,}", *told)
