"""Groups of like answers as they are looked through: what was found, and what people have decided on each so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from freetext.survey.labels import Key

MarkKind = Literal["only", "also", "not", "gone"]
FateKind = Literal["", "theme", "synonym", "dropped", "merged", "split"]
DecisionKind = Literal["mark", "name", "define", "split", "merge", "theme", "synonym", "drop"]


@dataclass(frozen=True, slots=True)
class Group:
    """One group of like answers that may become a theme.

    name     as it is proposed: its first words
    members  its answers, the most central first
    share    its part of all answers with text, 0..1, with an interval `low` to `high`
    near     (slug, overlap 0..1) of themes that nearly claim its members
    after    the share of answers that no theme would claim if this one became a theme
    parts    its own sub-groups, each member in one; empty where it does not fall apart
    also     how many answers that themes claim seem to say the same; no members. 0 where nobody counted them: of a part, of a merged group
    """

    number: int
    name: str
    words: tuple[str, ...]
    members: tuple[Key, ...]
    share: float = 0.0
    low: float = 0.0
    high: float = 1.0
    near: tuple[tuple[str, float], ...] = ()
    after: float = 0.0
    parts: tuple[tuple[Key, ...], ...] = ()
    also: int = 0


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups of one discovery, as they are kept.

    digest     a hash of the ids and texts that were grouped
    answers    those with text, in the whole file
    looked_at  those of them that were grouped
    unclaimed  the share of all that no theme claims, 0..1
    claimed    members that a theme claims already, where all answers were grouped
    lang       the language that they were read in, a code
    hashed     every member with the hash of its text: it is known again in a file that has changed
    """

    digest: str
    groups: tuple[Group, ...] = ()
    answers: int = 0
    looked_at: int = 0
    unclaimed: float = 0.0
    few: bool = False
    said: str = ""
    claimed: tuple[Key, ...] = ()
    lang: str = "en"
    hashed: tuple[tuple[Key, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What was decided on an answer of a group.

    kind  only: the theme holds of it, and nothing else; also: other themes hold too (`themes`, those that are known); not: no;
          gone: nobody decided, the answer is not in the file any more, or says something else
    """

    kind: MarkKind
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing decided about a group; what is empty does not belong to its kind.

    key    mark: the answer
    mark   mark: what holds of it; None takes a mark away
    text   name, define: what was typed; synonym: the slug
    other  merge: the number of the group that this one becomes a part of
    """

    kind: DecisionKind
    group: int
    key: Key | None = None
    mark: Mark | None = None
    text: str = ""
    other: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """The walk's themes go into the codeframe: (number of the group, slug); `done` says that all of it is on the disk."""

    slugs: tuple[tuple[int, str], ...] = ()
    done: bool = False


@dataclass(frozen=True, slots=True)
class Undo:
    """The latest decision that stands is taken back."""


Entry = Decision | Undo | Written
"""One line of a walk's log."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A group as it stands.

    name, definition  as people gave them; empty before
    fate              what became of it; `into` the slug of the theme, or the number of the group, that it is a part of;
                      of a new theme its slug, once it is written
    written           it is in the codeframe and the labels; nothing of it changes here any more
    """

    group: Group
    name: str = ""
    definition: str = ""
    marks: Mapping[Key, Mark] = field(default_factory=dict)
    fate: FateKind = ""
    into: str = ""
    written: bool = False

    @property
    def number(self) -> int:
        """The group's number."""
        return self.group.number

    @property
    def called(self) -> str:
        """Its name, else the one that is proposed."""
        return self.name or self.group.name

    def of_kind(self, *kinds: MarkKind) -> tuple[Key, ...]:
        """The answers that are marked so, the most central first."""
        return tuple(key for key in self.group.members if key in self.marks and self.marks[key].kind in kinds)

    @property
    def held(self) -> tuple[Key, ...]:
        """The answers that belong to it."""
        return self.of_kind("only", "also")

    @property
    def open(self) -> tuple[Key, ...]:
        """The answers that nobody has decided on."""
        return tuple(key for key in self.group.members if key not in self.marks)

    @property
    def pending(self) -> bool:
        """Whether it waits to be written into the codeframe."""
        return self.fate in {"theme", "synonym"} and not self.written
