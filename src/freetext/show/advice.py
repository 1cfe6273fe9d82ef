"""What more labels would bring: a few lines for the terminal, the whole as Markdown and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from freetext.show.markdown import escaped
from freetext.show.numbers import EMPTY, count, fixed
from freetext.show.screens import safe, weighted, wrap
from freetext.survey.advice import Advice, ThemeAdvice

FORMAT = 1

SHOWN = 3
"""Themes that gain most and are named on a terminal; all stand in the file."""

LISTED = 8
"""Themes that are named of those that can be left to the model, and of those to be coded by hand."""

HEADS = ("theme", "labels", "F1", "with more", "80 %", "what to do")


def advice_text(advice: Advice, *, width: int = 100, colour: bool = False) -> str:
    """Write the advice in a few lines: what to do with the whole set, the themes that gain most, and those to leave alone."""
    lines = [weighted(line, "bold", colour=colour) for line in wrap(_title(advice), width)]
    for said in (whole(advice), *_themes(advice)):
        first, *others = wrap(said, width - 2)
        lines += [f"- {first}", *(f"  {line}" for line in others)]
    return "\n".join(lines) + "\n"


def _title(advice: Advice) -> str:
    people = f"{count(advice.respondents)} respondent{'s' * (advice.respondents != 1)}"
    return (
        f"What more labels would bring: {safe(advice.codeframe)}, {count(advice.answers)} labelled answers of {people}"
    )


def whole(advice: Advice) -> str:
    """Say what to do with the whole set, and why."""
    what = {
        "hand": "Code by hand, with the model as second coder",
        "more": "More labels pay",
        "enough": "The model can code the rest; more labels pay little"
        if advice.more
        else "The model can code answers like these",
    }[advice.verdict]
    said = f"{what}: {advice.reason}."
    if not advice.more:
        return f"{said} Nothing of this survey is left to code."
    if advice.verdict != "hand":
        said += f" {count(advice.more)} more would bring micro F1 to about {fixed(advice.micro_expected, 2)}"
        if advice.tally_error is not None:
            error, later = fixed(advice.tally_error, 1), fixed(advice.tally_expected, 1)
            said += f", and the mean error of a share in a large survey from about {error} to {later} points"
        said += "."
    return said


def _themes(advice: Advice) -> Iterator[str]:
    enough, gaining, by_hand = sorted_themes(advice)
    if enough:
        named = (f"{safe(each.name)} ({fixed(each.f1, 2)})" for each in enough)
        what = "Best learnt so far" if advice.verdict == "hand" else "Can be left to the model"
        yield f"{what} (F1): {_listed(named, len(enough))}."
    if gaining and advice.more:
        more = f"{count(advice.more)} more label{'s' * (advice.more != 1)}"
        yield f"Gain most from {more}: {'; '.join(_gain(each) for each in gaining[:SHOWN])}."
    if by_hand:
        named = (f"{safe(each.name)} ({count(each.labels)})" for each in by_hand)
        yield f"By hand, for want of labels: {_listed(named, len(by_hand))}."


def sorted_themes(advice: Advice) -> tuple[list[ThemeAdvice], list[ThemeAdvice], list[ThemeAdvice]]:
    """Part the themes by verdict: enough, the best first; more, the largest gain first; by hand, the commonest first."""
    enough = [each for each in advice.themes if each.verdict == "enough"]
    more = [each for each in advice.themes if each.verdict == "more"]
    by_hand = [each for each in advice.themes if each.verdict == "hand"]
    return (
        sorted(enough, key=lambda each: -(each.f1 or 0.0)),
        sorted(more, key=lambda each: -each.gain),
        sorted(by_hand, key=lambda each: -each.labels),
    )


def _listed(names: Iterator[str], total: int) -> str:
    first = [name for name, _ in zip(names, range(LISTED), strict=False)]
    return ", ".join(first) + (f" and {count(total - LISTED)} more" if total > LISTED else "")


def _gain(theme: ThemeAdvice) -> str:
    spread = f"{fixed(theme.low, 2)} to {fixed(theme.high, 2)}"
    return f"{safe(theme.name)} from {fixed(theme.f1, 2)} to about {fixed(theme.expected, 2)} ({spread})"


def to_do(theme: ThemeAdvice, more: int = 1, *, by_hand: bool = False) -> str:
    """Say what to do about one theme, where `more` answers could be labelled; `by_hand` says that all of them are to be coded so."""
    if theme.verdict == "hand":
        return f"code by hand: {count(theme.labels)} label{'s' * (theme.labels != 1)} only"
    if theme.verdict == "enough":
        return "best learnt so far" if by_hand else "enough: leave it to the model"
    if not more:
        return f"code by hand: F1 is {fixed(theme.f1, 2)}, and no answer is left to label"
    if by_hand:
        return "more labels would help it"
    if theme.enough_from is None:
        return "more labels; from when on it can be left to the model is too far off to tell"
    return f"more labels; can be left to the model from about {count(theme.enough_from)} labelled answers on"


def advice_markdown(advices: Sequence[Advice]) -> str:
    """Write whole advice as Markdown: what to do, the learning curve, and every theme."""
    return "\n".join("\n".join(_pages(advice)) + "\n" for advice in advices)


def _pages(advice: Advice) -> Iterator[str]:
    yield f"# {escaped(_title(advice))}"
    yield from ("", escaped(whole(advice)), "")
    yield from _table(("learnt from", "micro F1", "macro F1", "tally error, points"), _curve(advice))
    yield ""
    yield from _table(HEADS, (_row(each, advice) for part in sorted_themes(advice) for each in part))


def _curve(advice: Advice) -> Iterator[tuple[str, ...]]:
    for point in advice.curve:
        scores = (fixed(each, 2) for each in (point.micro_f1, point.macro_f1))
        yield (f"{count(point.answers)} answers", *scores, fixed(point.tally_error, 2))
    if not advice.more:
        return
    later = (fixed(advice.micro_expected, 2), EMPTY, fixed(advice.tally_expected, 2))
    yield (f"{count(advice.answers + advice.more)} answers, about", *later)


def _row(theme: ThemeAdvice, advice: Advice) -> tuple[str, ...]:
    spread = EMPTY if theme.low is None else f"{fixed(theme.low, 2)} to {fixed(theme.high, 2)}"
    name, said = safe(theme.name), to_do(theme, advice.more, by_hand=advice.verdict == "hand")
    return (name, count(theme.labels), fixed(theme.f1, 2), fixed(theme.expected, 2), spread, said)


def _table(heads: Sequence[str], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"| {' | '.join('---' if not place else '---:' for place in range(len(heads)))} |"
    for row in rows:
        yield f"| {' | '.join(escaped(cell) for cell in row)} |"


def advice_json(advices: Sequence[Advice]) -> str:
    """Write whole advice as JSON text (ASCII): `{"format": 1, "advice": [...]}`, the fields of `Advice`, null for no number."""
    return json.dumps({"format": FORMAT, "advice": [_rounded(asdict(each)) for each in advices]}, indent=1) + "\n"


def _rounded(value: object) -> object:
    """Round numbers to the four places that a model's facts keep."""
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(each) for each in value]
    return round(value, 4) if isinstance(value, float) else value
