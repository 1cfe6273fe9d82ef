"""The codes of REFI-QDA, in codebooks and in projects: nested codes to themes in nets, and back.

A code that holds others is a net: most programs call it codable too, but a net is counted and never coded. Where a project has
passages that are coded with it, a theme of its own stands in the net, with its name and ", general".
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from freetext.errors import InputError, counted, names_listed
from freetext.files.exchange.refi_descriptions import described, description
from freetext.files.project.codeframe_cells import escaped, unescaped
from freetext.files.project.codeframe_drafts import Draft, is_slug, slugs_of
from freetext.files.tabular.xml_trees import child, children, text_of
from freetext.survey.codeframe import Codeframe, Theme

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

OURS = uuid.UUID("6f4c1d0e-7f0b-5c64-9a35-5f2c9d7be1a4")
"""The namespace of all that freetext gives a GUID."""
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999")
"""Okabe and Ito's, which people with any colour vision can tell apart."""
MOST = 20_000
HEAD = "freetext codeframe\n"
"""How the description of the set begins that holds what a codebook has no place for."""


def guid(*parts: str) -> str:
    """A GUID that is always the same for the same names."""
    return str(uuid.uuid5(OURS, "\n".join(part.encode("utf-8", "replace").hex() for part in parts)))


def code_guid(scope: str, slug: str) -> str:
    """The GUID of a theme or net; `scope` is the codeframe's name, or more where that stands for several."""
    return guid("code", scope, slug)


def member_guids(codeframe: Codeframe) -> Iterator[str]:
    """The GUIDs of nets, then of themes, in the codeframe's order."""
    return (code_guid(codeframe.name, each.slug) for each in (*codeframe.nets, *codeframe.themes))


def attribute(text: str) -> str:
    """Quote a text as an attribute."""
    return quoteattr(escaped(text), {"\n": "&#10;", "\t": "&#9;"})


def code_lines(codeframe: Codeframe, indent: str, scope: str) -> Iterator[str]:
    """Write a codeframe's codes, nets around their themes, a line each."""
    below: dict[str, list[Theme]] = {}
    for each in (*codeframe.nets, *codeframe.themes):
        below.setdefault(each.net, []).append(each)
    nets = {net.slug for net in codeframe.nets}
    stack: list[tuple[Theme | None, str]] = [(theme, indent) for theme in reversed(below.get("", []))]
    while stack:
        theme, margin = stack.pop()
        if theme is None:
            yield f"{margin}</Code>\n"
            continue
        codable = theme.slug not in nets
        place = codeframe.position.get(theme.slug, 0)
        colour = f' color="{COLOURS[place % len(COLOURS)]}"' if codable else ""
        yield (
            f'{margin}<Code guid="{code_guid(scope, theme.slug)}" name={attribute(theme.name)} '
            f'isCodable="{str(codable).lower()}"{colour}>\n'
            f"{margin}  <Description>{escape(description(theme))}</Description>\n"
        )
        stack.append((None, margin))
        stack += [(each, margin + "  ") for each in reversed(below.get(theme.slug, []))]


@dataclass(frozen=True, slots=True)
class FoundCodes:
    """Codes as a file has them: drafts in the file's order, and which draft each GUID means (that of its own theme, where it holds others)."""

    drafts: tuple[Draft, ...]
    guids: Mapping[str, int]
    said: tuple[str, ...]


def codes_in(codes: Element | None, *, file: str, used: Collection[str] = ()) -> FoundCodes:
    """Read `<Codes>`; `used` are GUIDs that passages are coded with. Raises InputError for a file without codes, or too many."""
    walked = list(_walked(codes)) if codes is not None else []
    if not walked:
        raise InputError("holds no codes.", file=file)
    if len(walked) > MOST:
        raise InputError(f"holds more than {MOST:,} codes.", file=file)
    drafts = [_draft(element, parent) for element, parent in walked]
    taken: set[str] = set()
    for place, draft in enumerate(drafts):
        if draft.theme.slug in taken or not is_slug(draft.theme.slug):
            drafts[place] = replace(draft, theme=replace(draft.theme, slug=""))
        taken.add(drafts[place].theme.slug)
    guids = {_guid(element): place for place, (element, _) in enumerate(walked)}
    said = _said(walked, drafts)
    _add_general(drafts, guids, used)
    whole = [_bare(draft) if draft.net else draft for draft in _numbered(drafts)]
    named = [
        replace(draft, theme=replace(draft.theme, slug=slug))
        for draft, slug in zip(whole, slugs_of(whole), strict=True)
    ]
    return FoundCodes(tuple(named), guids, said)


def _walked(codes: Element) -> Iterator[tuple[Element, int | None]]:
    """Codes in the file's order, with the place of the code that holds each."""
    stack: list[tuple[Element, int | None]] = [(each, None) for each in reversed(children(codes, "Code"))]
    count = 0
    while stack:
        element, parent = stack.pop()
        yield element, parent
        stack += [(each, count) for each in reversed(children(element, "Code"))]
        count += 1


def _draft(element: Element, parent: int | None) -> Draft:
    name = unescaped(element.get("name") or "")
    theme, number = described(text_of(element, "Description"), Theme("", 0, name if name.strip() else "unnamed"))
    holds = child(element, "Code") is not None
    return Draft(theme, number, parent, holds or not _codable(element))


def _codable(element: Element) -> bool:
    return (element.get("isCodable") or "true").strip().lower() not in {"false", "0"}


def _guid(element: Element) -> str:
    return plain_guid(element.get("guid"))


def plain_guid(text: str | None) -> str:
    """A GUID as it is compared: small letters, no braces."""
    return (text or "").strip().strip("{}").lower()


def _add_general(drafts: list[Draft], guids: dict[str, int], used: Collection[str]) -> None:
    """Give each net that passages are coded with a theme for them."""
    for known, place in list(guids.items()):
        if known in used and drafts[place].net:
            general = Theme("", 0, f"{drafts[place].theme.name}, general")
            guids[known] = len(drafts)
            drafts.append(Draft(general, parent=place))


def _numbered(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Drop numbers that stand twice: descriptions are copied with the codes of another program."""
    taken: set[int] = set()
    for draft in drafts:
        twice = draft.number in taken
        if draft.number is not None:
            taken.add(draft.number)
        yield replace(draft, number=None) if twice else draft


def _bare(draft: Draft) -> Draft:
    """A net has no lists; what its description lists goes into its definition, so that nothing is lost."""
    theme = draft.theme
    bare = Theme(theme.slug, theme.number, theme.name, theme.definition)
    if theme in (bare, replace(bare, net=theme.net)):
        return draft
    told = "\n\n".join(description(replace(theme, slug="x")).split("\n\n")[:-1])
    return replace(draft, theme=replace(bare, definition=unescaped(told)))


def _said(walked: Sequence[tuple[Element, int | None]], drafts: Sequence[Draft]) -> tuple[str, ...]:
    both = [
        draft.theme.name for (element, _), draft in zip(walked, drafts, strict=True) if draft.net and _codable(element)
    ]
    empty = len({place for place, draft in enumerate(drafts) if draft.net} - {parent for _, parent in walked})
    said = []
    if both:
        said.append(f"codes that hold others are nets, counted and never coded: {names_listed(both)}")
    if empty:
        said.append(f"nets without themes, for nothing may be coded with them and they hold no code: {empty}")
    if notes := sum(bool(children(element, "NoteRef")) for element, _ in walked):
        said.append(f"notes are not read: those of {counted(notes, 'code')}")
    return tuple(said)
