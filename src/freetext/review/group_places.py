"""Where somebody stands among groups, and where they come next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from freetext.review.group_views import Phase
from freetext.review.groups import Decision, Looked
from freetext.survey.labels import Key

MOVING = frozenset({"mark", "split", "merge", "theme", "synonym", "drop"})
"""Decisions after which the walk goes on."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a walk stands.

    group, key  the group and its answer at hand; 0 and None where there is none
    turned      how far the list of what is found is turned: its first is meant
    ticked      also: the other themes so far, by slug
    becoming    name, define: the group becomes a theme when this is typed
    """

    group: int = 0
    key: Key | None = None
    phase: Phase = "group"
    typed: str = ""
    turned: int = 0
    ticked: tuple[str, ...] = ()
    becoming: bool = False
    message: str = ""
    scroll: int = 0

    def back(self, message: str = "") -> Place:
        """The answer at hand again, with nothing typed."""
        return Place(self.group, self.key, message=message)

    def to(self, phase: Phase, typed: str = "", *, becoming: bool = False) -> Place:
        """Another phase at the same answer."""
        return Place(self.group, self.key, phase, typed, becoming=becoming)

    def saying(self, message: str) -> Place:
        """The same place with something to say."""
        return replace(self, message=message)


@dataclass(frozen=True, slots=True)
class Step:
    """What a key would do; nothing has happened until its decisions are on the disk and it is accepted.

    decisions  what must be written down first
    undoes     whether it takes the latest decision back
    writes     whether the themes are to be written into the codeframe
    leaves     whether the session ends
    """

    place: Place
    decisions: tuple[Decision, ...] = ()
    undoes: bool = False
    writes: bool = False
    leaves: bool = False


def at(looked: Looked) -> Place:
    """The first answer of a group that is open, else its first."""
    there = looked.open or looked.group.members
    return Place(looked.number, there[0] if there else None)


def first_open(walk: Sequence[Looked], after: int = 0) -> Place:
    """The next group that is not decided, in turn; the summary where there is none."""
    if not walk:
        return Place(phase="empty")
    left = [each for each in walk if not each.fate]
    later = [each for each in left if each.number > after]
    return at((later or left)[0]) if left else Place(phase="summary")


def next_member(looked: Looked, key: Key | None) -> Key | None:
    """The next open answer behind one, in turn; the same where none is open."""
    members = looked.group.members
    start = members.index(key) + 1 if key in members else 0
    turned = (*members[start:], *members[:start])
    return next((each for each in turned if each not in looked.marks and each != key), key)


def beside(looked: Looked, key: Key | None, by: int) -> Key | None:
    """The answer so many places on; None beyond either end."""
    members = looked.group.members
    place = (members.index(key) if key in members else 0) + by
    return members[place] if 0 <= place < len(members) else None
