"""Groups of like answers, looked for among those of a file that no theme claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from freetext.guard.languages_seen import commonest
from freetext.interfaces.claims import Claims
from freetext.interfaces.searched import Searched, as_known
from freetext.review.groups import Group, Groups
from freetext.review.telling import as_written
from freetext.survey.labels import Key
from freetext.survey.proposed import Discovered, Proposed
from freetext.text.languages import ANY, spelled

if TYPE_CHECKING:
    from freetext.model.bundle import Model
    from freetext.text.vectors import Vectors

SAMPLE = 2_000
"""Answers at most whose language, and whose way to write a word, is looked at."""


@dataclass(frozen=True)
class Discovery:
    """What was found in a file, and who said which answers are claimed."""

    searched: Searched
    found: Discovered
    claims: Claims
    lang: str = "en"


def find_groups(
    searched: Searched,
    claims: Claims,
    *,
    model: Model | None = None,
    everything: bool = False,
    groups: int = 10,
    seed: int = 0,
    lang: str = "",
    vectors: Vectors | None = None,
) -> Discovery:
    """Look for groups among the answers that no theme claims, or with `everything` among all."""
    from freetext.training.discovering import discover  # noqa: PLC0415  (wakes scikit-learn)

    frame = searched.frame
    read_in = lang or (frame.lang if frame else language_of(searched.texts))
    found = discover(
        searched.texts,
        claimed=claims.claimed,
        nothing=claims.nothing,
        everything=everything,
        questions=as_known(searched, model).questions if model else searched.questions,
        model=model,
        codeframe=frame,
        groups=groups,
        seed=seed,
        lang=read_in,
        glossary=frame.glossary if frame else (),
        vectors=vectors,
        hidden=frame.redact if frame else True,
    )
    proposed = tuple(_as_written(each, searched.texts, read_in) for each in found.proposed)
    return Discovery(searched, replace(found, proposed=proposed), claims, read_in)


def _as_written(proposed: Proposed, texts: Sequence[str], lang: str) -> Proposed:
    """A group whose words, and the name made of them, stand as its answers write them, not as spellings are compared."""
    said = (texts[place] for place in proposed.places[:SAMPLE])
    words = as_written(proposed.words, said, lambda word: spelled(word, lang))
    forms = dict(zip(proposed.words, words, strict=True))
    name = ", ".join(forms.get(word, word) for word in proposed.name.split(", "))
    return replace(proposed, words=words, name=name)


def language_of(texts: Sequence[str]) -> str:
    """The code of the language that most answers are in: of an alphabet that is not known the one of no language, and English where nothing tells."""
    step = -(-len(texts) // SAMPLE) or 1
    return commonest(texts[::step], foreign=ANY) or "en"


def groups_of(discovery: Discovery) -> Groups:
    """What is kept of a discovery: ids and words, no text."""
    found, keys = discovery.found, discovery.searched.keys
    claimed = discovery.claims.claimed
    members = sorted({place for each in found.proposed for place in each.places})
    return Groups(
        discovery.searched.digest,
        tuple(_group(each, keys) for each in found.proposed),
        found.answers,
        found.looked_at,
        found.unclaimed,
        found.few,
        found.said,
        tuple(keys[place] for place in members if claimed[place]),
        discovery.lang,
        tuple((keys[place], discovery.searched.hashed(place)) for place in members),
    )


def _group(proposed: Proposed, keys: Sequence[Key]) -> Group:
    return Group(
        proposed.number,
        proposed.name,
        proposed.words,
        tuple(keys[place] for place in dict.fromkeys((*proposed.central, *proposed.places))),
        proposed.share,
        proposed.low,
        proposed.high,
        proposed.near,
        proposed.after,
        tuple(tuple(keys[place] for place in part) for part in proposed.parts),
        len(proposed.also),
    )
