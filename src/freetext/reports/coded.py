"""Who decided the codes of the open questions, in numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

import numpy as np

from freetext.reports.surveyed import ByModel, Surveyed
from freetext.survey.answers import BoolArray
from freetext.survey.codings import Source
from freetext.survey.responses import Responses

HALF = 0.5
"""What people say of a theme that they differ on."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Answers to open questions, by who decided on them; an answer is in one of people, machine, rules and unknown.

    answers   that hold something
    people    of which people decided every code, or read them and differ on a theme
    machine   of which a model decided at least one code, and nobody read them
    rules     of which rules decided at least one code, and neither a model nor people any
    unknown   of which nobody knows who decided
    audited   that people coded in a random audit; `known` the others of `people`, coded for other reasons
    """

    answers: int = 0
    people: int = 0
    machine: int = 0
    rules: int = 0
    unknown: int = 0
    audited: int = 0
    known: int = 0
    disputed: int = 0
    """On which coders differ."""


def decided_on(questions: Iterable[Responses]) -> Decided:
    """Add up who decided on the answers of these open questions."""
    found = [_decided(each) for each in questions]
    return Decided(*(sum(getattr(each, field.name) for each in found) for field in fields(Decided)))


def _decided(responses: Responses) -> Decided:
    answered = responses.answered
    source = responses.source[answered]
    audit = responses.audit
    read = (audit.known | audit.audited)[answered] if audit else np.zeros(len(source), dtype=np.bool_)
    people = np.isin(source, (Source.HUMAN, Source.CLOSED)).all(axis=1) | read
    machine = (source == Source.MODEL).any(axis=1) & ~people
    rules = (source == Source.RULE).any(axis=1) & ~machine & ~people
    return Decided(
        answers=int(np.count_nonzero(answered)),
        people=_number(people),
        machine=_number(machine),
        rules=_number(rules),
        unknown=_number(~(people | machine | rules)),
        audited=_number(audit.audited & answered) if audit else 0,
        known=_number(people & ~audit.audited[answered]) if audit else _number(people),
        disputed=_number((audit.truth[answered] == HALF).any(axis=1)) if audit else 0,
    )


def stratified_by(questions: Iterable[Responses]) -> tuple[bool, bool]:
    """Whether an audit of any of these is stratified by scores of a model, and whether any is by the codes themselves, 0 and 1."""
    found = [each.audit.scores for each in questions if each.audit is not None and each.audit.audited.any()]
    told = [scores[~np.isnan(scores)] for scores in found if scores is not None]
    codes = [bool(np.isin(scores, (0.0, 1.0)).all()) for scores in told]
    return not all(codes), any(codes)


def models_in(surveyed: Surveyed) -> tuple[ByModel, ...]:
    """Return which model coded how many answers where that is worth telling: where several models or waves are."""
    found = surveyed.coding.by_model
    return found if len({(each.wave, each.model) for each in found}) > 1 else ()


def _number(which: BoolArray | np.bool_) -> int:
    return int(np.count_nonzero(which))
