"""Two waves of one survey side by side: what is new before anybody codes, and what the model made of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from freetext.errors import UsageError
from freetext.guard.languages_seen import code_of, commonest
from freetext.interfaces.compared_files import MOST
from freetext.interfaces.compared_texts import Texts, text_facts
from freetext.model.bundle import Model
from freetext.model.coder import Coder
from freetext.model.features import word_places
from freetext.model.reasons import NO_WORD
from freetext.survey.answers import Answers, BoolArray, IntArray, answers_of, together
from freetext.survey.codings import Codings
from freetext.survey.samples import drawn, highest
from freetext.tallies.drift import Drift, Fact, Side
from freetext.tallies.drift_codes import Coded, code_facts, coded, enough_coded, least_seen
from freetext.tallies.drift_facts import options_fact, percent
from freetext.tallies.drift_relabel import Relabelled, relabelled
from freetext.tallies.drift_verdict import Planned, judged, level_of, verdict
from freetext.text.languages import ANY
from freetext.text.masking import masked
from freetext.text.tokens import Tokenizer
from freetext.training.unseen import taken
from freetext.training.word_shifts import known_share

ROUNDS = 1_999
"""Relabellings: the smallest p is 1 in 2,000, enough for 100 facts at a level of .05."""

Columns = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, eq=False)
class _Wave:
    """One wave: all its answers, the places of those that are looked at, and what stands beside them."""

    whole: Answers
    places: IntArray
    closed: Columns
    codings: Codings | None
    learnt: BoolArray

    @property
    def answers(self) -> Answers:
        return self.whole.take(self.places)


def drift_between(
    old: Answers | Sequence[str],
    new: Answers | Sequence[str],
    *,
    model: Model | None = None,
    codings_old: Codings | None = None,
    codings_new: Codings | None = None,
    learnt_old: BoolArray | None = None,
    learnt_new: BoolArray | None = None,
    closed_old: Columns | None = None,
    closed_new: Columns | None = None,
    lang: str = "",
    glossary: Sequence[tuple[str, str]] = (),
    audited: int = 0,
    target: float = 0.05,
    level: float = 0.05,
    seed: int = 0,
    most: int = MOST,
    rounds: int = ROUNDS,
) -> Drift:
    """Compare two waves of answers, (n,) before and (m,) now, and say what to do.

    With a `model`, or with codings of both waves (all rows, in order), what the model made of them is compared too; `learnt_old` and
    `learnt_new`, bool (n,) and (m,), say which answers the model has learnt from: it is surer of those than of any other, so that they are left out there, as are answers
    that people decided. Where a queue has picked those, the rest is the easier part; `freetext.training.unseen.unseen_codings` codes both waves alike instead. Closed columns have a cell an answer; those that both waves have are compared. `lang` and `glossary` are the model's unless told. `audited`
    answers of the new wave are in its random audit already, `target` is the half-width that it is to reach. Texts are read with personal data hidden.

    Of more than `most` answers a wave, a sample of respondents is looked at, drawn by the `seed`. The order of rows does not matter. Somebody in both
    waves counts as two people, which makes the test of what they changed a careful one. Raises UsageError where the arguments do not
    fit, or a wave has no answer with text.
    """
    if (codings_old is None) != (codings_new is None):
        raise UsageError("codings of one wave alone compare nothing: give those of both, or of none.")
    before = _wave(old, closed_old, codings_old, learnt_old, seed, most)
    now = _wave(new, closed_new, codings_new, learnt_new, seed, most)
    with threadpool_limits(1):  # threads that wait for each other beside a busy session take many times as long
        return _compared(before, now, model, (lang, tuple(glossary)), Planned(target, audited), level, seed, rounds)


def _compared(
    before: _Wave,
    now: _Wave,
    model: Model | None,
    tongue: tuple[str, Sequence[tuple[str, str]]],
    plan: Planned,
    level: float,
    seed: int,
    rounds: int,
) -> Drift:
    answers = together((before.answers, now.answers))
    is_new = np.arange(len(answers)) >= len(before.places)
    waves = _relabelled(answers, is_new, rounds, seed)
    texts, language = _texts(answers, before, model, *tongue)
    sides = (_side(before, texts.base[~is_new]), _side(now, texts.base[is_new]))
    facts, words = text_facts(texts, waves, language=language, level=level, seed=seed)
    facts += _known_words(model, texts, is_new)
    facts += _closed_facts(answers, before, now, waves, level)
    codes = _codes(before, now, model)
    facts += code_facts(codes, waves, level) if codes and enough_coded(codes, is_new) else []
    settled, themes = judged(facts, level), level_of("themes", facts, level)
    planned = replace(plan, shares=_shares(codes, is_new))
    found = verdict(settled, *sides, with_model=model is not None or codes is not None, planned=planned)
    return Drift(*sides, settled, words, found, level, rounds, _said(before, now, codes, is_new, themes))


def _wave(
    answers: Answers | Sequence[str],
    closed: Columns | None,
    codings: Codings | None,
    learnt: BoolArray | None,
    seed: int,
    most: int,
) -> _Wave:
    """Take a wave, refuse what does not fit it, and choose what is looked at, in an order that no file has a say in."""
    whole = answers if isinstance(answers, Answers) else answers_of(answers)
    if whole.blank.all():
        raise UsageError("a wave without a single answer with text cannot be compared.")
    marks = np.zeros(len(whole), dtype=np.bool_) if learnt is None else np.asarray(learnt, dtype=np.bool_)
    sizes = {len(marks), *([] if codings is None else [len(codings)]), *map(len, (closed or {}).values())}
    if sizes != {len(whole)}:
        other = next(size for size in sorted(sizes) if size != len(whole))
        raise UsageError(f"{other:,} codings, marks or cells for {len(whole):,} answers.")
    numbers = drawn(whole.respondents, seed)
    edge = highest(numbers, np.ones(len(whole), dtype=np.bool_), most)
    kept = np.flatnonzero(numbers <= edge) if len(whole) > most else np.arange(len(whole))
    names = list(zip(whole.respondents, whole.questions, whole.ids, whole.texts, strict=True))
    places = np.array(sorted(kept.tolist(), key=names.__getitem__), dtype=np.int64)
    return _Wave(whole, places, closed or {}, codings, marks)


def _relabelled(answers: Answers, is_new: BoolArray, rounds: int, seed: int) -> Relabelled:
    people = list(zip(is_new.tolist(), answers.respondents, strict=True))
    place = {person: number for number, person in enumerate(sorted(set(people)))}
    unit = np.fromiter((place[person] for person in people), dtype=np.int64, count=len(people))
    return relabelled(unit, np.array([new for new, _ in place], dtype=np.bool_), rounds, seed)


def _texts(
    answers: Answers, before: _Wave, model: Model | None, lang: str, glossary: Sequence[tuple[str, str]]
) -> tuple[Texts, str]:
    """Read the texts, personal data hidden; return also the code of the language that is expected."""
    frame = model.codeframe if model else None
    shown = masked(answers.texts)
    hidden = shown.to_pylist()
    language = code_of(lang or (frame.lang if frame else "")) or commonest(hidden[: len(before.places)])
    tokenizer = Tokenizer(
        lang or (frame.lang if frame else language or ANY),
        glossary or (frame.glossary if frame else ()),
        spelling=model.spelling if model else None,
    )
    return Texts(hidden, tokenizer(shown), ~answers.blank), language


def _side(wave: _Wave, base: BoolArray) -> Side:
    people = {name for name, said in zip(wave.answers.respondents, base.tolist(), strict=True) if said}
    return Side(len(wave.whole), len(wave.places), int(base.sum()), len(people))


def _known_words(model: Model | None, texts: Texts, is_new: BoolArray) -> list[Fact]:
    """Tell, without a test, how many running words the model knows: of answers that it learnt from it knows more for that alone."""
    if model is None:
        return []
    known = word_places(model.folded.vocabulary, texts.batch.lexicon) >= 0
    old, new = (known_share(texts.batch, known, texts.base & side) for side in (~is_new, is_new))
    said = f"The model knows {percent(old)} of the running words of before, {percent(new)} of those of now."
    return [Fact("known words", "text", "share", "points", old, new, new - old, None, said)]


def _closed_facts(answers: Answers, before: _Wave, now: _Wave, waves: Relabelled, level: float) -> list[Fact]:
    asked = ("question", "Questions", answers.questions)
    columns = [asked] if len(set(answers.questions)) > 1 else []
    for name in before.closed:
        if name in now.closed:
            cells = tuple(wave.closed[name][place] for wave in (before, now) for place in wave.places.tolist())
            columns.append((f"closed: {name}", name, cells))
    return [
        options_fact(name, "people", what, cells, waves, level) for name, what, cells in columns if len(set(cells)) > 1
    ]


def _codes(before: _Wave, now: _Wave, model: Model | None) -> Coded | None:
    """Return the codes of what is looked at; the model makes them where nobody has."""
    if before.codings is None and model is None:
        return None
    coder = Coder(model) if model and before.codings is None else None
    sides = [coder.code(wave.answers) if coder else _coded(wave) for wave in (before, now)]
    left_out = np.concatenate([wave.learnt[wave.places] for wave in (before, now)])
    no_word = np.array([why == NO_WORD for side in sides for why in side.why], dtype=np.bool_)
    return coded(sides[0], sides[1], left_out, no_word)


def _coded(wave: _Wave) -> Codings:
    assert wave.codings is not None, "both waves are coded, or none"
    return taken(wave.codings, wave.places)


def _shares(codes: Coded | None, is_new: BoolArray) -> dict[str, float] | None:
    """Return the machine's share of each theme in the new wave."""
    here = codes.base & is_new if codes else is_new
    if codes is None or not here.any():
        return None
    return dict(zip(codes.slugs, codes.chosen[here].mean(axis=0).tolist(), strict=True))


