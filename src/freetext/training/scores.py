"""How well answers were coded by models that had not seen them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import BoolArray, FloatArray
from freetext.tallies.paired import counted, draws_of, groups_of, interval
from freetext.training.dataset import DISPUTED, PRESENT

DRAWS = 1000

Interval = tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Scores:
    """Precision, recall and F1 per theme (None where undefined), and micro and macro F1 over all, with 95 % intervals."""

    precision: tuple[float | None, ...]
    recall: tuple[float | None, ...]
    f1: tuple[float | None, ...]
    micro: float | None
    macro: float | None
    micro_interval: Interval = None
    macro_interval: Interval = None

    def as_json(self, slugs: Sequence[str]) -> dict[str, Any]:
        """Return the scores as JSON values, rounded to four places."""
        return {
            "micro_f1": rounded(self.micro),
            "micro_interval": _both(self.micro_interval),
            "macro_f1": rounded(self.macro),
            "macro_interval": _both(self.macro_interval),
            "themes": {
                slug: {"precision": rounded(p), "recall": rounded(r), "f1": rounded(f)}
                for slug, p, r, f in zip(slugs, self.precision, self.recall, self.f1, strict=True)
            },
        }


def no_scores(themes: int) -> Scores:
    """Return scores that say nothing, for a training set in which nobody can be held out."""
    return Scores((None,) * themes, (None,) * themes, (None,) * themes, None, None)


def scores_of(given: NDArray[np.int8], coded: BoolArray, respondents: Sequence[str], seed: int = 0) -> Scores:
    """Score codes against what is `given`, both (answers, themes), disputed decisions left out.

    Intervals come from a bootstrap over the respondents (answers,).
    """
    groups = groups_of(respondents)
    counts = counted(given == PRESENT, given != DISPUTED, coded, groups).drawn(draws_of(groups, seed, DRAWS))
    both, true, said = counts.both[0], counts.true[0], counts.said[0]
    micro, macro = counts.micro, counts.macro
    return Scores(
        _ratios(both, said),
        _ratios(both, true),
        _ratios(2 * both, true + said),
        _known(micro[0]),
        _known(macro[0]),
        interval(micro),
        interval(macro),
    )


def _ratios(top: FloatArray, bottom: FloatArray) -> tuple[float | None, ...]:
    return tuple(t / b if b else None for t, b in zip(top.tolist(), bottom.tolist(), strict=True))


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def rounded(value: float | None) -> float | None:
    """Round to the four places that a model's facts keep: another machine's rounding shows later."""
    return None if value is None else round(value, 4)


def _both(pair: Interval) -> list[float] | None:
    return None if pair is None else [round(each, 4) for each in pair]
