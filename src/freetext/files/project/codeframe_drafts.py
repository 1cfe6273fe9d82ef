"""Themes and nets as another program or a table has them, and the codeframe that is made of them: slugs, numbers, nets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from freetext.errors import CodeframeError
from freetext.files.project.codeframes import headed
from freetext.survey.codeframe import SLUG, Codeframe, Theme, fold, slugify


@dataclass(frozen=True, slots=True)
class Draft:
    """A theme or net before it has a slug and a number of its own.

    theme   what is known: `slug` is empty where the file has none, `net` is not used
    number  its number, None where the file has none
    parent  the place of its net among the drafts, None at the top
    net     it holds others, or can hold them
    row     its row in a table, 0 where it has none
    """

    theme: Theme
    number: int | None = None
    parent: int | None = None
    net: bool = False
    row: int = 0


def codeframe_of_drafts(
    drafts: Sequence[Draft], head: str, *, file: str | Path, heads: Mapping[str, str] | None = None
) -> Codeframe:
    """Make a codeframe: `head` is a text as `codeframes.head_text` writes it, or empty; `heads` names the columns in the file.

    Raises CodeframeError, with the row and the column where the draft has a row.
    """
    slugs, numbers = slugs_of(drafts), _numbers(drafts)
    nets = [slugs[draft.parent] if draft.parent is not None else "" for draft in drafts]
    made = [
        replace(draft.theme, slug=slug, number=number, net=net)
        for draft, slug, number, net in zip(drafts, slugs, numbers, nets, strict=True)
    ]
    themes = tuple(theme for theme, draft in zip(made, drafts, strict=True) if not draft.net)
    below = tuple(theme for theme, draft in zip(made, drafts, strict=True) if draft.net)
    try:
        return headed(head, themes, below, file=file)
    except CodeframeError as error:
        if error.placed:
            raise
        rows = dict(zip(slugs, (draft.row for draft in drafts), strict=True))
        row, column = rows.get(error.slug, 0) or None, (heads or {}).get(error.key)
        raise CodeframeError(
            error.what, slug=error.slug, key=error.key, file=file, row=row, column=column if row else None
        ) from None


def slugs_of(drafts: Sequence[Draft]) -> list[str]:
    """Keep the slugs that are there; make the others of names, with the net's in front where names repeat, then counted."""
    wanted = [draft.theme.slug or slugify(draft.theme.name) for draft in drafts]
    often = Counter(wanted)
    taken = {draft.theme.slug for draft in drafts if draft.theme.slug}
    found: list[str] = []
    counts: dict[str, int] = {}
    for place, (draft, slug) in enumerate(zip(drafts, wanted, strict=True)):
        if draft.theme.slug:
            found.append(slug)
            continue
        repeats = often[slug] > 1 and draft.parent is not None and draft.parent < place
        found.append(_free(f"{found[draft.parent or 0]}-{slug}" if repeats else slug, taken, counts))
        taken.add(found[-1])
    return found


def _free(slug: str, taken: set[str], counts: dict[str, int]) -> str:
    """The slug, or with the first number behind it that makes it a new one; `counts` remembers where to go on."""
    fresh = slug
    while fresh in taken:
        counts[slug] = counts.get(slug, 1) + 1
        fresh = f"{slug}-{counts[slug]}"
    return fresh


def _numbers(drafts: Sequence[Draft]) -> list[int]:
    """Keep the numbers that are there; others count on from their place, as in codeframe.toml: themes first, then nets."""
    taken = {draft.number for draft in drafts if draft.number is not None}
    found = [draft.number or 0 for draft in drafts]
    number = 0
    for count, place in enumerate(sorted(range(len(drafts)), key=lambda place: drafts[place].net), start=1):
        if drafts[place].number is None:
            number = next(each for each in range(max(count, number), len(drafts) + len(taken) + 2) if each not in taken)
            taken.add(number)
            found[place] = number
    return found


def is_slug(text: str) -> bool:
    """Whether a text can be a slug as it stands."""
    return bool(SLUG.fullmatch(text)) and text == text.lower()


def key_of(name: str) -> str:
    """A heading or a name as it is looked up: small letters, digits and blanks."""
    return " ".join("".join(sign if sign.isalnum() or sign == "#" else " " for sign in fold(name)).split())
