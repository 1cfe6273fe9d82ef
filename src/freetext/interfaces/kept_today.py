"""Kept groups in the file of today: which of their answers are still there, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from freetext.errors import InputError, counted
from freetext.files.reviewing.group_logs import logs_of
from freetext.files.reviewing.kept_groups import load_groups
from freetext.interfaces.searched import Searched
from freetext.review.groups import Groups
from freetext.survey.answers import is_blank
from freetext.survey.labels import Key


@dataclass(frozen=True, slots=True)
class Today:
    """Where the answers of kept groups stand by now.

    places  the place of each among the answers that are looked through, by its key of then
    gone    those that are not there any more, or say something else
    said    what has changed, for people; empty where nothing has
    """

    places: Mapping[Key, int]
    gone: frozenset[Key] = frozenset()
    said: str = ""


def is_to_find(kept: Path, searched: Searched, *, force: bool = False) -> bool:
    """Whether groups are to be found before a session: none are kept, or nobody has decided on those of a file that has changed since.

    `force`, which takes a lock over too, finds groups anew where nothing is lost by it: what waits to be written is gone on with.
    """
    try:
        groups = load_groups(kept)
    except InputError:
        if force:
            return True
        raise
    if groups is None:
        return True
    changed = groups.digest != searched.digest
    if logs_of(kept):
        return force and changed and not today(groups, searched).places
    return force or changed


def today(groups: Groups, searched: Searched) -> Today:
    """Find the answers of groups again, by id and text; where ids are row numbers only, by the text, wherever it stands."""
    at = {key: place for place, key in enumerate(searched.keys)}
    if groups.digest == searched.digest:
        return Today(at)
    places = {key: at[key] for key, hashed in groups.hashed if key in at and searched.hashed(at[key]) == hashed}
    if searched.numbered:
        places |= _moved(groups, searched, places)
    gone = frozenset(key for key, _ in groups.hashed if key not in places)
    return Today(places, gone, _said(groups, searched, len(gone)))


def _moved(groups: Groups, searched: Searched, found: Mapping[Key, int]) -> dict[Key, int]:
    """Pair the answers that are not where they were with those of the same text to the same question, each once, in their order."""
    taken = frozenset(found.values())
    free: dict[tuple[str, str], list[int]] = {}
    for place in reversed(range(len(searched.keys))):
        if place not in taken:
            free.setdefault((searched.questions[place], searched.hashed(place)), []).append(place)
    pairs = ((key, free.get((key[1], hashed))) for key, hashed in groups.hashed if key not in found)
    return {key: places.pop() for key, places in pairs if places}


def _said(groups: Groups, searched: Searched, gone: int) -> str:
    """Say what has changed."""
    more = sum(not is_blank(text) for text in searched.texts) - groups.answers
    facts = [
        f"{counted(more, 'answer')} more" if more > 0 else "",
        f"{counted(gone, 'answer')} of theirs gone, or with another text" if gone else "",
    ]
    what = ", ".join(filter(None, facts)) or "none of their answers"
    return (
        f"The file has changed since these groups were found: {what}. What was decided stands. "
        "`freetext discover` finds groups anew when all is written."
    )
