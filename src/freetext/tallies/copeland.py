"""Who wins, pair by pair: Copeland's order of the items of a ranking."""

from __future__ import annotations

from dataclasses import dataclass

from freetext.tallies.places import places
from freetext.tallies.ranking import SOME
from freetext.tallies.sums import Sums


@dataclass(frozen=True, slots=True)
class Standing:
    """One item: it wins against another where more respondents, by weight, put it above than below; `score` is wins minus losses."""

    slug: str
    name: str
    place: str
    score: int
    wins: int
    losses: int
    ties: int


def copeland(sums: Sums) -> tuple[Standing, ...]:
    """Order the items of a ranking by pairwise wins, first the best; raises ValueError where nothing was ranked.

    A tie is half a win and half a loss, so that it moves no score. Items with the same score share a place (`2=`) and stay in
    the questionnaire's order. An item that a respondent left out stands below all those that they ranked, and beside the others left
    out. Source: Copeland (1951), as in Saari and Merlin (1996).
    """
    beats = _beats(sums)
    wins = [
        sum(one > other for one, other in zip(beats[i], _against(beats, i), strict=True)) for i in range(len(beats))
    ]
    losses = [
        sum(one < other for one, other in zip(beats[i], _against(beats, i), strict=True)) for i in range(len(beats))
    ]
    scores = [won - lost for won, lost in zip(wins, losses, strict=True)]
    found = places([-score for score in scores])
    standings = [
        Standing(
            line.theme.slug,
            line.theme.name,
            found[i],
            scores[i],
            wins[i],
            losses[i],
            len(beats) - 1 - wins[i] - losses[i],
        )
        for i, line in enumerate(sums.lines)
    ]
    return tuple(sorted(standings, key=lambda each: -each.score))


def above(sums: Sums) -> tuple[tuple[float | None, ...], ...]:
    """Which share (0..1, weighted) of those who ranked anything put the item of the row above that of the column; None for itself.

    Rows and columns stand in the questionnaire's order. Both of a pair add up to less than 1 where some left both out.
    """
    beats = _beats(sums)
    some = 0 if sums.ranked is None or not beats else sums.ranked[0, 0, SOME]
    return tuple(
        tuple(None if i == j or not some else weight / some for j, weight in enumerate(row))
        for i, row in enumerate(beats)
    )


def _beats(sums: Sums) -> list[list[int]]:
    if sums.beats is None:
        message = f"{sums.question!r} holds no ranks"
        raise ValueError(message)
    found: list[list[int]] = sums.beats.tolist()
    return found


def _against(beats: list[list[int]], item: int) -> list[int]:
    return [row[item] for row in beats]
