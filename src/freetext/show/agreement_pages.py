"""Agreement as JSON, as Markdown and as the sheets of a workbook."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from freetext.show.agreement import GENERAL, HEADS, difference, notes, rows, title, to_do
from freetext.show.markdown import escaped
from freetext.show.screens import safe
from freetext.survey.sheet import Cell, Sheet
from freetext.tallies.agreement_figures import Agreement, Figure, ThemeAgreement, to_sharpen

FORMAT = 1
FIGURES = ("alpha", "kappa", "AC1", "positive")
BLANK = Cell(None)


def agreement_json(agreements: Sequence[Agreement]) -> str:
    """Write agreements as JSON text (ASCII): the fields of `Agreement`, with readings, and what each coder said by name."""
    whole = {"format": FORMAT, "agreements": [_json(each) for each in agreements]}
    return json.dumps(whole, indent=1, allow_nan=False) + "\n"


def _json(agreement: Agreement) -> dict[str, Any]:
    return {
        **asdict(agreement),
        "themes": [{**asdict(each), "reading": each.reading, "rare": each.rare} for each in agreement.themes],
        "masi": {**asdict(agreement.masi), "reading": agreement.masi.reading},
        "jaccard": {**asdict(agreement.jaccard), "reading": agreement.jaccard.reading},
        "sharpen": [theme.theme for theme in to_sharpen(agreement)],
        "differing": [
            {"id": each.id, "question": each.question, "said": dict(zip(agreement.coders, each.said, strict=True))}
            for each in agreement.differing
        ],
    }


def agreement_markdown(agreements: Sequence[Agreement], *, differ: bool = False) -> str:
    """Draw agreements as Markdown tables, one after the other; `differ` lists every answer on which coders differ."""
    drawn = (_markdown(each, differ=differ, first=not place) for place, each in enumerate(agreements))
    return "\n".join("\n".join(lines) + "\n" for lines in drawn)


def _markdown(agreement: Agreement, *, differ: bool, first: bool) -> Iterator[str]:
    yield from (f"### {escaped(title(agreement))}", "", _line(["", *HEADS]), _line(["---", *("---:" for _ in HEADS)]))
    for label, cells in (row for part in rows(agreement) for row in part):
        yield _line([escaped(label), *map(escaped, cells)])
    yield ""
    yield from (f"- {escaped(note)}" for note in (*(GENERAL if first else ()), *notes(agreement)))
    if advice := to_do(agreement, listed=differ):
        yield from ("", "**What to do**", "", *(f"{escaped(said)}\\" for said in advice[:-1]), escaped(advice[-1]))
    if differ and agreement.differing:
        yield from ("", "**Where they differ**", "")
        yield from (f"- {escaped(difference(each, agreement))}" for each in agreement.differing)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def agreement_sheets(agreements: Sequence[Agreement]) -> tuple[Sheet, ...]:
    """Lay agreements out: two sheets each, the figures with their intervals and the answers on which coders differ."""
    sheets = []
    for number, each in enumerate(agreements, start=1):
        behind = f" {number}" if len(agreements) > 1 else ""
        sheets += [_figures(each, f"Agreement{behind}"), _differing(each, f"Differ{behind}")]
    return tuple(sheets)


def _figures(agreement: Agreement, name: str) -> Sheet:
    heads = ["n", "Given", "Differ", "Share", "Reading"]
    heads += [f"{figure}{part}" for figure in FIGURES for part in ("", " low", " high")]
    lines: list[tuple[Cell, ...]] = [(Cell(title(agreement), "title"),), (BLANK,)]
    lines += [(Cell("", "head"), *(Cell(head, "head") for head in heads))]
    top = len(lines)
    lines += [_theme(each) for each in agreement.themes]
    wholes = [
        ("Whole sets (MASI)", agreement.n, agreement.masi),
        ("Whole sets (Jaccard)", agreement.n, agreement.jaccard),
    ]
    wholes += [(f"{safe(' and '.join(pair.coders))} (MASI)", pair.n, pair.masi) for pair in agreement.pairs]
    lines += [(BLANK,), *(_whole(label, n, figure) for label, n, figure in wholes), (BLANK,)]
    lines += [(Cell(note, "note"),) for note in (*GENERAL, *notes(agreement))]
    lines += [(BLANK,), (Cell("What to do", "sub"),), *((Cell(said),) for said in to_do(agreement, listed=True))]
    return Sheet(name, tuple(lines), (36.0, *(8.0 for _ in range(4)), 12.0, *(8.0 for _ in range(12))), (top, 1))


def _theme(theme: ThemeAgreement) -> tuple[Cell, ...]:
    counts = (Cell(number, "count") for number in (theme.n, theme.given, theme.differ))
    figures = (theme.alpha, theme.kappa, theme.ac1, theme.positive)
    parts = (part for figure in figures for part in _parts(figure))
    reading = Cell(theme.reading if theme.alpha.value is not None else None)
    return (Cell(safe(theme.name), "label"), *counts, Cell(theme.prevalence, "percent"), reading, *parts)


def _whole(label: str, n: int, figure: Figure) -> tuple[Cell, ...]:
    reading = Cell(figure.reading if figure.value is not None else None)
    return (Cell(label, "label"), Cell(n, "count"), BLANK, BLANK, BLANK, reading, *_parts(figure))


def _parts(figure: Figure) -> tuple[Cell, ...]:
    return tuple(Cell(value, "number") for value in (figure.value, figure.low, figure.high))


def _differing(agreement: Agreement, name: str) -> Sheet:
    heads = ("id", "question", *map(safe, agreement.coders))
    lines: list[tuple[Cell, ...]] = [tuple(Cell(head, "head") for head in heads)]
    for each in agreement.differing:
        said = (None if themes is None else "; ".join(themes) or "no theme" for themes in each.said)
        lines.append((Cell(each.id), Cell(each.question), *map(Cell, said)))
    return Sheet(name, tuple(lines), (16.0, 20.0, *(32.0 for _ in agreement.coders)), (1, 0))
