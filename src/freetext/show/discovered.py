"""What a discovery found: groups of like answers with their words, size, verbatims, near themes, and what each does to the table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from freetext.show.markdown import escaped
from freetext.show.numbers import count, fixed, percent
from freetext.show.screens import safe, weighted, wrap
from freetext.survey.labels import Key
from freetext.survey.proposed import Discovered, Proposed
from freetext.survey.sheet import Cell, Sheet

FORMAT = 1
SHOWN = 3
"""Verbatims of a group on a terminal; a file has all."""

ALSO = 2
"""Verbatims on a terminal of those that themes claim and that seem to say it too."""

LONGEST = 220
"""Characters of a verbatim on a terminal."""

NOTE = "Groups are proposals: nobody has looked at them, an answer can stand in several, and their names are made of their words."

COLUMNS = ("group", "name", "id", "question", "text", "central", "claimed")

Texts = Callable[[int], str]
"""The text at a place as it may be shown: personal data covered."""


def discovered_text(found: Discovered, texts: Texts, *, width: int = 100, colour: bool = False) -> str:
    """Write the groups for a terminal: a line of figures each, words, the most central verbatims, near themes."""
    lines = [*wrap(_sentence(found.said), width)]
    for each in found.proposed:
        lines += ["", *_group(each, found, texts, width, colour=colour)]
    return "\n".join([*lines, *(["", *wrap(NOTE, width)] if found.proposed else [])]) + "\n"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _group(each: Proposed, found: Discovered, texts: Texts, width: int, *, colour: bool) -> Iterator[str]:
    head, *more = wrap(f"{each.number}. {safe(each.name)}", width)
    yield weighted(head, "bold", colour=colour)
    yield from more
    facts = [_size(each), f"words: {', '.join(map(safe, each.words))}"]
    facts += [_near(each)] if each.near else []
    facts.append(_table(each, found))
    for fact in facts:
        yield from (f"   {line}" for line in wrap(fact, width - 3))
    yield from _verbatims([texts(place) for place in each.central[:SHOWN]], width)
    if each.also:
        yield from (f"   {line}" for line in wrap(_also(each, found), width - 3))
        yield from _verbatims([*dict.fromkeys(map(texts, each.also[: 10 * ALSO]))][:ALSO], width)


def _verbatims(texts: Sequence[str], width: int) -> Iterator[str]:
    for each in texts:
        text = " ".join(safe(each).split())
        shown = text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]}..."
        first, *rest = wrap(f'"{shown}"', width - 5)
        yield f"   - {first}"
        yield from (f"     {line}" for line in rest)


def _size(each: Proposed) -> str:
    return f"{_answers(len(each))}, {finely(each.share)} % of all ({finely(each.low)}-{finely(each.high)})"


def finely(share: float) -> str:
    """A share in percent with a decimal: most groups are small."""
    return fixed(100 * share, 1)


def _answers(number: int) -> str:
    return f"{count(number)} answer{'' if number == 1 else 's'}"


def _near(each: Proposed) -> str:
    (first, most), *others = each.near
    rest = "".join(f", {percent(overlap)} {safe(slug)}" for slug, overlap in others)
    return f"near: {percent(most)} of its answers nearly have {safe(first)}{rest}"


def _also(each: Proposed, found: Discovered) -> str:
    one = len(each.also) == 1
    told = (
        f"also: {_answers(len(each.also))} that {'a theme claims seems' if one else 'themes claim seem'} to say it too"
    )
    return f"{told}; with {'it' if one else 'them'} {finely(_whole(each, found))} % of all"


def _whole(each: Proposed, found: Discovered) -> float:
    """The part of all answers that a group has with those that themes claim."""
    return (len(each) + len(each.also)) / max(found.answers, 1)


def _table(each: Proposed, found: Discovered) -> str:
    return f"as a theme: answers that no theme claims go from {finely(found.unclaimed)} % to {finely(each.after)} %"


def discovered_values(found: Discovered, texts: Texts, keys: Sequence[Key]) -> dict[str, Any]:
    """The groups as JSON values; answers by id and question, the text of the central ones alone."""
    return {
        "format": FORMAT,
        "answers": found.answers,
        "looked_at": found.looked_at,
        "unclaimed": found.unclaimed,
        "few": found.few,
        "said": found.said,
        "groups": [
            {
                "number": each.number,
                "name": each.name,
                "words": list(each.words),
                "size": len(each),
                "share": each.share,
                "low": each.low,
                "high": each.high,
                "near": [{"theme": slug, "overlap": overlap} for slug, overlap in each.near],
                "after": each.after,
                "central": [{**_key(keys[place]), "text": texts(place)} for place in each.central],
                "answers": [_key(keys[place]) for place in each.places],
                "parts": [[_key(keys[place]) for place in part] for part in each.parts],
                "also": [_key(keys[place]) for place in each.also],
            }
            for each in found.proposed
        ],
    }


def _key(key: Key) -> dict[str, str]:
    return {"id": key[0], "question": key[1]}


def discovered_json(found: Discovered, texts: Texts, keys: Sequence[Key]) -> str:
    """Write the groups as JSON (ASCII)."""
    return json.dumps(discovered_values(found, texts, keys), indent=1) + "\n"


def discovered_markdown(found: Discovered, texts: Texts) -> str:
    """Write the groups as a Markdown table, and the central verbatims of each below."""
    lines = [_sentence(found.said), ""]
    if found.proposed:
        lines += [
            "| | proposed name | words | answers | of all | also, claimed | near | no theme |",
            "| ---: | --- | --- | ---: | ---: | ---: | --- | ---: |",
        ]
    for each in found.proposed:
        near = ", ".join(f"{slug} {percent(overlap)}" for slug, overlap in each.near)
        share = f"{finely(each.share)} % ({finely(each.low)}-{finely(each.high)})"
        cells = (
            str(each.number),
            each.name,
            ", ".join(each.words),
            count(len(each)),
            share,
            count(len(each.also)),
            near,
            f"{finely(each.after)} %",
        )
        lines.append(f"| {' | '.join(escaped(safe(cell)) for cell in cells)} |")
    for each in found.proposed:
        lines += ["", f"## {each.number}. {escaped(safe(each.name))}", ""]
        lines += [f"- {escaped(safe(' '.join(texts(place).split())))}" for place in each.central]
    return "\n".join([*lines, *(["", NOTE] if found.proposed else [])]) + "\n"


def discovered_rows(found: Discovered, texts: Texts, keys: Sequence[Key]) -> dict[str, list[str]]:
    """Lay the answers of all groups out as columns of a table, in the order of COLUMNS; one of several groups has several rows.

    Behind the members of a group stand those that themes claim and that seem to say it too.
    """
    rows = [
        (str(each.number), each.name, *keys[place], texts(place), "1" if place in each.central else "", claimed)
        for each in found.proposed
        for places, claimed in ((each.places, ""), (each.also, "1"))
        for place in places
    ]
    return {name: [row[at] for row in rows] for at, name in enumerate(COLUMNS)}


def discovered_sheets(found: Discovered, texts: Texts, keys: Sequence[Key]) -> tuple[Sheet, ...]:
    """Lay the groups out as a workbook: one sheet of groups, one of their answers."""
    heads = (
        "Group",
        "Proposed name",
        "Words",
        "Answers",
        "Of all",
        "Low",
        "High",
        "Also, claimed",
        "Near",
        "No theme after",
    )
    rows: list[tuple[Cell, ...]] = [
        (Cell("Groups of like answers", "title"),),
        (Cell(safe(_sentence(found.said)), "sub"),),
    ]
    rows += [(Cell(NOTE, "note"),), (Cell(None),), tuple(Cell(head, "head") for head in heads)]
    top = len(rows)
    rows += [_sheet_row(each) for each in found.proposed]
    table = discovered_rows(found, texts, keys)
    answers = [tuple(Cell(head.capitalize(), "head") for head in COLUMNS)]
    answers += [tuple(Cell(safe(cell), "text") for cell in row) for row in zip(*table.values(), strict=True)]
    return (
        Sheet("Groups", tuple(rows), (8.0, 28.0, 48.0, 10.0, 9.0, 9.0, 9.0, 14.0, 36.0, 16.0), (top, 2)),
        Sheet("Answers", tuple(answers), (8.0, 28.0, 14.0, 20.0, 90.0, 9.0, 9.0), (1, 0)),
    )


def _sheet_row(each: Proposed) -> tuple[Cell, ...]:
    near = ", ".join(f"{slug} {percent(overlap)}" for slug, overlap in each.near)
    shares = (Cell(share, "percent") for share in (each.share, each.low, each.high))
    return (
        Cell(each.number, "count"),
        Cell(safe(each.name), "label"),
        Cell(safe(", ".join(each.words)), "label"),
        Cell(len(each), "count"),
        *shares,
        Cell(len(each.also), "count"),
        Cell(safe(near), "label"),
        Cell(each.after, "percent"),
    )
