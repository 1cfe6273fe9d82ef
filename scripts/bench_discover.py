"""Hide a theme and look whether discovery proposes it: each survey's 15 commonest themes in turn, beside k-means and topics by NMF.

A model is trained without the theme; the answers that hold nothing else are not among those it learns from. What it codes, out of fold,
is claimed. Once every system groups the rest; once all answers count, those too that other themes claim.
"""

from __future__ import annotations

import json
import random
import re
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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
"""A group holds a hidden theme: half of the group has it, and the group has a third of its answers; HALF is of those looked at."""

GAP = re.compile(r"(<!-- measured: discover -->\n).*?(<!-- end of what was measured -->)", re.DOTALL)
SPEED = "speed"
TABLES = {
    "whole": (
        "Hidden themes that one of the first ten groups holds: precision at least .5, and at least a third of all the theme's answers in the file, "
        "those too that another theme claims"
    ),
    "rank": "Among the answers that no theme claims alone: precision at least .5, and at least a third of the theme's answers among them",
    "fair": "The same, groups left out that hold more than half of all that is looked at",
}

Groups = Sequence[IntArray]


@dataclass(frozen=True, slots=True)
class Looked:
    """What one system made of one hidden theme: the first group that holds it, 0 for none, and what that group is like.

    answers  those with the theme; `left` of them among the `looked` that no other theme claims
    rank     the first group that holds it among these; `size`, `precision` and `recall` are its own
    fair     the first such group that holds no more than half of what is looked at
    whole    the first group that holds it among all answers; `wide`, `pure` and `part` are its size, precision and recall there
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
    wide: int = 0
    pure: float = 0.0
    part: float = 0.0


def by_kmeans(texts: Sequence[str], seed: int = 0) -> Groups:
    """Return k-means of tf-idf, the largest cluster first."""
    side = KMeans(GROUPS, n_init=10, random_state=seed).fit_predict(_tfidf(texts))
    return _sized(side)


def by_topics(texts: Sequence[str]) -> Groups:
    """Return topics by NMF of tf-idf, each answer to its strongest, the largest first."""
    strength = NMF(GROUPS, init="nndsvd", random_state=0, max_iter=400).fit_transform(_tfidf(texts))
    return _sized(np.where(strength.max(axis=1) > 0, strength.argmax(axis=1), -1))


def by_us(texts: Sequence[str], claimed: BoolArray) -> tuple[Groups, Groups]:
    """Return our proposals, as places among the answers that are not claimed; and with the claimed ones that they reach, among all."""
    found = discover(texts, claimed=claimed, groups=GROUPS)
    place = np.cumsum(~claimed) - 1
    members = [place[list(each.places)] for each in found.proposed]
    return members, [np.array((*each.places, *each.also)) for each in found.proposed]


def by_all(texts: Sequence[str]) -> Groups:
    """Return our proposals of `--all`."""
    return [np.array(each.places) for each in discover(texts, everything=True, groups=GROUPS).proposed]


def _tfidf(texts: Sequence[str]) -> object:
    return TfidfVectorizer(stop_words="english", min_df=2, sublinear_tf=True).fit_transform(texts)


def _sized(side: IntArray) -> Groups:
    found = [np.flatnonzero(side == number) for number in range(GROUPS)]
    return sorted((each for each in found if len(each)), key=lambda each: -len(each))


OURS = "freetext"
RIVALS: dict[str, Callable[[Sequence[str]], Groups]] = {
    "k-means, 10 clusters of tf-idf": by_kmeans,
    "NMF, 10 topics of tf-idf": by_topics,
    "all in one group": lambda texts: [np.arange(len(texts))],
}
ALL, OF_ALL = f"{OURS}, `--all`", ", of all answers"
SYSTEMS = (OURS, *RIVALS, ALL, *(f"{name}{OF_ALL}" for name in RIVALS))
"""The first four group the answers that no theme claims; the others group all, whatever is hidden."""


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
    some = _insides(groups, held)
    found = _holding(some, empty.left)
    fair = [right and size <= HALF * empty.looked for right, (size, _) in zip(found, some, strict=True)]
    rank = _first(found)
    size, inside = some[rank - 1] if rank else (0, 0)
    return replace(
        empty, rank=rank, fair=_first(fair), size=size, precision=inside / max(size, 1), recall=inside / max(empty.left, 1)
    )  # fmt: skip


def judged_whole(empty: Looked, groups: Groups, held: BoolArray) -> Looked:
    """Say which of the first ten groups holds the theme that `held` (answers,) marks in the whole file."""
    some = _insides(groups, held)
    whole = _first(_holding(some, empty.answers))
    size, inside = some[whole - 1] if whole else (0, 0)
    return replace(empty, whole=whole, wide=size, pure=inside / max(size, 1), part=inside / max(empty.answers, 1))


def _insides(groups: Groups, held: BoolArray) -> list[tuple[int, int]]:
    return [(len(places), int(held[places].sum())) for places in groups[:GROUPS]]


def _holding(some: Sequence[tuple[int, int]], answers: int) -> list[bool]:
    return [inside >= max(PRECISION * size, 1) and PART * inside >= answers for size, inside in some]


def _first(found: Sequence[bool]) -> int:
    return found.index(True) + 1 if True in found else 0


def measure(survey: str, rows: Rows) -> Iterator[Looked]:
    """Hide each of the 15 commonest themes of a survey in turn."""
    answers, themes = answers_in(rows, SURVEYS[survey]), themes_in(rows)
    truth, texts = truth_of(rows, themes), answers.texts
    with _quietly():
        of_all = {ALL: by_all(texts), **{f"{name}{OF_ALL}": by(texts) for name, by in RIVALS.items()}}
    for theme in commonest(rows):
        claimed = claimed_without(theme, rows, answers, themes)
        held = truth[:, themes.index(theme)]
        empty = Looked(survey, theme, "", int(held.sum()), int(held[~claimed].sum()), int((~claimed).sum()))
        with _quietly():
            ours, wide = by_us(texts, claimed)
            narrow = {OURS: ours, **{name: by(_open(texts, claimed)) for name, by in RIVALS.items()}}
        place = np.flatnonzero(~claimed)
        whole = {**{name: [place[each] for each in groups] for name, groups in narrow.items()}, OURS: wide, **of_all}
        for system in SYSTEMS:
            found = judged_whole(replace(empty, system=system), whole[system], held)
            found = judged(found, narrow.get(system, ()), held[~claimed])
            print(f"{survey}: {theme}: {system}: {found.whole or 'not'}, {found.rank or 'not found'}", flush=True)
            yield found


@contextmanager
def _quietly() -> Iterator[None]:
    with warnings.catch_warnings(), threadpool_limits(1):
        warnings.simplefilter("ignore")  # NMF that has not converged
        yield


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
        systems = SYSTEMS if which == "whole" else (OURS, *RIVALS)
        yield f"{told}:\n"
        yield from table(
            ("", *found), [(name, *(_found(each, name, which) for each in found.values())) for name in systems]
        )
    for survey, each in found.items():
        yield f"Theme by theme, `{survey}` (freetext; not found where there is no place):\n"
        head = ("hidden theme", "answers", "place, of all", "size", "precision", "of its answers")
        narrow = ("left of looked at", "place, of those", "size", "precision", "of its answers left")
        yield from table((*head, *narrow), [_line(one) for one in each if one.system == OURS])
    if kept[SPEED].is_file():
        took = float(json.loads(kept[SPEED].read_text(encoding="utf-8")))
        yield f"{ANSWERS:,} answers of {WORDS} words, all looked at, on one core: {took:.0f} s.\n"


def _found(looked: Sequence[Looked], system: str, which: str) -> str:
    some = [each for each in looked if each.system == system]
    return f"{sum(getattr(each, which) > 0 for each in some)} of {len(some)}"


def _line(one: Looked) -> tuple[str, ...]:
    wide = _told(one.whole, one.wide, one.pure, one.part)
    return (
        one.theme, f"{one.answers:,}", *wide,
        f"{one.left} of {one.looked:,}", *_told(one.rank, one.size, one.precision, one.recall),
    )  # fmt: skip


def _told(rank: int, size: int, precision: float, recall: float) -> tuple[str, str, str, str]:
    return (str(rank), f"{size:,}", f"{precision:.2f}", f"{recall:.2f}") if rank else ("", "", "", "")
