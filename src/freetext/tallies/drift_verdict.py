"""From facts to a verdict in plain words, by rules of which the first that speaks decides.

few       fewer than 30 respondents with text in a wave: nothing is tested well; read them.
language  answers in other languages became at least 2 points more: translate them or code them by hand.
question  a machine tells the waves apart with an AUC of .80 or more: another question stood under this name, or other people answered.
retrain   the model lacks words or themes: a word that one answer in a hundred holds was hardly ever written before (a fifth as often at most), the new wave's running
          words are new to the survey by 2 points more than chance makes them, the AUC is .65 or more, answers without any theme are 3 points more, or those
          without a known word 2 points.
audit     anything else that matters: the model may go on, but what the last audit said of it need not hold here.
fits      nothing that matters. What differs and is small is still told.

A fact counts only where it is found: its p, corrected for all facts of the comparison by Benjamini and Hochberg, is at the level or below. So where nothing has
changed, the verdict is another than "fits" with the probability of the level at most, .05 unless told otherwise. The level is shared out by WEIGHTS, for a fact that
is the greatest of many is hardest to find. And it must matter: with 5,000 answers a side differences are found that change no table. MATTERS holds what is large enough.

How many answers to audit is planned as `freetext review` does (tallies.audited.audit_wanted): until the share of the theme that wants most lies within the target
on either side; of those that moved alone, where only themes moved. The machine's share stands for what the audit will find.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from freetext.tallies.audited import FEWEST, START, Audited, audit_wanted
from freetext.tallies.drift import Fact, Side, Verdict
from freetext.tallies.drift_facts import percent
from freetext.tallies.drift_relabel import adjusted

MATTERS: Mapping[str, float] = {
    "text": 0.05,
    "words": 0.01,
    "new words": 0.005,
    "length": 0.05,
    "blank": 0.05,
    "language": 0.02,
    "question": 0.10,
    "closed": 0.10,
    "themes": 0.03,
    "confidence": 0.05,
    "review": 0.05,
    "no theme": 0.03,
    "no known word": 0.02,
}
"""How large an effect must be: points and Cramér's V as they are, an AUC's distance from .5."""

WEIGHTS: Mapping[str, float] = {"themes": 4.0, "words": 2.0, "text": 2.0}
"""Shares of the level, of all other facts 1: what a wave is compared for. Chosen beforehand, for a weight that looked at p would be none."""

SMALLEST = 30
"""Respondents with text in a wave below which nothing is decided."""

ANOTHER, RETRAINED = 0.80, 0.65
"""AUC from which on the question is another, and from which on the model has to learn."""

LACKING: Mapping[str, float] = {"new words": 0.02, "no theme": 0.03, "no known word": 0.02}
"""Facts that say that the model lacks something, and how much more of it there must be."""

FRESH = 5
"""How many times as often a word must stand in new answers as in old ones to be hardly known before."""

HEADLINES: Mapping[str, str] = {
    "few": "Too few answers to compare: read them.",
    "language": "Another language?",
    "question": "Another question?",
    "retrain": "Retrain.",
    "fits": "The model fits this wave.",
}
WITHOUT: Mapping[str, str] = {**HEADLINES, "retrain": "New things are said.", "fits": "The waves are alike."}
"""The same where no model was asked."""

PEOPLE = "Other people answered than before: compare within columns, or weight, before you call a change of the total a change of mind."


@dataclass(frozen=True, slots=True)
class Planned:
    """What an audit of the new wave is planned by: half-width `target`, answers `done` already, the machine's share of each theme."""

    target: float = 0.05
    done: int = 0
    shares: Mapping[str, float] | None = None


def judged(facts: Sequence[Fact], level: float) -> tuple[Fact, ...]:
    """Correct the p of all facts for their number, and say which are found and which matter."""
    tested = [fact for fact in facts if fact.p is not None]
    p, weights = (np.array(each, dtype=np.float64) for each in ([fact.p for fact in tested], _weights(tested)))
    corrected = iter(adjusted(p, weights).tolist())
    return tuple(fact if fact.p is None else _judged(fact, next(corrected), level) for fact in facts)


def level_of(name: str, facts: Sequence[Fact], level: float) -> float:
    """Return the part of the level that a fact has to itself, where no other fact is found."""
    weights = _weights([fact for fact in facts if fact.p is not None])
    return level * WEIGHTS.get(name, 1.0) / max(sum(weights), 1.0)


def _weights(facts: Sequence[Fact]) -> list[float]:
    return [WEIGHTS.get(fact.name, 1.0) for fact in facts]


def _judged(fact: Fact, p: float, level: float) -> Fact:
    found = p <= level
    parts = fact.parts if found else tuple(replace(part, found=False) for part in fact.parts)
    large = found and size_of(fact) >= MATTERS[fact.name.split(":")[0]]
    return replace(fact, adjusted=p, found=found, matters=large, parts=parts)


def size_of(fact: Fact) -> float:
    """How large a fact's effect is, either way: an AUC by its distance from .5."""
    if fact.effect is None:
        return 0.0
    return abs(fact.effect - 0.5) if fact.measure == "AUC" else abs(fact.effect)


