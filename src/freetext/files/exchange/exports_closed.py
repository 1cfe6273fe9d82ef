"""Closed questions of a table -> variables: one code a cell, or one tick an option."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from freetext.errors import InputError, NegativeAnswer
from freetext.files.exchange.dataset import Variable
from freetext.files.exchange.exports_codes import Codes, option_codes
from freetext.files.exchange.exports_columns import (
    NOTHING,
    NUMBER,
    TRUTHS,
    column_variable,
    measure_of,
    single_variable,
    stated_codes,
)
from freetext.files.tabular.rows import Table
from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import fold, slugify
from freetext.survey.questionnaire import Question
from freetext.survey.responses import Responses
from freetext.survey.several import TICKS, option_cells, options_and_write_ins, takes_write_ins
from freetext.tallies.options import multi_columns_responses, multi_responses

QUESTION = 150
"""Characters of a question in front of an option: a label has room for some 250, and the option must be among them."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Variables that come of one question; several ticks are a set where it has a name, and `codes` are theirs in it."""

    variables: tuple[Variable, ...]
    set_name: str = ""
    set_label: str = ""
    codes: tuple[int, ...] = ()


def short(question: str) -> str:
    """Give a question's words, cut to what leaves room for an option behind them."""
    return question if len(question) <= QUESTION else question[: QUESTION - 1].rstrip() + "…"


def title_of(table: Table, question: Question) -> str:
    """Give a question's words: the project's, else what the file says of its one column, else its name."""
    said = table.about.get(question.columns[0], NOTHING).title if len(question.columns) == 1 else ""
    return question.title or said or question.name


def word(slug: str) -> str:
    """Give a slug as the end of a variable's name, which no program has to change."""
    return re.sub(r"\W+", "_", slug)


def ticked(given: BoolArray, answered: BoolArray) -> list[object]:
    """Write who gave a code, bool (n,): 1 or 0 where they `answered`, bool (n,); nothing where not."""
    return [int(one) if there else None for one, there in zip(given.tolist(), answered.tolist(), strict=True)]


def question_block(table: Table, question: Question, codes: Codes = ()) -> Block:
    """Make the variables of a closed, multi or ranking question whose columns the table holds; `codes` are those of a closed one.

    Cells that are not what the question says (a tick that is none) stand as they are.
    """
    if question.kind == "ranking":
        return Block(tuple(_rankings(table, question)))
    title = title_of(table, question)
    if question.kind == "closed":
        return Block((_closed(table, question.columns[0], title, codes),))
    try:
        return _multi(table, question)
    except (InputError, NegativeAnswer):
        return Block(tuple(column_variable(table, table.place(each), label=title) for each in question.columns))


def _closed(table: Table, name: str, title: str, codes: Codes) -> Variable:
    """Make a variable of a closed question: the file's own codes, else numbers as they are, truths as ticks, options as `codes`."""
    about, plain = table.about.get(name, NOTHING), column_variable(table, table.place(name), label=title)
    if plain.values or not codes or _is_plain(plain, codes):
        return plain
    measure = measure_of(about) or ("ordinal" if _holds_numbers(codes) else "nominal")
    return single_variable(name, title, table.texts(name), stated_codes(about) or codes, measure)


def _is_plain(variable: Variable, codes: Codes) -> bool:
    """Whether a variable needs no labels: each option is a number, or false and true."""
    options = {fold(option) for _, option in codes}
    if variable.kind == "tick":
        return options <= TRUTHS.keys()
    return variable.kind == "number" and all(NUMBER.fullmatch(option) for option in options)


def _holds_numbers(codes: Codes) -> bool:
    return any(option == str(code) for code, option in codes)


def _multi(table: Table, question: Question) -> Block:
    columns, title = [table.texts(each) for each in question.columns], title_of(table, question)
    if len(columns) == 1:
        said = multi_responses(
            question.name,
            columns[0],
            question.separator,
            options=question.options,
            nets=question.nets,
            reserved=question.reserved,
        )
        names: Sequence[str] = [f"{question.columns[0]}_{word(theme.slug)}" for theme in said.codeframe.themes]
    else:
        said = multi_columns_responses(question.name, option_cells(question, columns), reserved=question.reserved)
        names = question.columns
    return Block(tuple(tick_variables(said, names, title)), question.name, title, _own_codes(table, names))