def _said(before: _Wave, now: _Wave, codes: Coded | None, is_new: BoolArray, themes: float) -> tuple[str, ...]:
    said = [
        f"Of the {when} {len(wave.whole):,} answers {len(wave.places):,} were looked at: a random sample of respondents."
        for when, wave in (("old", before), ("new", now))
        if len(wave.places) < len(wave.whole)
    ]
    apart = [name for one, two in ((before, now), (now, before)) for name in one.closed if name not in two.closed]
    said += [f"In one wave only, and not compared: {', '.join(apart)}."] if apart else []
    return (*said, *(_said_of_codes(codes, is_new, themes) if codes else ()))


def _said_of_codes(codes: Coded, is_new: BoolArray, themes: float) -> tuple[str, ...]:
    old, new = (int((codes.base & side).sum()) for side in (~is_new, is_new))
    if not enough_coded(codes, is_new):
        without = "coded by a machine that has not learnt from them"
        return (f"Codes are not compared: {old:,} old and {new:,} new answers are {without}.",)
    grown = percent(least_seen(codes, is_new, themes))
    return (
        f"Codes are compared on {old:,} old and {new:,} new answers: by code, not corrected.",
        f"With these numbers a theme of 5 % by code is found, four times in five, when it grows to about {grown}; less may go unseen.",
    )
