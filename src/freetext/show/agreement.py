"""Agreement on a terminal: figures with their intervals, how to read them, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from freetext.show.grid import Head, Line, grid
from freetext.show.numbers import EMPTY, count, fixed, percent
from freetext.show.screens import safe, weighted, wrap
from freetext.tallies.agreement_figures import (
    NOT_TWO,
    Agreement,
    Difference,
    Figure,
    PairAgreement,
    ThemeAgreement,
    differing_about,
    to_sharpen,
    to_tell,
)

HEADS = ("share", "alpha", "95 %", "positive", "reading", "kappa", "AC1", "differ")
SHOWN = 6
"""Answers that are named behind a theme."""

GENERAL = (
    "reading: by the lower end of alpha's 95 % interval: 0.80 and more rely, 0.667 and more tentative, below do not rely.",
    "positive: where one coder gave the theme, how often another did too; share: of all decisions, those that give it.",
    (
        "* rare: fewer than one decision in twenty gives it. Alpha and kappa are low there even where coders differ on few "
        "answers: read the positive agreement beside them."
    ),
)
"""How to read the figures of any agreement."""


def agreement_text(
    agreements: Sequence[Agreement], *, width: int = 80, colour: bool = False, differ: bool = False
) -> str:
    """Draw agreements as text that fits `width` cells, one below the other; `differ` lists every answer on which coders differ."""
    drawn = (
        _one(each, width=width, colour=colour, differ=differ, first=not place) for place, each in enumerate(agreements)
    )
    return "\n".join("\n".join(lines) + "\n" for lines in drawn)


def _one(agreement: Agreement, *, width: int, colour: bool, differ: bool, first: bool) -> Iterator[str]:
    yield from (weighted(line, "bold", colour=colour) for line in wrap(title(agreement), width))
    yield ""
    sections = [[Line(label, _parts(cells)) for label, cells in part] for part in rows(agreement)]
    share, alpha, between, *others = HEADS
    heads = [Head(share, 1), Head(f"{alpha}, {between}", 2), *(Head(head, 1) for head in others)]
    yield from grid(heads, [[], *sections], width=width, colour=colour)
    yield ""
    for note in (*(GENERAL if first else ()), *notes(agreement)):
        yield from (weighted(line, "dim", colour=colour) for line in wrap(note, width))
    if advice := to_do(agreement, listed=differ):
        yield from ("", weighted("What to do", "bold", colour=colour))
        for said in advice:
            yield from wrap(said, width)
    if differ and agreement.differing:
        yield from ("", weighted("Where they differ", "bold", colour=colour))
        for each in agreement.differing:
            yield from wrap(difference(each, agreement), width)


def _parts(cells: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Put the interval into alpha's column."""
    share, alpha, between, *others = cells
    return ((share,), (alpha, between), *((cell,) for cell in others))


def title(agreement: Agreement) -> str:
    """What is compared, on how many answers."""
    coders = safe(" and ".join(filter(None, (", ".join(agreement.coders[:-1]), agreement.coders[-1]))))
    what = {
        "coders": f"Agreement of {coders}",
        "model": "The model against people who had not seen what it says",
        "model in sight": "The model against people who had its suggestion in sight",
    }[agreement.kind]
    return f"{what}: {answers(agreement.n)} ({safe(agreement.codeframe)})"


def answers(number: int) -> str:
    """A number of answers."""
    return f"{count(number)} answer{'s' * (number != 1)}"


def rows(agreement: Agreement) -> list[list[tuple[str, list[str]]]]:
    """Lay the figures out as label and cells (see HEADS): the themes, the whole sets, and the pairs of more than two coders."""
    themes = [(safe(each.name) + " *" * each.rare, _theme(each)) for each in agreement.themes]
    differ = count(len(agreement.differing))
    sets = [
        ("Whole sets (MASI)", _whole(agreement.masi, differ)),
        ("Whole sets (Jaccard)", _whole(agreement.jaccard, differ)),
    ]
    pairs = [(_pair(each, agreement.n), _whole(each.masi, _unlike(each.n, each.identical))) for each in agreement.pairs]
    return [themes, sets, pairs]


def _theme(theme: ThemeAgreement) -> list[str]:
    figures = [fixed(each.value, 2) for each in (theme.positive, theme.kappa, theme.ac1)]
    return [
        *(percent(theme.prevalence), fixed(theme.alpha.value, 2), interval(theme.alpha), figures[0]),
        *(_reading(theme.alpha), figures[1], figures[2], count(theme.differ)),
    ]


