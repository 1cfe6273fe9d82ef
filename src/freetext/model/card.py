"""The model's card: what it was made from and how far it can be trusted, as Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from freetext.model.bundle import Model


def card_text(model: Model) -> str:
    """Write the card."""
    facts = model.facts
    scores: dict[str, Any] = facts.get("scores", {})
    per_theme: dict[str, Any] = scores.get("themes", {})
    lines = [
        f"# Model {model.name} {model.digest}",
        "",
        f"Learnt from {facts['answers']} answers of {facts['respondents']} respondents. Questions: {facts['questions']}.",
        f"Answers with a theme that coders dispute: {facts['disputed']}.",
        *_scored(scores),
        "",
        "A cut-off gives a theme as many codes as it has labels, so precision and recall are (nearly) F1 too.",
        "",
        "| theme | positives | F1 | |",
        "| --- | ---: | ---: | --- |",
    ]
    for theme, count, cutoff in zip(model.codeframe.themes, model.positives, model.cutoffs, strict=True):
        row = per_theme.get(theme.slug, {})
        note = "too few to learn: codes by rules only" if cutoff.margin is None else ""
        lines.append(f"| {theme.slug} | {count} | {_figure(row.get('f1'))} | {note} |")
    return "\n".join([*lines, ""])


def _scored(scores: Mapping[str, Any]) -> list[str]:
    """Say how well it codes, or that nobody knows."""
    if scores.get("micro_f1") is None:
        return ["No scores: nobody could be held out of the model, or no theme has labels enough."]
    return [
        "Scores are out of fold: every answer was coded by a model that had not seen its respondent.",
        "",
        f"Micro F1 {_figure(scores['micro_f1'])}, macro F1 {_figure(scores.get('macro_f1'))}.",
    ]


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
