"""The log of a codeframe's changes, and what became of every slug in it: an explicit map, nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from freetext.errors import CodeframeError, did_you_mean
from freetext.survey.labels import moment

ChangeOp = Literal["merge", "split", "rename", "retire", "add"]
CHANGE_OPS: tuple[str, ...] = get_args(ChangeOp)

TAKES: dict[str, tuple[range, range, str]] = {
    "merge": (range(1, 1000), range(1, 2), "one slug or more in `from` and one in `to`"),
    "split": (range(1, 2), range(2, 1000), "one slug in `from` and two or more in `to`"),
    "rename": (range(1, 2), range(1, 2), "one slug in `from` and one in `to`"),
    "retire": (range(1, 1000), range(1), "one slug or more in `from` and none in `to`"),
    "add": (range(1), range(1, 1000), "no slug in `from` and one or more in `to`"),
}
"""How many slugs each change takes on either side, and how a refusal says so."""

MOST = 2000
"""Slugs in a log of changes; nobody's codeframe moves as often, and the map takes the square of it at worst."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a codeframe's log; never edited, only followed by a later one. `time` is ISO 8601, `why` free text.

    merge   whatever held a slug of `from_` holds the one of `to`
    split   what held the slug says nothing of those of `to`, which are parts of it: people decide anew
    rename  the same theme under another slug
    retire  the slugs of `from_` are gone; an answer that had no other has no theme
    add     the themes of `to` are new: nobody could give them before `time`
    """

    op: ChangeOp
    from_: tuple[str, ...]
    to: tuple[str, ...]
    time: str
    why: str = ""

    def __post_init__(self) -> None:
        """Refuse an entry that means nothing; `key` of the error says where it is wrong."""
        if self.op not in CHANGE_OPS:
            said = f"op = {self.op!r} is none of: {', '.join(CHANGE_OPS)}. {did_you_mean(self.op, CHANGE_OPS)}"
            raise CodeframeError(said.rstrip(), key="op")
        before, after, said = TAKES[self.op]
        for key, slugs, sizes in (("from", self.from_, before), ("to", self.to, after)):
            if len(slugs) not in sizes or "" in slugs:
                raise CodeframeError(f"a {self.op} takes {said}.", key=key)
            if len(set(slugs)) < len(slugs):
                raise CodeframeError(f"a slug stands twice in {key!r} of a {self.op}.", key=key)
        if self.from_ == self.to or (self.op == "split" and self.from_[0] in self.to):
            raise CodeframeError(f"a {self.op} of {self.from_[0]!r} into itself.", key="to")
        if not _is_time(self.time):
            raise CodeframeError(f'time = {self.time!r} is no time, such as "2026-11-22T10:00:00Z".', key="time")

    def __str__(self) -> str:
        """What changed, on one line: `merge a, b -> c`; a slug that is none is quoted."""
        old, new = (
            ", ".join(slug if slug.isprintable() else repr(slug) for slug in side) for side in (self.from_, self.to)
        )
        if not old:
            return f"{self.op} {new}"
        return f"{self.op} {old}" + (f" -> {new}" if new else "")


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a slug: the themes that it points to by now, none where it was retired.

    `sure` says that an answer with the old slug has these themes; after a split it may have any of them.
    """

    slugs: tuple[str, ...]
    sure: bool = True


def fates(changes: Sequence[Change]) -> dict[str, Fate]:
    """Return the fate of every slug in a log, the changes applied in order; one that none moved away means itself.

    Raises CodeframeError for a change of a slug that had gone by then, for one into a slug that has gone as another theme,
    and for a log of more than `MOST` slugs.
    """
    if sum(len(change.from_) + len(change.to) for change in changes) > MOST:
        raise CodeframeError(f"changes of more than {MOST:,} slugs: this is no codeframe.", key="change")
    found: dict[str, Fate] = {}
    for change in changes:
        _check_new(change, found)
        found = {slug: Fate((slug,)) for slug in (*change.from_, *change.to)} | found
        for slug in change.from_:
            if found[slug] != Fate((slug,)):
                raise CodeframeError(f"{change}: {slug!r} had gone by then.", slug=slug, key="change")
        found = {slug: _after(fate, change) for slug, fate in found.items()}
        for slug in change.to:
            if found[slug] != Fate((slug,)):
                said = f"{change}: {slug!r} has gone before, and old labels would mean it now. Choose another slug."
                raise CodeframeError(said, slug=slug, key="change")
    return found


def _check_new(change: Change, found: Mapping[str, Fate]) -> None:
    """Refuse to add a theme that was there already; one that has gone is refused with the others."""
    for slug in change.to if change.op == "add" else ():
        if found.get(slug) == Fate((slug,)):
            raise CodeframeError(f"{change}: {slug!r} was there already.", slug=slug, key="change")


def added(changes: Sequence[Change]) -> dict[str, str]:
    """Return the themes that were added to a codeframe in use, slug -> time; one that was renamed or split since bears it still.

    A theme that new ones were merged into is new only where it was new itself.
    """
    since: dict[str, str] = {}
    for change in changes:
        if change.op == "add":
            time = change.time
        elif change.op == "merge":
            times = [since.get(slug, "") for slug in (*change.from_, *change.to)]
            time = min(times, key=moment) if all(times) else ""
        else:
            time = since.get(change.from_[0], "")
        since |= dict.fromkeys(change.to, time)
    return {slug: time for slug, time in since.items() if time}


def _after(fate: Fate, change: Change) -> Fate:
    """Apply one more change to a fate."""
    gone = set(change.from_)
    if gone.isdisjoint(fate.slugs):
        return fate
    slugs = (new for slug in fate.slugs for new in (change.to if slug in gone else (slug,)))
    return Fate(tuple(dict.fromkeys(slugs)), fate.sure and change.op != "split")
