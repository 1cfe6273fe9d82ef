"""Disclosure profiles: which counts of respondents may be printed, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from freetext.tallies.conventions import Profile


@dataclass(frozen=True, slots=True)
class Rule:
    """What a profile says of a count of respondents in a base.

    least   the smallest count that is printed, 0 apart
    step    printed counts are multiples of it
    whole   whether nobody and everybody are hidden too, and all but a few: both sides of a count are held against `least`
    inside  how many of the small counts a hidden one must be able to be, as far as a reader can tell
    wide    how many counts at all it must be able to be
    words   the rule, for the foot of a table
    """

    name: Profile
    least: int
    step: int
    whole: bool
    inside: int
    wide: int
    words: str

    def hides(self, count: int, base: int) -> bool:
        """Whether a count of this base is too small to be printed, or tells too much of the rest."""
        if self.whole:
            return not self.least <= count <= base - self.least
        return 0 < count < self.least

    def hides_base(self, base: int) -> bool:
        """Whether a base is too small to be printed."""
        return base < self.least and (self.whole or base > 0)

    def printed(self, count: int) -> int:
        """Return a count as it is printed, where it may be."""
        return (count + self.step // 2) // self.step * self.step

    def between(self, count: int) -> tuple[int, int]:
        """What a reader knows of a printed count, lowest and highest."""
        if self.step == 1 or count == 0:
            return (count, count)
        middle = self.printed(count)
        return (max(self.least, middle - self.step // 2), middle + self.step // 2)

    def small(self, count: int, base: int) -> tuple[int, int]:
        """Return the counts among which a hidden one is hidden, lowest and highest: the small ones, or all but a few."""
        if not self.whole:
            return (1, min(self.least - 1, base))
        if count < self.least:
            return (0, min(self.least - 1, base))
        return (max(0, base - self.least + 1), base)


SUBTRACTION = "Larger numbers are hidden too where a small one could be found from them by subtraction."

RULES: Mapping[str, Rule] = {
    "nhs": Rule(
        "nhs",
        least=8,
        step=5,
        whole=False,
        inside=3,
        wide=3,
        words=f"Disclosure control (nhs): 1 to 7 respondents are *, other counts are rounded to the nearest 5, and percentages and "
        f"intervals are of rounded counts. {SUBTRACTION}",
    ),
    "ons10": Rule(
        "ons10",
        least=10,
        step=1,
        whole=True,
        inside=5,
        wide=10,
        words=f"Disclosure control (ons10): counts under 10, and those that leave fewer than 10 of the base (nobody and everybody "
        f"included), are *. {SUBTRACTION}",
    ),
}
"""The profiles, by name.

`inside` and `wide` are what is promised of every hidden number: nhs, that it could be at least 3 of the counts from 1 to 7; ons10, that it
could be at least 10 different counts, 5 of the small ones among them; where a base leaves fewer, all that it leaves.
"""
