"""The model's card: what it was made from and how far it can be trusted, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from freetext.model.bundle import Model

LABELLED = "A cut-off gives a theme as many codes as it has labels, so precision and recall are (nearly) F1 too."
SURVEY = (
    "A cut-off gives a theme as many codes in the whole survey as are expected there: labelled answers count by their labels, the "
    "others by their probabilities. On the labelled ones alone precision and recall may differ."
)


def card_text(model: Model) -> str:
    """Write the card of a model fresh from training: facts only, no time and no place, so that the same model has the same card."""
    facts = model.facts
    return "\n".join(
        [
            f"# Model {model.name} {model.digest}",
            "",
            *_made_from(model),
            *_scored(facts.get("scores", {})),
            *_audited(facts.get("locked")),
            *_themes(model),
            *_calibrated(facts.get("calibration")),
            "",
        ]
    )


def _made_from(model: Model) -> Iterator[str]:
    """Say what it was learnt from, and the hashes by which that is known again."""
    facts = model.facts
    yield (
        f"Learnt from {facts['answers']} answers of {facts['respondents']} respondents. Questions: {facts['questions']}."
    )
    yield f"Answers with a theme that coders dispute: {facts['disputed']}."
    if unlabelled := facts.get("unlabelled"):
        yield (
            f"Cut-offs were set on these and on {unlabelled['answers']} answers of the same survey that it had no labels of "
            f"(hash {unlabelled['texts']})."
        )
    recipe = facts.get("recipe")
    if isinstance(recipe, Mapping):
        yield f"Recipe: {', '.join(f'{key} {value}' for key, value in recipe.items())}. Seed: {facts.get('seed')}."
    yield f"Labels and texts: hash {facts.get('labels', '-')}. Codeframe: hash {model.codeframe.digest}."


def _scored(scores: Mapping[str, Any]) -> list[str]:
    """Say how well it codes, or that nobody knows."""
    if scores.get("micro_f1") is None:
        return ["No scores: nobody could be held out of the model, or no theme has labels enough."]
    return [
        "",
        "Scores are out of fold: every answer was coded by a model that had not seen its respondent.",
        "",
        _both(scores),
    ]


def _audited(locked: Mapping[str, Any] | None) -> list[str]:
    """Say how well it codes what it was kept from."""
    if not locked:
        return []
    held = (
        f"The audit was kept from it: {locked['answers']} answers of {locked['respondents']} respondents "
        f"(hash {locked['labels']}). On these:"
    )
    return ["", held, "", _both(locked["scores"])]


def _both(scores: Mapping[str, Any]) -> str:
    micro, macro = (
        _figure(scores.get(f"{kind}_f1")) + _spread(scores.get(f"{kind}_interval")) for kind in ("micro", "macro")
    )
    return f"Micro F1 {micro}, macro F1 {macro}."


def _themes(model: Model) -> Iterator[str]:
    """The table of themes: F1 out of fold and, where an audit was held out, on the audit."""
    facts = model.facts
    locked = facts.get("locked")
    tables = [facts.get("scores", {}), *([locked["scores"]] if locked else [])]
    yield from (
        "",
        SURVEY if facts.get("unlabelled") else LABELLED,
        "",
    )
    yield f"| theme | positives | F1 |{' on the audit |' if locked else ''} |"
    yield f"| --- | ---: | ---: |{' ---: |' if locked else ''} --- |"
    for theme, count, cutoff in zip(model.codeframe.themes, model.positives, model.cutoffs, strict=True):
        figures = " | ".join(_figure(scores.get("themes", {}).get(theme.slug, {}).get("f1")) for scores in tables)
        note = "too few to learn: codes by rules only" if cutoff.margin is None else ""
        yield f"| {theme.slug} | {count} | {figures} | {note} |"


def _calibrated(table: Mapping[str, Any] | None) -> Iterator[str]:
    """The reliability table: what it calls probable, and how often that is true."""
    if not table or table.get("error") is None:
        return
    yield from ("", "## Does what it calls probable come true?", "")
    yield from ("| probability | decisions | mean | true |", "| --- | ---: | ---: | ---: |")
    bins = table["bins"]
    for each in bins:
        start = each["from"]
        yield f"| {start:.1f} to {start + 0.1:.1f} | {each['decisions']} | {each['said']:.2f} | {each['true']:.2f} |"
    yield from ("", f"Out of fold; the two differ by {table['error']:.3f} on average (expected calibration error).")


def _spread(interval: list[float] | None) -> str:
    return "" if interval is None else f" ({interval[0]:.2f} to {interval[1]:.2f})"


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
