"""Back-coding in a report: how many answers went from which option to which; never whose, nor what they wrote."""

from __future__ import annotations

from collections import Counter

from freetext.errors import counted
from freetext.reports.report import Entry, Listing
from freetext.reports.surveyed import Asked
from freetext.reports.words import headed, listed, named
from freetext.tallies.conventions import Profile
from freetext.tallies.rounding import count

TOLD = 4


def moves_listing(asked: Asked, name: str, profile: Profile = "") -> Listing | None:
    """List the moves of a question by where they came from and went; None without any, and under a disclosure profile.

    Their numbers are parts of counts that may be hidden, and of one another's sum.
    """
    told = dict(Counter((each.from_, each.to) for each in asked.moves).most_common())
    if profile or not told:
        return None
    rows = tuple(
        (Entry(named(old), "label"), Entry(named(new), "label"), Entry(number, "count"))
        for (old, new), number in told.items()
    )
    return Listing(
        name, headed(asked.title, "back-coded answers"), _finding(told), ("From", "To", "Answers"), rows, NOTES
    )


NOTES = ("The base is what it was before the moves. The list of moves names each answer and the reason.",)


def _finding(told: dict[tuple[str, str], int]) -> str:
    said = [f"{count(number)} from {named(old)} to {named(new)}" for (old, new), number in list(told.items())[:TOLD]]
    more = len(told) - TOLD
    others = [f"{counted(more, 'other move')}"] if more > 0 else []
    return f"Back-coded after reading what was written: {listed([*said, *others])}."
