"""Two questions put to the same respondents: who answered both, and how far their codes agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from freetext.survey.answers import BoolArray, IntArray
from freetext.survey.responses import Responses
from freetext.tallies.bootstrap import none_seen, percentiles, weights_drawn
from freetext.tallies.coefficients import coefficients

DRAWS = 1000

CORNERS = np.array([[[1], [1], [0], [0]], [[1], [0], [1], [0]]])
"""The four kinds of respondents as two coders' values (2, 4, 1): both, the first alone, the second alone, neither."""


@dataclass(frozen=True, slots=True)
class Cross:
    """A code of one question by a code of another, in those who answered both.

    both, first, second, neither  how many respondents
    kappa, low, high              Cohen's, with its 95 % interval from drawing respondents again; None where undefined
    positive                      agreement among those who gave either: 2 both / (2 both + first + second)
    """

    both: int
    first: int
    second: int
    neither: int
    kappa: float | None
    low: float | None
    high: float | None
    positive: float | None

    @property
    def fields(self) -> tuple[int, int, int, int]:
        """The four counts."""
        return (self.both, self.first, self.second, self.neither)

    @property
    def n(self) -> int:
        """How many answered both questions."""
        return sum(self.fields)


def same_people(first: BoolArray, second: BoolArray, people: Sequence[str] = ()) -> tuple[IntArray, IntArray]:
    """Find who is in both bases, bool (n,) each: their rows in the first and in the second.

    `people` names who stands behind each row; a person with several rows in a base is found at the first. Without it every row is a
    person.
    """
    one, other = np.flatnonzero(first), np.flatnonzero(second)
    names = np.array(people, dtype=object).astype(str) if people else np.arange(len(first))
    _, left, right = np.intersect1d(names[one], names[other], return_indices=True)
    return one[left], other[right]


def cross_of(first: BoolArray, second: BoolArray, *, seed: int = 0) -> Cross:
    """Cross two codes of the same respondents, bool (n,) each."""
    both, neither = int(np.count_nonzero(first & second)), int(np.count_nonzero(~first & ~second))
    ones, others = int(np.count_nonzero(first & ~second)), int(np.count_nonzero(~first & second))
    counts = np.array([both, ones, others, neither])
    found = coefficients(CORNERS, counts[None, :].astype(np.float64))
    kappa = _defined(float(found.kappa[0, 0]))
    low, high = _ends(counts, seed) if kappa is not None else (None, None)
    return Cross(both, ones, others, neither, kappa, low, high, _defined(float(found.positive[0, 0])))


def _ends(counts: IntArray, seed: int) -> tuple[float | None, float | None]:
    """The interval of kappa; where nobody differed, as low as the differences that so few respondents still allow."""
    if not counts[1] and not counts[2]:
        once = counts[None, :].astype(np.float64)
        doubted = coefficients(CORNERS, once, doubt=none_seen(float(counts.sum()))).kappa[0, 0]
        return (max(-1.0, float(doubted)), 1.0)
    drawn = [coefficients(CORNERS, weights).kappa[:, 0] for weights in weights_drawn(counts, DRAWS, seed)]
    return percentiles(np.concatenate(drawn)) or (None, None)


def _defined(value: float) -> float | None:
    return None if np.isnan(value) else value


def code_of(responses: Responses, slug: str) -> BoolArray:
    """Return who gave a code, or any code of a net, bool (n,)."""
    position = responses.codeframe.position
    below = [slug] if slug in position else [child.slug for child in responses.codeframe.children(slug)]
    return np.asarray(responses.given[:, [position[each] for each in below]].any(axis=1), dtype=np.bool_)
