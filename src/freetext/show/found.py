"""What a search found: a few lines an answer for the terminal, JSON, or the rows of a table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from freetext.show.screens import CODES, RESET, display_width, safe
from freetext.survey.found import Found

FORMAT = 1
BEGIN, END = "\ue000", "\ue001"
"""Stand for the begin and end of a hit while a text is made harmless and cut; characters of no alphabet."""

MARK = "*"
"""Stands around a hit where there is no bold."""

CUT = "..."
BEFORE = 0.3
"""The part of a snippet that stands before its first hit."""

TABLE = ("id", "question", "respondent", "text", "themes", "by", "disputed", "flags")


def found_text(found: Sequence[Found], *, width: int = 100, colour: bool = False) -> str:
    """Write each answer on two lines: its id, question and themes, and a snippet with the hits marked."""
    return "\n".join(line for each in found for line in _lines(each, width, colour=colour))


def _lines(found: Found, width: int, *, colour: bool) -> Iterator[str]:
    head = "  ".join(safe(part) for part in (found.wave, found.id, found.question) if part)
    yield _cut(f"{head}  {themes_text(found)}".rstrip(), width)
    yield f"    {snippet(found, width - 4, colour=colour)}"


def themes_text(found: Found) -> str:
    """Write the themes with who gave them: `resource, culture (human)`, those in dispute behind."""
    by: dict[str, list[str]] = {}
    for each in found.themes:
        by.setdefault(each.by, []).append(safe(each.code))
    parts = [f"{', '.join(codes)} ({who})" for who, codes in by.items()]
    parts += [f"{', '.join(map(safe, found.disputed))} (in dispute)"] if found.disputed else []
    if not parts:
        parts = ["no theme (human)" if found.none else "no theme" if found.coded else "not coded"]
    return "; ".join([*parts, *map(safe, found.flags)])


def snippet(found: Found, width: int, *, colour: bool) -> str:
    """Write the part of the text around the first hit on one harmless line, with the hits marked."""
    text = safe(_marked(found))
    if display_width(text) <= width:
        return _lit(text, colour=colour)
    room = width - 2 * len(CUT)
    hit = max(text.find(BEGIN), 0)
    begin = _back(text, hit, round(room * BEFORE))
    end = _forth(text, begin, room)
    if end == len(text):
        begin = _back(text, end, room)
    begin = text.find(" ", begin, hit) + 1 or begin if begin else 0
    end = max(text.rfind(" ", hit + 1, end), 0) or end if end < len(text) else end
    inside = f"{CUT if begin else ''}{text[begin:end]}{CUT if end < len(text) else ''}"
    return _lit(inside, colour=colour)


def _back(text: str, place: int, room: int) -> int:
    """The place before which as much of a text stands as there is room for."""
    while place and (room := room - display_width(text[place - 1])) >= 0:
        place -= 1
    return place


def _forth(text: str, place: int, room: int) -> int:
    """The place up to which as much of a text stands as there is room for."""
    while place < len(text) and (room := room - display_width(text[place])) >= 0:
        place += 1
    return place


def _marked(found: Found) -> str:
    """Set the begin and end of each hit into the text."""
    parts, last = [], 0
    for begin, end in found.spans:
        parts += [_bare(found.text[last:begin]), BEGIN, _bare(found.text[begin:end]), END]
        last = end
    return "".join([*parts, _bare(found.text[last:])])


def _bare(text: str) -> str:
    return text.replace(BEGIN, "").replace(END, "")


def _lit(text: str, *, colour: bool) -> str:
    """Show the hits: bold, or between marks; one that was cut in two is whole again."""
    if END in text and not -1 < text.find(BEGIN) < text.find(END):
        text = BEGIN + text
    if text.rfind(BEGIN) > text.rfind(END):
        text += END
    begin, end = (CODES["bold"], RESET) if colour else (MARK, MARK)
    return text.replace(BEGIN, begin).replace(END, end)


def _cut(text: str, width: int) -> str:
    """Cut a line to what fits."""
    return text if display_width(text) <= width else text[: _forth(text, 0, width - len(CUT))] + CUT


def found_json(found: Sequence[Found], total: int) -> str:
    """Write what was found as JSON (ASCII): `{"format": 1, "found": N, "answers": [...]}`; spans count characters."""
    whole = {"format": FORMAT, "found": total, "answers": [found_values(each) for each in found]}
    return json.dumps(whole, indent=1) + "\n"


def found_values(found: Found) -> dict[str, Any]:
    """One answer as JSON values."""
    return {
        "id": found.id,
        "question": found.question,
        "respondent": found.respondent,
        "text": found.text,
        "spans": [list(span) for span in found.spans],
        "coded": found.coded,
        "themes": [{"theme": each.code, "by": each.by} for each in found.themes],
        "disputed": list(found.disputed),
        "coders": list(found.coders),
        "flags": list(found.flags),
        **({"wave": found.wave} if found.wave else {}),
    }


def found_rows(found: Sequence[Found]) -> dict[str, list[str]]:
    """Lay what was found out as columns of a table, in the order of TABLE; answers of several waves have theirs behind."""
    rows = [
        (
            each.id,
            each.question,
            each.respondent,
            each.text,
            ";".join(given.code for given in each.themes),
            ";".join(f"{given.code}={given.by}" for given in each.themes) or ("human" if each.none else ""),
            ";".join(each.disputed),
            ";".join(each.flags),
        )
        for each in found
    ]
    columns = {name: [row[place] for row in rows] for place, name in enumerate(TABLE)}
    waves = [each.wave for each in found]
    return columns | ({"wave": waves} if any(waves) else {})
