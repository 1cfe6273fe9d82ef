"""Groups of like answers that might become themes: what a discovery hands over."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proposed:
    """One group of like answers, proposed as a theme; nobody has looked at it yet.

    number   its rank, counted from 1
    name     made of its first words, in small letters, joined by commas ("bus, late"); a person gives the final one
    words    up to 8 telling words as the answers write them, the most telling first
    places   its members among the texts that were given, the most central first
    central  the first of these to read: short, unlike each other, at most 5
    parts    its own sub-groups, where it falls into some: places, each member in one part; else empty
    share    its part of all answers with text, 0..1, with Wilson's interval `low` to `high`
    near     (slug, overlap 0..1) of themes that nearly claim its members, the greatest first, at most 3
    after    the share of answers that no theme would claim if this one became a theme
    also     answers that other themes claim and that seem to say the same, the likeliest first; no members
    """

    number: int
    name: str
    words: tuple[str, ...]
    places: tuple[int, ...]
    central: tuple[int, ...]
    share: float
    low: float
    high: float
    near: tuple[tuple[str, float], ...] = ()
    after: float = 0.0
    parts: tuple[tuple[int, ...], ...] = ()
    also: tuple[int, ...] = ()

    def __len__(self) -> int:
        """How many answers it holds."""
        return len(self.places)


@dataclass(frozen=True, slots=True)
class Discovered:
    """What was found among answers; an answer may stand in several groups.

    answers    those with text, in the whole file
    looked_at  those of them that were grouped: no theme claims them
    unclaimed  their share, 0..1
    few        there were too few to group by their words: `said` gives the number, and says to read them
    said       one sentence on what was looked at and found
    """

    proposed: tuple[Proposed, ...]
    answers: int
    looked_at: int
    unclaimed: float
    few: bool = False
    said: str = ""
