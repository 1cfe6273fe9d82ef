"""The cells of questions with several answers: joined in one column, or one column an option."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from freetext.survey.answers import is_blank
from freetext.survey.codeframe import fold
from freetext.survey.questionnaire import Question

TICKS = {
    **dict.fromkeys(("1", "1.0", "true", "yes", "x", "selected", "checked", "ticked", "named", "mentioned"), True),
    **dict.fromkeys(("0", "0.0", "false", "no", "not selected", "unchecked", "not checked", "not ticked"), False),
    **dict.fromkeys(("not named", "not mentioned"), False),
}
"""What a cell of an option's own column may say, beside the option itself."""


Nets = Sequence[tuple[str, Sequence[str]]]
"""Nets in order: name and the options below it."""

Reserved = Sequence[tuple[str, str]]
"""Options that are reserved codes, and of what kind."""


def stated_options(options: Sequence[str], nets: Nets, reserved: Reserved) -> list[str]:
    """The options that the questionnaire names, each once, in the order it names them."""
    named = [*options, *(option for _, below in nets for option in below), *(option for option, _ in reserved)]
    first: dict[str, str] = {}
    for option in named:
        first.setdefault(fold(option), option)
    return list(first.values())


def ticked(cell: str, option: str) -> bool | None:
    """Whether a cell of an option's own column ticks it: by one of TICKS or by the option's own words; None for a blank.

    Raises ValueError for anything else.
    """
    said = fold(cell)
    if not said:
        return None
    if said not in TICKS and said != fold(option):
        message = f"{cell!r} is no tick"
        raise ValueError(message)
    return said == fold(option) or TICKS[said]


def is_ticked(cell: str, option: str) -> bool:
    """Whether a cell ticks its option; what is no tick does not."""
    try:
        return bool(ticked(cell, option))
    except ValueError:
        return False


def option_cells(question: Question, columns: Sequence[Sequence[str]]) -> dict[str, Sequence[str]]:
    """The cells of a question's columns by option; what people wrote in the column of an option reserved as "other" ticks it."""
    names = question.options if len(question.options) == len(columns) else question.columns
    others = {fold(option) for option, kind in question.reserved if kind == "other"}
    return {
        name: [_written(cell) for cell in cells] if fold(name) in others else cells
        for name, cells in zip(names, columns, strict=True)
    }


def _written(cell: str) -> str:
    return cell if fold(cell) in TICKS or not cell.strip() else "1"


def parts_of(cell: str, separator: str, options: Sequence[str] = ()) -> list[str]:
    """The answers in a cell, joined by `separator` (none where it is empty); those of `options` that hold it are read whole."""
    if not separator:
        return [cell.strip()] if cell.strip() else []
    parts = [part.strip() for part in cell.split(separator)]
    whole, sizes = _whole(tuple(options), separator)
    if not whole:
        return [part for part in parts if part]
    said: list[str] = []
    while parts:
        size = next((size for size in sizes if tuple(map(fold, parts[:size])) in whole), 1)
        said.append(whole.get(tuple(map(fold, parts[:size])), parts[0]))
        del parts[:size]
    return [each for each in said if each]


@lru_cache(maxsize=64)
def _whole(options: tuple[str, ...], separator: str) -> tuple[Mapping[tuple[str, ...], str], Sequence[int]]:
    """The options that hold the separator, by their parts; and how many parts these have, the most first."""
    whole = {tuple(fold(part) for part in each.split(separator)): each for each in options if separator in each}
    return whole, sorted({len(each) for each in whole}, reverse=True)


def other_option_of(question: Question) -> str:
    """The option that is reserved as "other"; empty where there is none, or several."""
    others = [option for option, kind in question.reserved if kind == "other"]
    return others[0] if len(others) == 1 else ""


def takes_write_ins(question: Question) -> bool:
    """Whether what people wrote into an "Other" box stands among the joined options of a question, as survey forms write it."""
    joined = question.kind == "multi" and len(question.columns) == 1 and bool(question.options)
    return joined and not question.written and bool(other_option_of(question))


def options_and_write_ins(cell: str, question: Question) -> tuple[list[str], list[str]]:
    """The options in a cell of a question that `takes_write_ins`, and what was written in: parts side by side are one text."""
    known = {fold(option) for option in question.options}
    said: list[str] = []
    written: list[list[str]] = []
    before = False
    for part in parts_of(cell, question.separator, question.options):
        is_option = fold(part) in known
        if is_option:
            said.append(part)
        elif before:
            written[-1].append(part)
        else:
            written.append([part])
        before = not is_option
    return said, [question.separator.join(each) for each in written]


def cells_said(question: Question, cells: Sequence[str], written: Sequence[str] = ()) -> list[str]:
    """The cells of a question's one column, where what was written into its "Other" box ticks that option.

    `written` are the cells of `question.written`; a cell that says something already stays as it is. What was written among joined
    options gives way to the option.
    """
    other = other_option_of(question)
    if takes_write_ins(question):
        ticked_too = {cell: _with_other(cell, question, other) for cell in set(cells)}
        return [ticked_too[cell] for cell in cells]
    if not (other and question.written and written):
        return list(cells)
    pairs = zip(cells, written, strict=True)
    return [other if is_blank(cell) and not is_blank(text) else cell for cell, text in pairs]


def _with_other(cell: str, question: Question, other: str) -> str:
    said, written = options_and_write_ins(cell, question)
    if not written:
        return cell
    return question.separator.join(said if fold(other) in map(fold, said) else [*said, other])
