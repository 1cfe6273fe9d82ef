"""People overrule rules, and both the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from freetext.errors import UnknownTheme, names_listed, quoted
from freetext.survey.answers import Answers
from freetext.survey.codeframe import Codeframe
from freetext.survey.codings import Codings, Source
from freetext.survey.labels import Key, Settled


def place_of(slug: str, codeframe: Codeframe) -> int:
    """Return the place of a label's theme; raises UnknownTheme, also for a net: a net is counted, never coded."""
    place = codeframe.position.get(codeframe.find(slug).slug)
    if place is None:
        below = names_listed([theme.slug for theme in codeframe.children(codeframe.find(slug).slug)])
        told = f"{quoted(slug)} is a net, which is counted and never coded: label with the themes below it ({below})."
        raise UnknownTheme(slug, codeframe.slugs, remedy=told)
    return place


def overrule(codings: Codings, answers: Answers, settled: Mapping[Key, Settled]) -> Codings:
    """Return the codings with the decisions of people, or of a rule where nobody decided, in place of the model's.

    A theme in dispute keeps the model's decision, and the answer asks for a person. The model's evidence goes: it speaks for codes
    that may not stand any more. Slugs that the codeframe does not have
    raise UnknownTheme.
    """
    frame = codings.codeframe
    chosen, source, why = codings.chosen.copy(), codings.source.copy(), list(codings.why)
    evidence = list(codings.evidence) if codings.evidence is not None else None
    for row, key in enumerate(zip(answers.ids, answers.questions, strict=True)):
        decision = settled.get(key)
        if decision is None or codings.blank[row]:
            continue
        disputed = [place_of(slug, frame) for slug in decision.disputed]
        agreed = [place_of(slug, frame) for slug in decision.themes]
        kept = chosen[row, disputed].copy()
        chosen[row], source[row] = False, Source.RULE if decision.by_rule else Source.HUMAN
        chosen[row, agreed] = True
        chosen[row, disputed], source[row, disputed] = kept, codings.source[row, disputed]
        named = ", ".join(frame.codes[place] for place in disputed)
        why[row] = f"coders differ: {named}" if disputed else ""
        if evidence is not None:
            evidence[row] = ""
    shown = tuple(evidence) if evidence is not None else None
    return replace(codings, chosen=chosen, source=source, why=tuple(why), evidence=shown)
