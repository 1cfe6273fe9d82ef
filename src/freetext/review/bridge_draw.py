"""The bridge between two waves: which answers of the old wave are coded again, in what order, and how far that has come.

Every respondent has a permanent random number u for bridges, which tells nothing of the one that audits go by: so the bridge is a random
part of what people coded in the old wave, the audit's answers among them. Asked for more, it goes on where it ended.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from freetext.review.audit import Decided, Population, audit_order, gapless, realised
from freetext.survey.answers import BoolArray, FloatArray, IntArray

SALT = "bridge"


def bridge_salt(salt: str) -> str:
    """Return the salt of a survey's bridges: `audit.population` with it has the bridge's numbers."""
    return f"{salt}|{SALT}"


def frame_of(answers: Population, state: Decided, questions: Collection[str]) -> BoolArray:
    """Which answers can be drawn, bool (n,): not blank, and coded by people in the old wave, for whatever reason.

    Only these make pairs. `state` is what was decided before the bridge; where a machine alone coded the old wave, whoever wants its
    codes compared as they stand draws from `answers.asked` instead.
    """
    return answers.asked(questions) & state.coded


def drawn(answers: Population, frame: BoolArray, size: int) -> IntArray:
    """Return the places of the bridge in the order of u: whole respondents, until `size` answers are reached or all are in.

    A larger one begins with all of a smaller one.
    """
    order = audit_order(answers.draws)
    order = order[frame[order]]
    if not 0 < size < len(order):
        return order if size > 0 else order[:0]
    last = answers.draws[order[size - 1]]
    return order[: int(np.count_nonzero(answers.draws[order] <= last))]


@dataclass(frozen=True, slots=True, eq=False)
class Reached:
    """How far a bridge has come, (n,): which answers count as read again, and the probability with which each could have been.

    lost  how many were coded behind one that nobody has: they count once the gap is closed
    """

    read: BoolArray
    pi: FloatArray
    lost: int


def reached(answers: Population, frame: BoolArray, coded: BoolArray) -> Reached:
    """Say how far a bridge has come, question by question: up to the first answer, in the order of u, that nobody has coded again.

    `coded` are answers that the new coding has read, bool (n,). pi is the last u that was reached without a gap (see `audit.realised`); 1
    where all were; 0 for what cannot be drawn.
    """
    read, pi = np.zeros(len(answers), dtype=np.bool_), np.zeros(len(answers))
    order = audit_order(answers.draws)
    order = order[frame[order]]
    for number in range(len(answers.questions)):
        inside = frame & (answers.question == number)
        places = order[inside[order]]
        read[places[: gapless(coded[places])]] = True
        pi[inside] = realised(answers.draws, coded, inside)
    return Reached(read, pi, int(np.count_nonzero(coded & frame & ~read)))
