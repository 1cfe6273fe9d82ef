"""An old model against a new one: on a terminal, and as the end of the new one's card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from freetext.show.grid import Head, Line, grid
from freetext.show.numbers import EMPTY, count, fixed
from freetext.show.screens import safe, weighted, wrap
from freetext.tallies.paired import Comparison, Difference, ThemeChange, Verdict

GROUNDS = {
    "audit": "{answers} audited answers of {respondents} respondents, which neither has seen",
    "folds": "the recipes on the same {answers} labelled answers of {respondents} respondents, out of fold",
    "cards": "by their cards alone, each on its own labels: no fair comparison",
}

HEADS = ("old", "new", "change", "positives")


def comparison_text(
    comparison: Comparison,
    old: str,
    new: str,
    *,
    added: Sequence[str] = (),
    gone: Sequence[str] = (),
    width: int = 80,
    colour: bool = False,
) -> str:
    """Draw a comparison as text that fits `width` cells: F1 of each theme, then micro F1 and the tally's mean error."""
    lines = [weighted(each, "bold", colour=colour) for each in wrap(f"{old} (old) against {new} (new)", width)]
    lines += [*wrap(f"F1 on {_ground(comparison)}" if comparison.answers else _ground(comparison), width), ""]
    heads = [*(Head(name, 1) for name in HEADS), Head("", 1)]
    sections = [[], [_theme(each) for each in comparison.themes], [*_overall(comparison)]]
    lines += grid(heads, sections, width=width, colour=colour)
    notes = [line for note in _left(added, gone) for line in wrap(note, width)]
    return "\n".join([*lines, *([""] if notes else []), *notes]) + "\n"


def verdict_line(verdict: Verdict, old: str, new: str) -> str:
    """Say in one line which version is in force, and why."""
    if verdict.outcome == "kept":
        return f"kept: {old}, because {verdict.because}"
    return f"in force: {new}, because {verdict.because}"


def verdict_markdown(verdict: Verdict, old: str) -> str:
    """Write what changed against the version `old`, as the end of a card; empty where there was none."""
    compared = verdict.comparison
    if compared is None:
        return ""
    lines = [f"## Against {old}", "", f"{_sentence(_ground(compared))}: {verdict.because}.", ""]
    lines += ["| theme | old F1 | new F1 | change | positives | |", "| --- | ---: | ---: | ---: | ---: | --- |"]
    for line in (*map(_theme, compared.themes), *_overall(compared)):
        cells = (parts[0] for parts in line.cells)
        lines.append(f"| {line.label} | {' | '.join(cells)} |")
    notes = list(_left(verdict.added, verdict.gone))
    return "\n".join([*lines, *([""] if notes else []), *notes, ""])


def _ground(comparison: Comparison) -> str:
    return GROUNDS[comparison.ground].format(
        answers=count(comparison.answers), respondents=count(comparison.respondents)
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _theme(each: ThemeChange) -> Line:
    change = None if each.old is None or each.new is None else each.new - each.old
    figures = (fixed(each.old, 2), fixed(each.new, 2), _signed(change, 2), count(each.positives))
    standing = "" if each.standing == "not compared" else each.standing
    return Line(safe(each.theme), _cells(*figures, standing))


def _overall(comparison: Comparison) -> Iterator[Line]:
    yield _figure("Micro F1", comparison.micro, 2, 3)
    if comparison.tally.old is not None:
        yield _figure("Mean tally error, points", comparison.tally, 2, 2)


def _figure(label: str, figure: Difference, places: int, finer: int) -> Line:
    low, high = _signed(figure.low, finer), _signed(figure.high, finer)
    spread = f"{low} to {high}" if figure.low is not None else ""
    return Line(
        label,
        _cells(fixed(figure.old, places), fixed(figure.new, places), _signed(figure.difference, finer), "", spread),
    )


def _signed(value: float | None, places: int) -> str:
    if value is None:
        return EMPTY
    text = fixed(value, places)
    return text if text.startswith("-") else f"+{text}"


def _cells(*figures: str) -> tuple[tuple[str, ...], ...]:
    return tuple((figure,) for figure in figures)


def _left(added: Sequence[str], gone: Sequence[str]) -> Iterator[str]:
    """Say which themes could not be compared."""
    if added:
        yield f"New: {', '.join(map(safe, added))}."
    if gone:
        yield f"Gone: {', '.join(map(safe, gone))}."
