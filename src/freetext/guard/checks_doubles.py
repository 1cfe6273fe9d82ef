"""Checks for the same text again: by different people, and by one person to several questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from freetext.errors import counted
from freetext.guard.checks import Cells, Finding, found

LONG, WORDS = 60, 8
"""Characters and words from which on two people do not write the same by accident."""

OWN = 25
"""Characters from which on one person does not give the same answer to two questions by accident."""

COPIES = 5
"""Copies of one long text from which on somebody must say what they are."""


def same_by_many(cells: Cells, people: Sequence[str], questions: Sequence[str] | None = None) -> Iterator[Finding]:
    """Long texts that several people wrote word for word to one question; a blank among `people` is a person of its own."""
    groups = _groups(
        (f"{questions[place] if questions else ''}\0{_folded(text)}", place)
        for place, text in enumerate(cells.texts)
        if len(text) >= LONG and text.count(" ") >= WORDS - 1
    )
    wrote = [(group, len({_person(people, place) for place in group})) for group in groups]
    copied = [group for group, many in wrote if many >= COPIES]
    remedy = "A campaign, a bot, or rows copied? Say it in the report, or take the copies out."
    what = f"{{n}} with {counted(len(copied), 'long text')} that {COPIES} people or more wrote word for word."
    yield from found("copied", "person", cells, _all(copied), what, remedy)
    few = [group for group, many in wrote if 1 < many < COPIES]
    what = f"{{n}} with {counted(len(few), 'long text')} that two people or more wrote word for word."
    yield from found("same-text", "note", cells, _all(few), what, remedy)


def same_by_one(columns: Sequence[Cells], people: Sequence[str]) -> list[Finding]:
    """People who gave one and the same text several times: in several columns, or in several rows; a blank is a person of its own."""
    if not columns:
        return []
    groups = _groups(
        (f"{_person(people, place)}\0{_folded(text)}", place)
        for cells in columns
        for place, text in enumerate(cells.texts)
        if len(text) >= OWN
    )
    whole = Cells("" if len(columns) > 1 else columns[0].name, columns[0].texts, columns[0].rows)
    what = "{n} of people who gave one text several times, to one question or to several."
    remedy = "Pasted, or sent twice? Take repeats out; the themes are counted once a person with --respondent."
    return found("own-text-again", "note", whole, _all(groups), what, remedy)


def _person(people: Sequence[str], place: int) -> str:
    """Who wrote a row; nobody is known by a blank."""
    return people[place] if people[place].strip() else f"\0{place}"


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _groups(keys: Iterable[tuple[str, int]]) -> list[list[int]]:
    """The places of each key that comes more than once; digests are kept, not texts."""
    first: dict[bytes, int] = {}
    groups: dict[bytes, list[int]] = {}
    for key, place in keys:
        digest = blake2b(key.encode(errors="surrogatepass"), digest_size=16).digest()
        if digest in first:
            groups.setdefault(digest, [first[digest]]).append(place)
        else:
            first[digest] = place
    return list(groups.values())


def _all(groups: Iterable[Sequence[int]]) -> list[int]:
    return [place for group in groups for place in group]