def written_variables(table: Table, question: Question) -> Iterator[Variable]:
    """Make the texts of "Other" boxes that stand among the ticks of a multi question, of the table as it came, where there are any."""
    title, others = short(title_of(table, question)), [option for option, kind in question.reserved if kind == "other"]
    if takes_write_ins(question):
        name, (other,) = question.columns[0], others
        parts = (options_and_write_ins(cell, question)[1] for cell in table.texts(name))
        yield from _written(f"{name}_{word(slugify(other))}", f"{title}: {other}", map(question.separator.join, parts))
    elif len(question.columns) == len(question.options) > 1:
        for name, option in zip(question.columns, question.options, strict=True):
            if option in others:
                ticks = {*TICKS, fold(option)}
                texts = ("" if fold(cell) in ticks else cell for cell in table.texts(name))
                yield from _written(name, f"{title}: {option}", texts)


def _written(name: str, label: str, texts: Iterable[str]) -> Iterator[Variable]:
    cells = [text if text.strip() else None for text in texts]
    if any(cells):
        yield Variable(f"{name}_text", "text", cells, f"{label} (text)")


def _own_codes(table: Table, names: Sequence[str]) -> tuple[int, ...]:
    """Give the codes that the columns of one question are named after, `Why_1`, `Why_10`; none where one is not."""
    groups = [table.about.get(name, NOTHING).group for name in names]
    matches = [
        re.fullmatch(re.escape(group) + "_([1-9][0-9]{0,2})", name) for name, group in zip(names, groups, strict=True)
    ]
    codes = tuple(int(match[1]) for match in matches if match)
    return codes if len(set(codes)) == len(names) and all(groups) else ()


def tick_variables(said: Responses, names: Sequence[str], title: str) -> Iterator[Variable]:
    """Make one 0/1 variable a code, labelled "QUESTION: CODE"."""
    answered = said.answered & said.asked
    for place, (name, theme) in enumerate(zip(names, said.codeframe.themes, strict=False)):
        yield Variable(name, "tick", ticked(said.given[:, place], answered), f"{short(title)}: {theme.name}")


def moved_block(said: Responses, before: Sequence[Variable], column: str = "") -> Block:
    """Make the variables of a closed question after back-coding, with the codes that its `column` has `before`."""
    name, title = f"{said.question}_backcoded", f"{short(said.title or said.question)} (back-coded)"
    if said.kind == "multi":
        names = [f"{name}_{word(theme.slug)}" for theme in said.codeframe.themes]
        return Block(tuple(tick_variables(said, names, title)), name, title)
    options = [theme.name for theme in said.codeframe.themes]
    texts = [options[row.index(True)] if True in row else "" for row in said.given.tolist()]
    named = [each for each in before if each.kind != "text" and each.name in (column, said.question)]
    stated = next((each.values for each in named if each.values), ())
    reserved = [theme.name for theme in said.codeframe.themes if theme.reserved]
    return Block((single_variable(name, title, texts, stated or option_codes(options, reserved=reserved)),))


def _rankings(table: Table, question: Question) -> Iterator[Variable]:
    title = short(title_of(table, question))
    for column, option in zip(question.columns, question.options or question.columns, strict=True):
        each = column_variable(table, table.place(column), label=f"{title}: {option}")
        yield Variable(each.name, each.kind, each.cells, each.label, each.values, "ordinal")


def group_block(table: Table, names: Sequence[str]) -> Block | None:
    """Make the ticks of columns that the file itself says are one question; None where a cell is no tick."""
    abouts = [table.about[name] for name in names]
    ticks = [_ticks(table.texts(name), (name, about.option)) for name, about in zip(names, abouts, strict=True)]
    known = [cells for cells in ticks if cells is not None]
    if len(known) < len(names):
        return None
    answered = [any(cell is not None for cell in row) for row in zip(*known, strict=True)]
    group = abouts[0].group
    title = abouts[0].title if len({about.title for about in abouts}) == 1 and abouts[0].title else group
    return Block(
        tuple(
            Variable(name, "tick", _filled(cells, answered), f"{short(title)}: {about.option or name}")
            for name, about, cells in zip(names, abouts, known, strict=True)
        ),
        group,
        title,
        _own_codes(table, names),
    )


def _ticks(texts: Sequence[str], own: Sequence[str]) -> list[bool | None] | None:
    """Read ticks; the option's own words are one as well."""
    said = {fold(each): True for each in own if each} | TICKS
    cells = [fold(text) for text in texts]
    return None if any(cell and cell not in said for cell in cells) else [said.get(cell) for cell in cells]


def _filled(cells: Sequence[bool | None], answered: Sequence[bool]) -> list[object]:
    return [int(bool(cell)) if there else None for cell, there in zip(cells, answered, strict=True)]
