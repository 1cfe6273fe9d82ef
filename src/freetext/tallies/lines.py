"""The lines of a table: codes and nets as it prints them, and what is known of each respondent in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.codings import Source

Kind = TypeVar("Kind", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Line:
    """One code or net: `places` are the codes that count as it, itself or all that stand below a net."""

    theme: Theme
    depth: int
    net: bool
    places: tuple[int, ...]


def lines_of(codeframe: Codeframe) -> tuple[Line, ...]:
    """The lines in the order of print."""
    return tuple(
        Line(theme, depth, theme.slug not in codeframe.position, _places(codeframe, theme.slug))
        for theme, depth in codeframe.lines()
    )


def _places(codeframe: Codeframe, slug: str) -> tuple[int, ...]:
    if slug in codeframe.position:
        return (codeframe.position[slug],)
    return tuple(codeframe.position[child.slug] for child in codeframe.children(slug))


def any_of(given: BoolArray, lines: Sequence[Line]) -> BoolArray:
    """Who has each line, bool (n, r): in a net one code is enough, and several count once."""
    return _joined(given, lines, lambda codes: np.asarray(codes.any(axis=1)))


def least_of(source: NDArray[np.uint8], lines: Sequence[Line]) -> NDArray[np.uint8]:
    """Who decided on each line, uint8 (n, r): on a net whoever is trusted least."""
    return _joined(source, lines, lambda codes: codes.min(axis=1, initial=max(Source)))


def largest_of(truth: FloatArray, lines: Sequence[Line]) -> FloatArray:
    """What people said of each line, float (n, r): a net holds what its codes hold; nan where they did not decide on one of them."""
    return _joined(truth, lines, lambda codes: codes.max(axis=1, initial=0.0))


def scores_of(scores: FloatArray, lines: Sequence[Line]) -> FloatArray:
    """The score of each line, float (n, r): of a net, that any of its codes holds if they were independent."""
    return _joined(scores, lines, lambda codes: 1.0 - (1.0 - codes).prod(axis=1))


def _joined(
    codes: NDArray[Kind], lines: Sequence[Line], join: Callable[[NDArray[Kind]], NDArray[Kind]]
) -> NDArray[Kind]:
    """Take the column of each code, and join those of each net."""
    found = np.empty((len(codes), len(lines)), dtype=codes.dtype)
    for place, line in enumerate(lines):
        below = codes[:, list(line.places)]
        found[:, place] = join(below) if line.net else below[:, 0]
    return found