def _whole(figure: Figure, differ: str) -> list[str]:
    return ["", fixed(figure.value, 2), interval(figure), "", _reading(figure), "", "", differ]


def _pair(pair: PairAgreement, n: int) -> str:
    fewer = f", {answers(pair.n)}" if pair.n != n else ""
    return safe(" and ".join(pair.coders)) + f" (MASI){fewer}"


def _unlike(n: int, identical: float | None) -> str:
    return EMPTY if identical is None else count(round(n * (1 - identical)))


def _reading(figure: Figure) -> str:
    return EMPTY if figure.value is None else figure.reading


def interval(figure: Figure) -> str:
    """An interval, its ends rounded outwards so that none reaches a threshold by rounding: `0.64 to 0.85`; a dash where there is none."""
    if figure.low is None or figure.high is None:
        return EMPTY
    ends = ((figure.low, ROUND_FLOOR), (figure.high, ROUND_CEILING))
    low, high = (Decimal(repr(end)).quantize(Decimal("0.01"), rounding=outwards) for end, outwards in ends)
    return f"{fixed(low, 2)} to {fixed(high, 2)}"


def notes(agreement: Agreement) -> Iterator[str]:
    """What a reader of these figures must know besides; only what applies."""
    for why, names in _undefined(agreement).items():
        yield f"{why}: {', '.join(names)}."
    if len(agreement.coders) > 2:
        yield f"{NOT_TWO}: name a pair with --coders {','.join(map(safe, agreement.coders[:2]))}."
    yield from (safe(note) for note in agreement.notes)


def _undefined(agreement: Agreement) -> dict[str, list[str]]:
    """Why an alpha, or its interval, is missing, and for which themes."""
    found: dict[str, list[str]] = {}
    for theme in agreement.themes:
        if theme.alpha.value is None:
            found.setdefault(f"No alpha, as {theme.alpha.why}", []).append(safe(theme.name))
        elif theme.alpha.low is None:
            found.setdefault("No interval, as it is given too rarely", []).append(safe(theme.name))
    return found


def to_do(agreement: Agreement, *, listed: bool = False) -> list[str]:
    """Say what follows: which definitions to sharpen, lowest agreement first, and of which themes more must be coded twice.

    `listed` says that the answers on which coders differ are listed anyway.
    """
    if agreement.kind == "model in sight" or not agreement.n:
        return []
    steps = list(_steps(agreement)) or ["Nothing: every theme that was given can be relied on."]
    said = [f"{place}. {step}" for place, step in enumerate(steps, start=1)] if len(steps) > 1 else steps
    if agreement.differing and not listed:
        apart = answers(len(agreement.differing))
        said.append(f"--differ lists all {apart} on which they differ, with the themes that each gave.")
    return said


def _steps(agreement: Agreement) -> Iterator[str]:
    people = agreement.kind == "coders"
    verb = "Sharpen the definition of" if people else "Give the model more labels of"
    for theme in to_sharpen(agreement):
        yield f"{verb} {safe(theme.name)}: {_named(differing_about(agreement, theme.theme))}."
    if tell := to_tell(agreement):
        names = ", ".join(safe(theme.name) for theme in tell)
        more = "code more answers twice" if people else "let more of the audit be coded"
        yield f"To be sure of {names}, {more}: they agree so far, in too few answers."


def _named(apart: Sequence[Difference]) -> str:
    first = ", ".join(answer_name(each) for each in apart[:SHOWN])
    more = f" and {len(apart) - SHOWN} more" if len(apart) > SHOWN else ""
    return f"they differ on {answers(len(apart))}: {first}{more}"


def answer_name(difference: Difference) -> str:
    """An answer by its id, and its question where it has one: `NIS003 (issues_year)`."""
    return safe(difference.id) + (f" ({safe(difference.question)})" if difference.question else "")


def difference(difference: Difference, agreement: Agreement) -> str:
    """One answer on which coders differ, on one line: `NIS003 (issues_year): ada culture; ben culture, resource`."""
    said = (
        f"{safe(coder)} {', '.join(themes) or 'no theme'}"
        for coder, themes in zip(agreement.coders, difference.said, strict=True)
        if themes is not None
    )
    return f"{answer_name(difference)}: {'; '.join(said)}"
