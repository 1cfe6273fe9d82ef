"""The options of closed questions -> their codes in a data file: numbers keep themselves, and the rows of a grid have the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TypeAlias

from freetext.errors import InputError, NegativeAnswer
from freetext.files.exchange.exports_columns import TRUTHS
from freetext.files.tabular.rows import Table
from freetext.survey.codeframe import fold
from freetext.survey.questionnaire import Question
from freetext.tallies.options import closed_responses

Codes: TypeAlias = tuple[tuple[int, str], ...]

WORDS: tuple[Mapping[str, int], ...] = (TRUTHS, {"no": 0, "yes": 1})
"""Words that have the same code in every file."""

WHOLE = re.compile(r"(?!-0)-?(?:0|[1-9][0-9]{0,8})", re.ASCII)
NUMBERED = re.compile(
    r"([0-9]{1,3})(?:\s*[-\u2013\u2014:=).(]|\s).*|.*(?:[-\u2013\u2014:=(]\s*)([0-9]{1,3})\)?", re.ASCII | re.DOTALL
)
"""An option that says its number beside its words: `0 - not at all`, `very likely (10)`."""

STEM = re.compile(r"(.+?)\s*\[.+\]|(.+?)[_.][0-9]+|(.+?)(?:\s[-\u2013]\s|:\s|\?\.).+", re.DOTALL)
"""What the columns of one grid begin with: `Rate us [Staff]`, `Q5_1`, `Rate us - Staff`, `Rate us?.Staff`."""


def option_codes(options: Sequence[str], *, reserved: Collection[str] = ()) -> Codes:
    """Give each option its code, in the order of the codes.

    Whole numbers are their own code; false and no are 0, true and yes 1. Of a scale whose ends alone have words an end is the number
    that it says, else the one before the first or behind the last of numbers that follow one another; `reserved` options are no ends. Others get the numbers from 1
    on that are free, behind those of a scale.
    """
    names = list({fold(option): option for option in reversed(options)}.values())[::-1]
    truths = _truths(names)
    fixed = truths or {place: int(name) for place, name in enumerate(names) if WHOLE.fullmatch(name.strip())}
    kinds = {fold(each) for each in reserved}
    told = sum(place in fixed or bool(NUMBERED.fullmatch(name.strip())) for place, name in enumerate(names))
    scale = bool(fixed) and 2 * told >= sum(fold(name) not in kinds for name in names)
    if scale and not truths:
        fixed = _ends(names, fixed, kinds)
    taken = set(fixed.values())
    free = (code for code in count(max([0, *taken]) + 1 if scale else 1) if code not in taken)
    coded = [fixed[place] if place in fixed else next(free) for place in range(len(names))]
    return tuple(sorted(zip(coded, names, strict=True)))


def _truths(names: Sequence[str]) -> dict[int, int]:
    """Give the codes of false and true, or of no and yes, where the options are these or hold both."""
    words = [fold(name) for name in names]
    for truths in WORDS:
        if words and (truths.keys() <= set(words) or set(words) <= truths.keys()):
            return {place: truths[word] for place, word in enumerate(words) if word in truths}
    return {}


def _ends(names: Sequence[str], numbers: Mapping[int, int], reserved: Collection[str]) -> dict[int, int]:
    """Add the ends of a scale to its numbers, by place; those beside numbers that follow one another need not say theirs."""
    fixed = dict(numbers)
    for place, name in enumerate(names):
        match = None if place in fixed or fold(name) in reserved else NUMBERED.fullmatch(name.strip())
        said = int(match[1] or match[2]) if match else None
        if said is not None and said not in fixed.values():
            fixed[place] = said
    first, last = min(numbers), max(numbers)
    step = 1 if numbers[last] >= numbers[first] else -1
    if any(numbers.get(place) != numbers[first] + step * (place - first) for place in range(first, last + 1)):
        return fixed
    for place, beside, towards in ((first - 1, first, -step), (last + 1, last, step)):
        code = numbers[beside] + towards
        free = 0 <= place < len(names) and place not in fixed and fold(names[place]) not in reserved
        if free and code >= 0 and code not in fixed.values():
            fixed[place] = code
    return fixed


@dataclass(slots=True)
class _Grid:
    """Questions with the same options."""

    stem: str
    rows: dict[str, Sequence[str]] = field(default_factory=dict)

    @property
    def options(self) -> list[str]:
        """The options of all rows, those of the row with the most first."""
        longest = max(self.rows.values(), key=len)
        return [*longest, *(option for row in self.rows.values() for option in row)]

    def holds(self, options: Sequence[str], stem: str) -> bool:
        """Whether options are those of this grid: the same, or half of them in a row that begins alike."""
        own, others = {fold(each) for each in self.options}, {fold(each) for each in options}
        alike = bool(stem) and stem == self.stem and 2 * len(own & others) >= min(len(own), len(others))
        return own == others or alike


def closed_codes(table: Table, questions: Sequence[Question]) -> dict[str, Codes]:
    """Give the codes of each closed question by its name; rows of a grid share theirs.

    A question whose cells are no answers to a closed one is left out.
    """
    grids: list[_Grid] = []
    reserved: dict[str, set[str]] = {}
    for question, options in _options(table, questions):
        match = STEM.fullmatch(question.columns[0])
        stem = next(filter(None, match.groups()), "") if match else ""
        grid = next((each for each in grids if each.holds(options, stem)), None)
        if grid is None:
            grids.append(grid := _Grid(stem))
        grid.rows[question.name] = options
        reserved[question.name] = {option for option, _ in question.reserved}
    found: dict[str, Codes] = {}
    for grid in grids:
        codes = option_codes(grid.options, reserved=set().union(*(reserved[name] for name in grid.rows)))
        found |= dict.fromkeys(grid.rows, codes)
    return found


def _options(table: Table, questions: Sequence[Question]) -> Iterator[tuple[Question, Sequence[str]]]:
    for each in questions:
        if each.kind != "closed" or table.names.count(each.columns[0]) != 1:
            continue
        try:
            said = closed_responses(
                each.name, table.texts(each.columns[0]), options=each.options, nets=each.nets, reserved=each.reserved
            )
        except (InputError, NegativeAnswer):
            continue
        yield each, [theme.name for theme in said.codeframe.themes]
