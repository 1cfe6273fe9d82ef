"""What is seen while groups are looked through: one frozen value, the same for every screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from freetext.survey.labels import Key

Phase = Literal["group", "name", "define", "also", "synonym", "merge", "groups", "help", "summary", "empty"]
"""What the keys mean at the moment.

group     an answer of a group is shown: does it belong?
name      the theme's name is typed
define    its definition is typed
also      other themes of the answer are named
synonym   the theme is named that the group is already
merge     another group is named, of which this one becomes a part
groups    all groups, to go to one
help      the keys
summary   what would be written into the codeframe and the labels
empty     no group is there
"""

TYPED: frozenset[Phase] = frozenset({"name", "define", "also", "synonym", "merge", "groups"})
"""Phases in which letters are typed."""


@dataclass(frozen=True, slots=True)
class Member:
    """One answer of the group.

    mark     y, a or n as its key, `-` where it is gone, empty where it is open
    also     other themes that it has
    earlier  what the coder said of it elsewhere: in other groups, and in labels
    """

    key: Key
    text: str
    mark: str = ""
    also: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One group in a list: what it is called, how many answers it has, and what became of it."""

    number: int
    name: str
    size: int
    fate: str = ""


@dataclass(frozen=True, slots=True)
class GroupView:
    """One screen.

    number, name, named   the group at hand; `named` where a person gave its name
    size, share, low, high  how many answers, and their part of all with text, with its interval
    also                  how many answers that themes claim seem to say the same; they are not among its answers
    near, before, after   themes that nearly claim it; the share that no theme claims, now and if it became a theme
    held, out, open, gone how many of its answers belong, do not, are open, are not in the file any more
    place                 the place of the answer at hand among the members, counted from 0
    members               all of them, as far as a screen wants them
    title                 what was asked
    parts                 sizes of the sub-groups that it would fall into
    fate                  what became of it, in words
    found                 what matches that which is typed, the first is meant
    ticked                also: the other themes so far
    lines                 all groups
    done, groups          groups that are decided, and all that count
    concerns              what the answer looks like that a person must look at for safeguarding, by category
    told                  summary: what would be written, in sentences; `waiting` where something would be
    """

    phase: Phase
    coder: str
    survey: str = ""
    number: int = 0
    name: str = ""
    named: bool = False
    definition: str = ""
    words: tuple[str, ...] = ()
    size: int = 0
    share: float = 0.0
    low: float = 0.0
    high: float = 1.0
    also: int = 0
    near: tuple[tuple[str, float], ...] = ()
    before: float = 0.0
    after: float = 0.0
    held: int = 0
    out: int = 0
    open: int = 0
    gone: int = 0
    place: int = 0
    members: tuple[Member, ...] = ()
    title: str = ""
    concerns: tuple[str, ...] = ()
    parts: tuple[int, ...] = ()
    fate: str = ""
    typed: str = ""
    found: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    done: int = 0
    groups: int = 0
    told: tuple[str, ...] = ()
    waiting: bool = False
    message: str = ""
    scroll: int = 0

    @property
    def member(self) -> Member | None:
        """The answer at hand."""
        return self.members[self.place] if self.place < len(self.members) else None
