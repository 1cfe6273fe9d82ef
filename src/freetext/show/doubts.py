"""Labels that the model doubts: lines for the terminal. Texts are personal, and shown to those alone who ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from freetext.show.numbers import count, fixed
from freetext.show.screens import display_width, left, safe, weighted, wrap
from freetext.survey.doubts import Doubt, Doubts
from freetext.survey.labels import Key

HEADS = ("label", "model", "theme", "coder", "question", "id")

WIDEST = 34
"""Cells that a name takes at most."""


def doubts_text(
    doubts: Doubts, *, width: int = 100, colour: bool = False, texts: Mapping[Key, str] | None = None
) -> str:
    """Draw the doubted labels, a line each: what people say, how probable the model finds the theme, which answer."""
    lines = [weighted(line, "bold", colour=colour) for line in wrap(_title(doubts), width)]
    rows = [_cells(each) for each in doubts.found]
    kept = [place for place in range(len(HEADS)) if any(row[place] for row in rows)]
    widths = [max(display_width(row[place]) for row in (HEADS, *rows)) for place in kept]
    if rows:
        lines += ["", weighted(_line(HEADS, kept, widths), "dim", colour=colour)]
    for row, doubt in zip(rows, doubts.found, strict=True):
        lines.append(_line(row, kept, widths))
        if texts is not None:
            said = safe(texts.get((doubt.id, doubt.question), ""))
            lines += [f"    {line}" for line in wrap(said, width - 4) if line]
    notes = [line for note in _notes(doubts) for line in wrap(note, width)]
    lines += ["", *(weighted(line, "dim", colour=colour) for line in notes)]
    return "\n".join(lines) + "\n"


def _title(doubts: Doubts) -> str:
    return (
        f"The {count(len(doubts.found))} labels that the model doubts most, of {count(doubts.decisions)} on "
        f"{count(doubts.answers)} answers and {count(doubts.themes)} theme{'s' * (doubts.themes != 1)}"
    )


def _cells(doubt: Doubt) -> tuple[str, ...]:
    coders = ", ".join(safe(each) for each in doubt.coders)
    return (
        "yes" if doubt.given else "no",
        fixed(doubt.probability, 2),
        *(_cut(safe(each)) for each in (doubt.theme, coders, doubt.question, doubt.id)),
    )


def _cut(text: str) -> str:
    if display_width(text) <= WIDEST:
        return text
    kept = ""
    for character in text:
        if display_width(kept + character) > WIDEST - 3:
            break
        kept += character
    return f"{kept}..."


def _line(cells: Sequence[str], kept: Sequence[int], widths: Sequence[int]) -> str:
    """Pad the cells that are shown to the widths of their columns."""
    return "  ".join(left(cells[place], wide) for place, wide in zip(kept, widths, strict=True)).rstrip()


def _notes(doubts: Doubts) -> Iterator[str]:
    yield (
        "label: what people say; model: how probable it finds the theme by the text alone. Some are slips, some hard "
        "answers: read them, and mend what is wrong."
    )
    yield "The order counts the answer's other labels too: a theme that is missing is doubted more where the answer has no other."
    if doubts.rare:
        many = len(doubts.rare) != 1
        yield f"Not doubted, for want of labels: {count(len(doubts.rare))} theme{'s' * many}."
    if doubts.kept_out:
        yield (
            f"Not listed: {count(doubts.kept_out)} answers of the blind audit. Mended by what the model says, they could no "
            "longer judge it."
        )
