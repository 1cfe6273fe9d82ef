"""The sets of REFI-QDA: our own, which holds what codes have no place for, and those of others, which are nets where they can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from xml.sax.saxutils import escape

from freetext.errors import names_listed
from freetext.files.exchange.refi_codes import HEAD, FoundCodes, attribute, guid, member_guids, plain_guid
from freetext.files.project.codeframe_cells import escaped, unescaped
from freetext.files.project.codeframe_drafts import Draft, codeframe_of_drafts
from freetext.files.project.codeframes import head_text
from freetext.files.tabular.xml_trees import children, text_of
from freetext.survey.codeframe import Codeframe, Theme

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def set_lines(codeframe: Codeframe, member: Literal["guid", "targetGUID"]) -> Iterator[str]:
    """Write `<Sets>` with our own set; `member` is the attribute by which it names its codes."""
    named = attribute(codeframe.title or codeframe.name)
    yield f'  <Sets>\n    <Set guid="{guid("set", codeframe.name)}" name={named}>\n'
    yield f"      <Description>{escape(HEAD + escaped(head_text(codeframe)))}</Description>\n"
    yield from (f'      <MemberCode {member}="{each}"/>\n' for each in member_guids(codeframe))
    yield "    </Set>\n  </Sets>\n"


def codeframe_found(found: FoundCodes, sets: Element | None, path: str | Path) -> tuple[Codeframe, tuple[str, ...]]:
    """Make the codeframe of codes that were read and of `<Sets>`; also what people should know. Raises CodeframeError.

    Our own set gives the order and what the codeframe says of itself. Other sets (ATLAS.ti has groups where others have trees) become
    nets of the codes that stand in one set alone and in no net.
    """
    every = children(sets, "Set") if sets is not None else []
    ours = next((each for each in every if text_of(each, "Description").startswith(HEAD)), None)
    if ours is None:
        drafts, said = _with_nets(found, every)
        return codeframe_of_drafts(drafts, "", file=path), (*found.said, *said)
    head = unescaped(text_of(ours, "Description").removeprefix(HEAD))
    return codeframe_of_drafts(_ordered(found.drafts, _members(ours, found)), head, file=path), found.said


def _members(each: Element, found: FoundCodes) -> list[int]:
    """The places of the codes of a set; those that are not there are none."""
    guids = (member.get("guid") or member.get("targetGUID") for member in children(each, "MemberCode"))
    places = (found.guids.get(plain_guid(guid)) for guid in guids)
    return [place for place in dict.fromkeys(places) if place is not None]


def _ordered(drafts: Sequence[Draft], first: Sequence[int]) -> list[Draft]:
    """Put drafts into an order, those that it does not name behind; parents are looked up anew."""
    order = list(dict.fromkeys([*first, *range(len(drafts))]))
    places = {old: new for new, old in enumerate(order)}
    return [
        replace(drafts[old], parent=places[parent]) if (parent := drafts[old].parent) is not None else drafts[old]
        for old in order
    ]


def _with_nets(found: FoundCodes, sets: Sequence[Element]) -> tuple[list[Draft], tuple[str, ...]]:
    """Put codes of the top into nets that are made of their sets."""
    drafts = list(found.drafts)
    inside = [(each, _members(each, found)) for each in sets]
    often = Counter(place for _, members in inside for place in members)
    made, unfit = [], []
    for each, members in inside:
        name = unescaped(each.get("name") or "")
        fit = [place for place in members if often[place] == 1 and found.drafts[place].parent is None]
        if fit and name.strip():
            made.append(name)
            for place in fit:
                drafts[place] = replace(drafts[place], parent=len(drafts))
            drafts.append(Draft(Theme("", 0, name, text_of(each, "Description").strip()), net=True))
        if len(fit) < len(members):
            unfit.append(name)
    said = [f"sets are nets of the codes that are in one set alone and in no net: {names_listed(made)}"] if made else []
    said += (
        [f"sets with codes that are in several, or in a net, which stay there: {names_listed(unfit)}"] if unfit else []
    )
    return drafts, tuple(said)
