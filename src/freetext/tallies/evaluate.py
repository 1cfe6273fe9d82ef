"""Codes against the truth: how right a coding is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import Codeframe


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """One theme: how many answers have it in truth (`n`) and in the coding (`predicted`), and in both (`right`).

    Precision, recall, F1 and Cohen's kappa are None where they are undefined.
    """

    theme: str
    name: str
    n: int
    predicted: int
    right: int
    precision: float | None
    recall: float | None
    f1: float | None
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A coding compared with the truth on `answers` answers; `blank` more were left out.

    Micro pools the decisions of all themes; macro F1 is the mean over themes that the truth has; samples F1 is the mean
    over answers, two empty sets counting 1. None where undefined.
    """

    answers: int
    blank: int
    themes: tuple[ThemeScore, ...]
    micro_precision: float | None
    micro_recall: float | None
    micro_f1: float | None
    macro_f1: float | None
    samples_f1: float | None


def evaluate(
    codeframe: Codeframe, chosen: BoolArray, truth: BoolArray, *, blank: BoolArray | None = None
) -> Evaluation:
    """Compare a coding with the truth, both bool (n, k) in the codeframe's order; blank answers (n,) are left out."""
    shape = (len(chosen), len(codeframe))
    if chosen.shape != shape or truth.shape != shape:
        message = f"codings of {chosen.shape} and {truth.shape} do not fit {len(codeframe)} themes"
        raise ValueError(message)
    kept = np.ones(len(chosen), dtype=np.bool_) if blank is None else ~blank
    ours, theirs = chosen[kept], truth[kept]
    right, predicted, n = (np.count_nonzero(each, axis=0) for each in (ours & theirs, ours, theirs))
    themes = tuple(
        _theme(theme.slug, theme.name, (int(n[j]), int(predicted[j]), int(right[j])), len(ours))
        for j, theme in enumerate(codeframe.themes)
    )
    return Evaluation(
        len(ours),
        len(chosen) - len(ours),
        themes,
        _ratio(right.sum(), predicted.sum()),
        _ratio(right.sum(), n.sum()),
        _ratio(2 * right.sum(), predicted.sum() + n.sum()),
        _mean([theme.f1 for theme in themes if theme.n and theme.f1 is not None]),
        _samples(ours, theirs),
    )


def _theme(slug: str, name: str, counts: tuple[int, int, int], answers: int) -> ThemeScore:
    n, predicted, right = counts
    return ThemeScore(
        slug,
        name,
        n,
        predicted,
        right,
        _ratio(right, predicted),
        _ratio(right, n),
        _ratio(2 * right, predicted + n),
        _kappa(n, predicted, right, answers),
    )


def _kappa(n: int, predicted: int, right: int, answers: int) -> float | None:
    """Cohen's kappa of two yes-no codings; None where both are all yes or all no."""
    agreed = answers - n - predicted + 2 * right
    expected = n * predicted + (answers - n) * (answers - predicted)
    return _ratio(agreed * answers - expected, answers * answers - expected)


def _samples(ours: BoolArray, theirs: BoolArray) -> float | None:
    if not len(ours):
        return None
    both = 2 * np.count_nonzero(ours & theirs, axis=1)
    size = np.count_nonzero(ours, axis=1) + np.count_nonzero(theirs, axis=1)
    return float(np.where(size == 0, 1.0, both / np.maximum(size, 1)).mean())


def _ratio(part: int | np.int64, whole: int | np.int64) -> float | None:
    return float(part / whole) if whole else None


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
