"""How well the training answers were coded by models that had not seen them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from freetext.model.cutoffs import Cutoff, apply_cutoffs
from freetext.survey.answers import FloatArray
from freetext.training.dataset import DISPUTED, PRESENT


@dataclass(frozen=True, slots=True)
class Scores:
    """Out-of-fold precision, recall and F1 per theme (None where undefined), and micro and macro F1 over all."""

    precision: tuple[float | None, ...]
    recall: tuple[float | None, ...]
    f1: tuple[float | None, ...]
    micro: float | None
    macro: float | None

    def as_json(self, slugs: Sequence[str]) -> dict[str, Any]:
        """Return the scores as JSON values, rounded to four places."""
        return {
            "micro_f1": _rounded(self.micro),
            "macro_f1": _rounded(self.macro),
            "themes": {
                slug: {"precision": _rounded(p), "recall": _rounded(r), "f1": _rounded(f)}
                for slug, p, r, f in zip(slugs, self.precision, self.recall, self.f1, strict=True)
            },
        }


def no_scores(themes: int) -> Scores:
    """Return scores that say nothing, for a training set in which nobody can be held out."""
    return Scores((None,) * themes, (None,) * themes, (None,) * themes, None, None)


def scores_of(given: NDArray[np.int8], margins: FloatArray, cutoffs: tuple[Cutoff, ...]) -> Scores:
    """Score out-of-fold codes against the labels, disputed ones left out."""
    clear = given != DISPUTED
    truth = (given == PRESENT) & clear
    coded = apply_cutoffs(margins.astype(np.float32), cutoffs) & clear
    both, true, said = (truth & coded).sum(axis=0), truth.sum(axis=0), coded.sum(axis=0)
    f1 = _ratios(2 * both, true + said)
    held = [each for each, count in zip(f1, true.tolist(), strict=True) if count and each is not None]
    return Scores(
        _ratios(both, said),
        _ratios(both, true),
        f1,
        _ratios(np.array([2 * both.sum()]), np.array([true.sum() + said.sum()]))[0],
        float(np.mean(held)) if held else None,
    )


def _ratios(top: NDArray[np.int64], bottom: NDArray[np.int64]) -> tuple[float | None, ...]:
    return tuple(int(t) / int(b) if b else None for t, b in zip(top.tolist(), bottom.tolist(), strict=True))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
