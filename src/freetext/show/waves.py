"""The waves of a survey, as a table for the terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from freetext.show.grid import Head, Line, grid
from freetext.show.numbers import EMPTY, count
from freetext.show.screens import safe, wrap
from freetext.survey.waves import Wave

FORMAT = 1
HEADS = ("answers", "blank", "labelled", "audited", "coded", "by model")
DIGITS = 8
"""Digits of a digest that a cell shows."""


def waves_text(waves: Sequence[Wave], *, width: int = 100, colour: bool = False) -> str:
    """Draw the waves, a line each, the oldest first; `*` marks the present one, and a file that cannot be read stands below."""
    lines = [_line(each) for each in waves]
    drawn = grid([Head(head, 1) for head in HEADS], [lines], width=width, colour=colour)
    faults = [wrap(f"{safe(each.file)} cannot be read: {safe(each.fault)}", width) for each in waves if each.fault]
    return "\n".join([*drawn, *(line for fault in faults for line in fault)]) + "\n"


def _line(wave: Wave) -> Line:
    known = not wave.fault
    counts = (wave.answers, wave.blank, wave.labelled, wave.audited)
    models = ", ".join(safe(each[:DIGITS]) for each in wave.models)
    cells = (*(count(each) if known else EMPTY for each in counts), safe(wave.coded) or EMPTY, models or EMPTY)
    return Line(f"{safe(wave.file)}{' *' if wave.present else ''}", tuple((cell,) for cell in cells))


def waves_json(waves: Sequence[Wave]) -> str:
    """Write the waves as JSON (ASCII): `{"format": 1, "waves": [...]}`, each with the fields of `Wave` and its name."""
    values = [{"name": each.name, **asdict(each)} for each in waves]
    return json.dumps({"format": FORMAT, "waves": values}, indent=1) + "\n"