def verdict(
    facts: Sequence[Fact], old: Side, new: Side, *, with_model: bool = True, planned: Planned | None = None
) -> Verdict:
    """Decide by the rules of this module; `facts` are judged."""
    lines = HEADLINES if with_model else WITHOUT
    if min(old.respondents, new.respondents, old.with_text, new.with_text) < SMALLEST:
        told = f"{old.with_text:,} answers with text before, {new.with_text:,} now; at least {SMALLEST} on either side tell something."
        return Verdict("few", lines["few"], (told,), ("Read the answers, and code them by hand.",))
    by_name = {fact.name: fact for fact in facts if fact.matters}
    why = tuple(fact.said for fact in facts if fact.matters)
    others = (PEOPLE,) if any(fact.group == "people" for fact in by_name.values()) else ()
    if "language" in by_name and (by_name["language"].effect or 0) > 0:
        return Verdict("language", lines["language"], why, (*_languages(by_name["language"], new), *others))
    if "text" in by_name and (by_name["text"].effect or 0) >= ANOTHER:
        return Verdict("question", lines["question"], why, (*QUESTION, *others))
    if _lacks(by_name):
        more = wanted(facts, new, planned)
        return Verdict(
            "retrain", lines["retrain"], why, (*_retraining(by_name, more, with_model=with_model), *others), more
        )
    if any(fact.group != "people" for fact in by_name.values()):
        return _audit(facts, why, others, new, planned, with_model=with_model)
    small = tuple(fact.said for fact in facts if fact.found and not fact.matters)
    return Verdict("fits", lines["fits"], (*why, *small), (*_going_on(with_model=with_model), *others))


QUESTION = (
    "Look at the questionnaires: is this the same question, put to the same people?",
    "If it is another one, give it a name and a codeframe of its own, or label 100 of its answers and train again.",
)


def _languages(fact: Fact, new: Side) -> tuple[str, ...]:
    count = round((fact.new or 0) * new.with_text * new.answers / max(new.looked_at, 1))
    return (f"Translate about {count:,} answers beside the original, or code them by hand; then compare the others.",)


def fresh_words(by_name: Mapping[str, Fact]) -> tuple[str, ...]:
    """Return the words that moved and were hardly ever written before."""
    parts = by_name["words"].parts if "words" in by_name else ()
    fresh = [part for part in parts if part.found and part.new >= MATTERS["words"] and FRESH * part.old <= part.new]
    return tuple(part.name for part in fresh)


def _lacks(by_name: Mapping[str, Fact]) -> bool:
    if fresh_words(by_name):
        return True
    lacking = any(name in by_name and (by_name[name].effect or 0) >= least for name, least in LACKING.items())
    return lacking or ("text" in by_name and (by_name["text"].effect or 0) >= RETRAINED)


def _retraining(by_name: Mapping[str, Fact], more: int, *, with_model: bool) -> tuple[str, ...]:
    fresh = fresh_words(by_name)
    about = (
        f": answers with {', '.join(fresh[:5])} may be a theme that the codeframe lacks."
        if fresh
        else " for themes that the codeframe lacks."
    )
    themes = (f"Run `freetext discover` on the new file{about}",)
    asked = themes if fresh or {"no theme", "new words"} & set(by_name) else ()
    if not with_model:
        return (*asked, "Label some of the new answers and train with both waves.")
    audit = (f"Then audit {more:,} more answers of it.",) if more else ()
    return (*asked, "Review new answers that the queue asks for, and train again with both waves.", *audit)


def _audit(
    facts: Sequence[Fact],
    why: tuple[str, ...],
    others: tuple[str, ...],
    new: Side,
    planned: Planned | None,
    *,
    with_model: bool,
) -> Verdict:
    more = wanted(facts, new, planned)
    if not with_model:
        do = (f"If a model of the old wave codes this one, audit {more:,} answers before you compare.",)
        return Verdict("audit", "The waves differ.", why, (*do, *others), more)
    if not more:
        do = ("The audit of this wave is large enough: its corrected figures hold, whatever moved.",)
        return Verdict("audit", "The wave differs, and its audit covers that.", why, (*do, *others))
    do = (f"`freetext review` asks for {more:,} audit answers of the new wave; its tables are then corrected by them.",)
    return Verdict("audit", f"Audit {more:,} more.", why, (*do, *others), more)


def wanted(facts: Sequence[Fact], new: Side, planned: Planned | None) -> int:
    """Return how many answers of the new wave are to be audited beyond those that are."""
    plan = planned or Planned()
    matter = {fact.name for fact in facts if fact.matters}
    moved = [part.slug for fact in facts if fact.name == "themes" for part in fact.parts if part.found and fact.matters]
    shares = dict(plan.shares or {})
    asked = [shares[slug] for slug in moved if slug in shares] if matter == {"themes"} else [*shares.values()]
    size = round(new.with_text * new.answers / max(new.looked_at, 1))
    return max(max((_needed(share, size, plan.target) for share in asked or [START]), default=0) - plan.done, 0)


def _needed(share: float, size: int, target: float) -> int:
    """Plan as an audit does that has seen this share."""
    seen = min(FEWEST, size)
    return audit_wanted(Audited(size, 0, 0.0, seen, share * seen), target)


def _going_on(*, with_model: bool) -> tuple[str, ...]:
    return ("Code it and go on; the usual random audit says whether that was right.",) if with_model else ()


def told_apart_said(auc: float) -> str:
    """Say what an AUC of the two-sample test means; below .5 it is chance, of no use read backwards."""
    if auc <= 0.5:
        return "A machine that guesses each answer's wave from its words does no better than a coin."
    right = f"the right one in {percent(auc)} of pairs of an old and a new answer"
    return f"A machine that guesses each answer's wave from its words finds {right} (AUC {auc:.2f}; .5 is a coin)."
