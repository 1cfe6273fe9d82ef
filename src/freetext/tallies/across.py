"""Several open questions of one codeframe as one: who named a theme in any of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from freetext.errors import NAME, InputError, names_listed, quoted
from freetext.survey.codings import Source
from freetext.survey.responses import Audit, Responses
from freetext.tallies.people import by_person


def across(responses: Sequence[Responses], name: str, title: str = "") -> Responses:
    """Count each respondent once over several questions, whose rows are the same `n` respondents.

    A respondent has a theme when any question gave it, and answered when they answered any. What a machine decided in any answer it
    decided. They are known where all of their answers are, and audited where the rest of them are (see `people.by_person`). Raises
    InputError for questions of different codeframes.
    """
    first = responses[0]
    for each in responses:
        if each.codeframe.digest != first.codeframe.digest:
            one, other = quoted(first.question, NAME), quoted(each.question, NAME)
            told = f"{one} and {other} have different codeframes; respondents are counted across questions of one."
            raise InputError(told)
        if len(each) != len(first):
            message = f"{len(first)} rows and {len(each)} rows are not those of the same respondents"
            raise ValueError(message)
    n, asked = len(first), [each.question for each in responses]
    audits = _audits(responses)
    notes = dict.fromkeys(note for each in responses for note in each.notes)
    rows = replace(
        first,
        question=name,
        title=title,
        kind="open" if any(each.kind == "open" for each in responses) else "multi",
        given=np.concatenate([each.given for each in responses]),
        source=np.concatenate([each.source for each in responses]),
        asked=np.concatenate([each.asked for each in responses]),
        answered=np.concatenate([each.answered for each in responses]),
        ranks=None,
        notes=(*notes, f"Each respondent counts once over {len(asked)} questions: {names_listed(asked)}."),
        audit=audits,
        told=all(each.told for each in responses),
    )
    return by_person(rows, np.tile(np.arange(n), len(responses)), n)


def _audits(responses: Sequence[Responses]) -> Audit | None:
    """Stack what is known of each question; none where nobody audited any."""
    if all(each.audit is None for each in responses):
        return None
    found = [_unaudited(each) if each.audit is None else each.audit for each in responses]
    scores = [each.scores for each in found if each.scores is not None]
    return Audit(
        np.concatenate([each.known for each in found]),
        np.concatenate([each.audited for each in found]),
        np.concatenate([each.pi for each in found]),
        np.concatenate([each.truth for each in found]),
        np.concatenate(scores) if len(scores) == len(found) else None,
    )


def _unaudited(responses: Responses) -> Audit:
    """What is known of a question without an audit: answers of which people or respondents decided every code."""
    n = len(responses)
    known = np.asarray((responses.source >= Source.HUMAN).all(axis=1), dtype=np.bool_) | ~responses.answered
    truth = np.where(known[:, None], responses.given.astype(np.float64), np.nan)
    return Audit(
        known, np.zeros(n, dtype=np.bool_), np.where(known, 1.0, 0.0), truth, responses.given.astype(np.float64)
    )
