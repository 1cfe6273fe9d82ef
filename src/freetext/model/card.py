"""The model's card: what it was made from and how far it can be trusted, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from freetext.model.bundle import Model
from freetext.model.cutoffs import FEWEST_POSITIVES
from freetext.model.unlabelled import mute

LABELLED = "A cut-off gives a theme as many codes as it has labels, so precision and recall are (nearly) F1 too."
FAVOURS_F1 = (
    "Cut-offs favour F1: a theme has more codes than answers, or fewer. F1 is that of each fifth of the answers at the level "
    "that the other four tell."
)
SINGLE = "Every answer has exactly one theme, and the themes have the shares that are expected of them."
RARE = "F1 is told of themes with {least} labels or more; macro F1 is the mean over all themes, the rarer ones too."
SURVEY = (
    "A cut-off gives a theme as many codes in the whole survey as are expected there: labelled answers count by their labels, the "
    "others by their probabilities. On the labelled ones alone precision and recall may differ."
)


NEEDED = 100
"""Codes that are needed to show that few are wrong: those in answers that are not flagged, worth so many independent ones."""

COLD = (
    "No labels taught it: it compares answers with the names, definitions, examples and phrases of the codeframe, and codes by that alone.",
    "",
    (
        "How far can it be trusted? On this survey nobody knows. Elsewhere (15 themes of patients' comments, with definitions and "
        "examples) it ranked answers with a mean average precision of .37, where chance gives .08 and 512 labels give .53. "
        "Every code of it asks for review. Label 32 to 64 answers and train."
    ),
    "",
    "A cut-off gives a theme as many codes as a theme may be expected to have before anybody has said so: shares are guesses, not findings.",
)


def card_text(model: Model) -> str:
    """Write the card of a model fresh from training: facts only, no time and no place, so that the same model has the same card."""
    facts = model.facts
    if model.cold:
        return "\n".join([f"# Model {model.name} {model.digest}", "", *COLD, "", *_unlabelled(model), ""])
    return "\n".join(
        [
            f"# Model {model.name} {model.digest}",
            "",
            *_made_from(model),
            *_scored(facts.get("scores", {})),
            *_audited(facts.get("locked")),
            *_themes(model),
            *_favours(model),
            *_reviewed(facts.get("review")),
            *_calibrated(facts.get("calibration")),
            "",
        ]
    )


def _unlabelled(model: Model) -> Iterator[str]:
    """Say what a model was made from that no label taught, and which of its themes it cannot code."""
    told = model.facts["unlabelled"]
    yield f"Made from {told['answers']} answers that nobody has labelled{_hashed(told)}. Seed: {model.facts.get('seed')}."
    yield f"Codeframe: hash {model.codeframe.digest}."
    yield _reading(model)
    if dumb := mute(model.codeframe, model.cutoffs):
        yield f"Coded by rules only, for their words say nothing that the answers know: {', '.join(dumb)}."


def _hashed(told: Mapping[str, Any]) -> str:
    """Few answers have no hash: it would prove a guess at what one of them says."""
    return f" (hash {told['texts']})" if "texts" in told else ""


def _made_from(model: Model) -> Iterator[str]:
    """Say what it was learnt from, and the hashes by which that is known again."""
    facts = model.facts
    yield (
        f"Learnt from {facts['answers']} answers of {facts['respondents']} respondents. Questions: {facts['questions']}."
    )
    if isinstance(sample := facts.get("sample"), Mapping):
        yield (
            f"These are a random sample, person by person, of {sample['answers']} labelled answers of {sample['respondents']} respondents."
        )
    yield f"Answers with a theme that coders dispute: {facts['disputed']}."
    if unlabelled := facts.get("unlabelled"):
        yield (
            f"Cut-offs were set on these and on {unlabelled['answers']} answers of the same survey that it had no labels of"
            f"{_hashed(unlabelled)}."
        )
    yield _reading(model)
    recipe = facts.get("recipe")
    if isinstance(recipe, Mapping):
        yield f"Recipe: {', '.join(f'{key} {value}' for key, value in recipe.items())}. Seed: {facts.get('seed')}."
    if isinstance(vectors := facts.get("vectors"), Mapping):
        yield f"Static vectors: {vectors['name']} (hash {vectors['digest']}); it codes with these alone."
    yield f"Labels and texts: hash {facts.get('labels', '-')}. Codeframe: hash {model.codeframe.digest}."


def _reading(model: Model) -> str:
    """Say whether it saw names and numbers of people."""
    if model.masked:
        return "Personal data that rules find was hidden from it, and is when it codes."
    return "It reads answers as they stand: names and numbers of people may be among its words."


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
    yield ""
    if said := list(_read(model)):
        yield from (" ".join(said), "")
    yield f"| theme | positives | F1 |{' on the audit |' if locked else ''} |"
    yield f"| --- | ---: | ---: |{' ---: |' if locked else ''} --- |"
    for theme, count, cutoff in zip(model.codeframe.themes, model.positives, model.cutoffs, strict=True):
        told = [scores.get("themes", {}).get(theme.slug, {}).get("f1") for scores in tables]
        told[0] = told[0] if count >= FEWEST_POSITIVES else None
        figures = " | ".join(map(_figure, told))
        by_words = "by its definition" if count < FEWEST_POSITIVES else ""
        note = "too few to learn: codes by rules only" if cutoff.margin is None else by_words
        yield f"| {theme.slug} | {count} | {figures} | {note} |"


def _read(model: Model) -> Iterator[str]:
    """Say how the figures of the table are to be read; nothing where there are none."""
    recipe = model.facts.get("recipe")
    if model.facts.get("scores", {}).get("micro_f1") is None:
        return
    if model.codeframe.single:
        yield SINGLE
    elif isinstance(recipe, Mapping) and recipe.get("favour") == "f1":
        yield FAVOURS_F1
    else:
        yield SURVEY if model.facts.get("unlabelled") else LABELLED
    if any(0 < count < FEWEST_POSITIVES for count in model.positives):
        yield RARE.format(least=FEWEST_POSITIVES)


def _favours(model: Model) -> Iterator[str]:
    """Say what cut-offs cost that serve the tally, and what those cost that serve F1."""
    told = model.facts.get("favours")
    recipe = model.facts.get("recipe")
    if not told or not isinstance(recipe, Mapping) or model.codeframe.single:
        return
    yield from ("", "## What do cut-offs cost that favour the tally, or F1?", "")
    yield from ("| favour | micro F1 | macro F1 | tally error, points |", "| --- | ---: | ---: | ---: |")
    for favour, row in told.items():
        name = f"{favour} (this model)" if favour == recipe.get("favour") else favour
        yield f"| {name} | {_finer(row['micro_f1'])} | {_finer(row['macro_f1'])} | {_figure(row['tally_error'])} |"
    yield from (
        "",
        (
            "Out of fold. The tally's error is the mean over the themes in a fifth of the labelled answers, at cut-offs from the other four; "
            "of few labels it is mostly the chance of who fell into which fifth."
        ),
    )


def _reviewed(told: Mapping[str, Any] | None) -> Iterator[str]:
    """Say which answers are flagged, and how many codes in the others are wrong."""
    if not told:
        return
    yield from ("", "## Which answers want a person?", "")
    if told["below"] is None:
        yield (f"Every answer is flagged: {_of_all(told)}. {_unproven(told)}")
        return
    yield (
        f"Flagged are answers with a code of a probability below {told['below']:.2f}, with a theme above {told['above']:.2f} that is "
        f"not coded, or with no theme at all. {told['flagged']:.0%} of the labelled answers are flagged; of the {told['codes']:,} codes in "
        f"the others {told['wrong'] / told['codes']:.1%} were wrong out of fold (bound {told['bound']:.0%}, kept at 95 % confidence). "
        f"Without any flag {_of_all(told)}."
    )


def _unproven(told: Mapping[str, Any]) -> str:
    """Say whether codes are too few to show anything, or enough of them wrong."""
    codes, worth = told["all_codes"], told.get("all_worth", told["all_codes"])
    if codes < NEEDED:
        return f"That few of them are wrong cannot be shown: {codes:,} codes, and {NEEDED} are needed to show it."
    if worth < NEEDED:
        return (
            f"That few of them are wrong cannot be shown: {codes:,} codes of people whose codes are wrong together say as much as "
            f"{worth:,} independent ones, and {NEEDED} are needed to show it."
        )
    return f"The model is too weak: of no part of {NEEDED} codes or more could it be shown that fewer than {told['bound']:.0%} are wrong."


def _of_all(told: Mapping[str, Any]) -> str:
    """Say how many of all codes are wrong out of fold."""
    codes = told["all_codes"]
    return (
        f"{told['all_wrong'] / codes:.0%} of {codes:,} codes are wrong out of fold"
        if codes
        else "nothing was coded out of fold"
    )


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


def _finer(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
