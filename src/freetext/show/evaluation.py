"""An evaluation on a terminal and as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

from freetext.show.grid import Head, Line, grid
from freetext.show.numbers import EMPTY, count, fixed
from freetext.show.screens import safe, weighted, wrap
from freetext.tallies.evaluate import Evaluation

HEADS = ("true", "coded", "precision", "recall", "F1", "kappa")


def evaluation_text(evaluation: Evaluation, *, width: int = 80, colour: bool = False) -> str:
    """Draw an evaluation as text that fits `width` cells; a dash where a figure is undefined."""
    blank = f" ({count(evaluation.blank)} blank left out)" if evaluation.blank else ""
    rows = [
        Line(
            safe(theme.name),
            _cells(
                *(count(theme.n), count(theme.predicted)),
                *(fixed(figure, 2) for figure in (theme.precision, theme.recall, theme.f1, theme.kappa)),
            ),
        )
        for theme in evaluation.themes
    ]
    micro = (evaluation.micro_precision, evaluation.micro_recall, evaluation.micro_f1)
    means = [
        Line("Micro (all decisions)", _cells("", "", *(fixed(figure, 2) for figure in micro), "")),
        Line("Macro (themes that occur)", _cells("", "", "", "", fixed(evaluation.macro_f1, 2), "")),
        Line("Samples (mean of answers)", _cells("", "", "", "", fixed(evaluation.samples_f1, 2), "")),
    ]
    lines = [weighted(f"Coding against labels: {count(evaluation.answers)} answers{blank}", "bold", colour=colour), ""]
    lines += grid([Head(head, 1) for head in HEADS], [[], rows, means], width=width, colour=colour)
    undefined = any(None in (theme.precision, theme.recall, theme.f1, theme.kappa) for theme in evaluation.themes)
    notes = wrap(f"{EMPTY} undefined: the theme is in no label, in no coding, or in all.", width) if undefined else []
    return (
        "\n".join([*lines, *([""] if notes else []), *(weighted(each, "dim", colour=colour) for each in notes)]) + "\n"
    )


def evaluation_json(evaluation: Evaluation) -> str:
    """Write an evaluation as JSON text (ASCII): the fields of `Evaluation` and `ThemeScore`, null where undefined."""
    return json.dumps({"format": 1, **asdict(evaluation)}, indent=1, allow_nan=False) + "\n"


def _cells(*figures: str) -> tuple[tuple[str, ...], ...]:
    return tuple((figure,) for figure in figures)
