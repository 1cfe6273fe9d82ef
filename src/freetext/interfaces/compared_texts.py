"""What two waves' answers say, before anybody codes: facts of their texts, and the words that tell them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from freetext.guard.languages_seen import NAMES, seen
from freetext.survey.answers import BoolArray
from freetext.tallies.drift import Fact, Part, Word
from freetext.tallies.drift_facts import AUC, POINTS, moves, percent, rank_fact, share_fact
from freetext.tallies.drift_relabel import Relabelled, tail
from freetext.tallies.drift_verdict import told_apart_said
from freetext.text.tokens import TokenBatch
from freetext.training.two_samples import directions, told_apart
from freetext.training.word_shifts import Written, shares_of, shifted, telling_words, unheard, words_in, written


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """The texts of both waves, one under the other, personal data hidden: as they stand, and as tokens; `base` says which are not blank."""

    texts: Sequence[str]
    batch: TokenBatch
    base: BoolArray


def text_facts(
    texts: Texts, waves: Relabelled, *, language: str, level: float, seed: int
) -> tuple[list[Fact], tuple[Word, ...]]:
    """Compare what was written; `language` is the expected one's code, empty where none can be told."""
    said = written(texts.batch, waves)
    lengths = words_in(texts.batch)
    apart = told_apart(directions(texts.batch, waves, seed), waves, seed)
    facts = [
        Fact("text", "text", "auc", AUC, None, None, float(apart[0]), tail(apart), told_apart_said(float(apart[0]))),
        words_fact(texts, said, waves, level),
        unheard_fact(said, waves),
        rank_fact("length", "text", "words", "Words of an answer", lengths, texts.base, waves),
    ]
    blank = share_fact("blank", "text", "Blank answers", ~texts.base, np.ones_like(texts.base), waves)
    facts += [blank] if not texts.base.all() else []
    if language:
        facts.append(language_fact(texts, language, waves))
    return facts, telling_words(texts.batch, said, waves, texts.base)


def words_fact(texts: Texts, said: Written, waves: Relabelled, level: float) -> Fact:
    """Compare how many people write each word: p is that of the word that moved most for its size."""
    p, each = shifted(said, waves)
    found = [word for word, corrected in each.items() if corrected <= level]
    shares = shares_of(texts.batch, found, waves.new, texts.base)
    parts = [Part(word, old, new, each[word], found=True) for word, (old, new) in zip(found, shares, strict=True)]
    parts.sort(key=lambda part: (-abs(part.change), part.name))
    what = f"Words: {moves(parts)}." if parts else "Words: none moved more than chance moves one."
    return Fact("words", "text", "share", POINTS, None, None, parts[0].change if parts else 0.0, p, what, tuple(parts))


def unheard_fact(said: Written, waves: Relabelled) -> Fact:
    """Compare how many of the new wave's running words the old one never says with what relabelled waves would have."""
    share, usual, p = unheard(said, waves)
    what = (
        f"{percent(share)} of the new wave's running words are new to the survey; {percent(usual)} were to be expected."
    )
    return Fact("new words", "text", "share", POINTS, usual, share, share - usual, p, what)


def language_fact(texts: Texts, language: str, waves: Relabelled) -> Fact:
    """Compare the share of answers that are plainly in another language than the expected one."""
    told = np.array([seen(text, language) for text in texts.texts])
    what = f"Answers in another language than {NAMES.get(language, language)}"
    fact = share_fact("language", "text", what, told != "", texts.base, waves)
    sides = [told[texts.base & side] for side in (~waves.new, waves.new)]
    names = sorted({*told.tolist()} - {""})
    parts = [Part(name, _share(sides[0] == name), _share(sides[1] == name)) for name in names]
    parts.sort(key=lambda part: -part.new)
    listed = ", ".join(f"{part.name} {percent(part.new)}" for part in parts[:3] if part.new)
    return replace(fact, said=f"{fact.said.removesuffix('.')} ({listed})." if listed else fact.said, parts=tuple(parts))


def _share(marks: BoolArray) -> float:
    return float(marks.mean()) if len(marks) else 0.0
