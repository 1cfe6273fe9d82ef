"""Groups of like answers among those that no theme claims: what might become a theme, with its words and what it would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from freetext.model.bundle import Model
from freetext.survey.answers import BoolArray, IntArray, is_blank
from freetext.survey.codeframe import Codeframe
from freetext.survey.proposed import Discovered
from freetext.text.vectors import Vectors
from freetext.training.near_themes import near_by_definition, near_by_model
from freetext.training.points import counted, read
from freetext.training.proposing import Telling, proposals
from freetext.training.side_by_side import side_by_side
from freetext.training.sought import sought

FEW = 60
"""Answers below which nothing is grouped by its words: a group of four would be most of what anybody said."""


@dataclass(frozen=True, slots=True, eq=False)
class _Looked:
    """The answers with text, in an order that does not depend on theirs.

    rows     (answers,): where each stands among the texts that were given
    places   those that are grouped, as places in `rows`
    others   those that a group may reach for, as places in `rows`
    claimed  bool (answers,)
    """

    rows: IntArray
    places: IntArray
    others: IntArray
    claimed: BoolArray

    @classmethod
    def at(
        cls, texts: Sequence[str], asked: Sequence[str], claimed: BoolArray, nothing: BoolArray, *, everything: bool
    ) -> _Looked:
        some = [row for row, text in enumerate(texts) if not is_blank(text)]
        some.sort(key=lambda row: (texts[row], asked[row], bool(claimed[row])))
        rows = np.array(some, dtype=np.int64)
        here = claimed[rows]
        if everything:
            return cls(rows, np.arange(len(rows)), np.zeros(0, dtype=np.int64), here)
        return cls(rows, np.flatnonzero(~here), np.flatnonzero(here & ~nothing[rows]), here)


def discover(
    texts: Sequence[str],
    *,
    claimed: BoolArray | None = None,
    nothing: BoolArray | None = None,
    everything: bool = False,
    questions: Sequence[str] | str = "",
    model: Model | None = None,
    codeframe: Codeframe | None = None,
    groups: int = 10,
    seed: int = 0,
    lang: str = "en",
    glossary: Sequence[tuple[str, str]] = (),
    vectors: Vectors | None = None,
    hidden: bool = True,
) -> Discovered:
    """Propose at most so many groups of like answers among those that no theme claims, or among all with `everything`.

    `claimed` is bool (texts,); without it nothing is. Of the claimed answers a group reaches for none that says `nothing`, bool (texts,). All answers teach what words are like; only those that are looked at are
    grouped, and each may stand in several groups. `model`, or the definitions of a `codeframe` where there is none, says which
    themes nearly claim a group. `hidden` keeps personal data from being read. The same texts in any order and the same seed give the
    same groups. Under 60 answers are not grouped: texts that say nearly the same are put side by side, and the rest is to be read.
    """
    asked = [questions] * len(texts) if isinstance(questions, str) else list(questions)
    given, empty = _marks(claimed, len(texts)), _marks(nothing, len(texts))
    if {len(given), len(empty), len(asked)} != {len(texts)}:
        counts = (
            f"{len(texts)} texts, {len(given)} claims, {len(empty)} marks of nothing said and {len(asked)} questions"
        )
        message = f"{counts} differ in number"
        raise ValueError(message)
    looked = _Looked.at(texts, asked, given, empty, everything=everything)
    with threadpool_limits(1):
        batch = read([texts[row] for row in looked.rows.tolist()], lang, glossary, hidden=hidden)
        telling = Telling(texts, looked.rows, looked.claimed, batch, counted(batch))
        if len(looked.places) < FEW:
            return _few(looked, telling, groups)
        found = sought(batch, telling.counts, looked.places, looked.others, groups=groups, seed=seed, vectors=vectors)
        some = looked.rows[found.compared].tolist()
        near = _near(model, codeframe, [texts[row] for row in some], [asked[row] for row in some])
        frame = model.codeframe if model else codeframe
        proposed = proposals(telling, found, near, frame.slugs if frame else ())
    held = np.zeros(len(looked.rows), dtype=np.bool_)
    held[[place for members in found.members for place in members.tolist()]] = True
    said = _counted(looked, f"{_groups(len(proposed))} {int(held.sum()):,} of them")
    return Discovered(proposed, len(looked.rows), len(looked.places), _unclaimed(looked), said=said)


def _marks(given: BoolArray | None, count: int) -> BoolArray:
    return np.zeros(count, dtype=np.bool_) if given is None else np.asarray(given, dtype=np.bool_)


def _near(
    model: Model | None, codeframe: Codeframe | None, texts: Sequence[str], questions: Sequence[str]
) -> BoolArray | None:
    if model is not None:
        return near_by_model(model, texts, questions)
    return near_by_definition(codeframe, texts) if codeframe is not None else None


def _few(looked: _Looked, telling: Telling, groups: int) -> Discovered:
    """Put very like texts side by side, and say that the rest is to be read."""
    some = looked.places
    proposed = telling.few([some[places] for places in side_by_side(telling.taken(some))][:groups])
    said = _counted(looked, "too few to group by their words: read them" if len(some) else "nothing is left to look at")
    return Discovered(proposed, len(looked.rows), len(some), _unclaimed(looked), few=True, said=said)


def _groups(number: int) -> str:
    return "1 group holds" if number == 1 else f"{number} groups hold"


def _counted(looked: _Looked, what: str) -> str:
    among = (
        f"no theme claims {len(looked.places):,} of {len(looked.rows):,} answer{'' if len(looked.rows) == 1 else 's'}"
    )
    if len(looked.places) == len(looked.rows):
        among = f"{len(looked.rows):,} answer{'' if len(looked.rows) == 1 else 's'}"
    return f"{among}: {what}."


def _unclaimed(looked: _Looked) -> float:
    return float((~looked.claimed).mean()) if len(looked.claimed) else 0.0
