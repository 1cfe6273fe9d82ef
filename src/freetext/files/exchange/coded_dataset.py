"""A coded table -> the data that statistics programs know: the original columns, then the themes of each question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from freetext.files.coding.coded import UNCODED, as_said
from freetext.files.coding.coded_blocks import EVIDENCE, MODEL, REVIEW, SCORE, SOURCE, THEMES, WHY
from freetext.files.coding.open_questions import Opened
from freetext.files.exchange.dataset import Dataset, ResponseSet, Variable
from freetext.files.exchange.exports_closed import (
    Block,
    group_block,
    moved_block,
    question_block,
    short,
    tick_variables,
    ticked,
    title_of,
    word,
    written_variables,
)
from freetext.files.exchange.exports_codes import closed_codes
from freetext.files.exchange.exports_columns import NOTHING, all_numbers, column_variable
from freetext.files.exchange.statistical_back import as_the_file_had
from freetext.files.tabular.headings import unused
from freetext.files.tabular.rows import Table
from freetext.survey.codeframe import Theme
from freetext.survey.codings import Source
from freetext.survey.questionnaire import Question, Questionnaire
from freetext.survey.responses import Responses

OURS = (THEMES, REVIEW, WHY, SOURCE, MODEL, EVIDENCE, SCORE)
DECIDED = ((1, "people"), (2, "machine"), (3, "people and machine"))
"""Who decided on the themes of an answer."""

PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,24}", re.ASCII)
"""A name that every program takes."""


@dataclass(slots=True)
class _Draft:
    """A dataset that grows; no two variables have the same name."""

    variables: list[Variable] = field(default_factory=list)
    sets: list[ResponseSet] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    renamed: list[tuple[str, str]] = field(default_factory=list)

    def add(self, variable: Variable) -> str:
        """Take a variable, under a name that none has yet."""
        name = unused(variable.name, self.taken)
        self.taken.add(name)
        self.renamed += [] if name == variable.name else [(variable.name, name)]
        self.variables.append(variable if name == variable.name else replace(variable, name=name))
        return name

    def add_block(self, block: Block) -> None:
        """Take the variables of a question, and the set that they are."""
        names = tuple(self.add(each) for each in block.variables)
        if block.set_name and len(names) > 1:
            self.sets.append(ResponseSet(block.set_name, block.set_label, names, block.codes))


def coded_dataset(
    table: Table,
    opened: Sequence[Opened],
    survey: Questionnaire,
    *,
    nets: bool = False,
    moved: Sequence[Responses] = (),
) -> Dataset:
    """Make the dataset of a coded table.

    The original columns come first, in order, their values untouched: closed questions as codes with labels, those of several answers
    as one 0/1 variable an option. Behind them, for each open question in `opened` (read by `open_questions` from this table): a 0/1
    variable a theme and, on request, a net; who decided (people or machine), and whether a person should look. Answers that are blank
    and questions that were not put are missing. Our own columns of a coded file give way to these; reasons, evidence and scores stay, and which model coded.
    `moved` are closed questions after back-coding: they stand beside what the respondents ticked.
    """
    draft = _Draft()
    for block in _original_blocks(table, survey):
        whole = tuple(as_the_file_had(each, table) for each in block.variables)
        draft.add_block(replace(block, variables=whole))
    for said in moved:
        question = survey.question(said.question)
        draft.add_block(moved_block(said, draft.variables, question.columns[0] if question else ""))
    for each in opened:
        if each.responses.codeframe is not UNCODED:
            for block in _open_blocks(table, each, nets=nets):
                draft.add_block(block)
    alone = next((_called(each) for each in opened if each.column == THEMES), "themes")
    for name in _kept(table):
        score = name.startswith(SCORE)
        kept = column_variable(table, table.place(name), label=name, text=not score, scale=score)
        draft.add(replace(kept, name=_kept_name(name, alone)))
    variables = tuple(map(_labelled, draft.variables))
    return Dataset(survey.name, survey.title, variables, table.size, tuple(draft.sets), tuple(draft.renamed))


def _labelled(variable: Variable) -> Variable:
    """Label a variable by its name where it has no label and a program may take another name for it."""
    return variable if variable.label or PLAIN.fullmatch(variable.name) else replace(variable, label=variable.name)


def theme_ticks(opened: Sequence[Opened], *, nets: bool = False) -> dict[str, list[object]]:
    """Give the 0/1 columns of themes, and of nets on request, by name: what a plain table gets beside our columns."""
    draft = _Draft()
    for each in opened:
        if each.responses.codeframe is not UNCODED:
            draft.add_block(_theme_block(each))
            if nets:
                draft.add_block(_net_block(each))
    return {each.name: list(each.cells) for each in draft.variables}


def is_our_column(name: str) -> bool:
    """Whether a coded file's column is one that coding wrote."""
    return any(name == ours or name.startswith(ours + ":") for ours in OURS)


def _kept(table: Table) -> Iterator[str]:
    """Name those of our columns that say more than the ticks do."""
    for name in dict.fromkeys(table.names):
        if (
            is_our_column(name)
            and name.partition(":")[0] in (WHY, MODEL, EVIDENCE, SCORE)
            and table.names.count(name) == 1
        ):
            yield name


def _kept_name(column: str, alone: str) -> str:
    """Call a column of ours as the ticks of its question are called: the question first, `alone` where the column names none."""
    ours, *parts = column.removeprefix("freetext_").split(":")
    question, *theme = parts if parts and (len(parts) > 1 or ours != "score") else ["", *parts]
    return "_".join([question or alone, ours, *(word(each) for each in theme)])


def _original_blocks(table: Table, survey: Questionnaire) -> Iterator[Block]:
    """Walk the columns that are not ours; columns of one question come together, where the first of them stands."""
    plain, table = table, as_said(table, survey.questions)
    others_first = sorted(survey.questions, key=lambda each: each.kind != "other")
    by_column = {column: each for each in others_first for column in each.columns}
    groups = _groups(table, by_column)
    codes = closed_codes(table, survey.questions)
    done: set[str] = set()
    for place, name in enumerate(table.names):
        question, again = by_column.get(name), table.names.count(name) > 1
        if is_our_column(name) or name in done:
            continue
        if not again and question is not None and _is_closed(question, table):
            done.update(question.columns)
            made = question_block(table, question, codes.get(question.name, ()))
            yield made
            if made.set_name:
                yield from (Block((each,)) for each in written_variables(plain, question))
        elif (together := groups.get(name)) and (block := group_block(table, together)):
            done.update(together)
            yield block
        else:
            yield Block((_single_column(table, place, question, survey),))


def _is_closed(question: Question, table: Table) -> bool:
    return question.kind in ("closed", "multi", "ranking") and all(each in table.names for each in question.columns)


def _groups(table: Table, known: Mapping[str, Question]) -> dict[str, list[str]]:
    """Find the columns that the file itself says are one question, by the name of each."""
    groups: dict[str, list[str]] = {}
    for name in table.names:
        about = table.about.get(name)
        if about is not None and about.group and name not in known and table.names.count(name) == 1:
            groups.setdefault(about.group, []).append(name)
    return {name: names for names in groups.values() if len(names) > 1 for name in names}


def _single_column(table: Table, place: int, question: Question | None, survey: Questionnaire) -> Variable:
    """Make a variable of a column by itself; an id is a number where its cells are numbers already, and no amount of anything."""
    name = table.names[place]
    key = name in (survey.id, survey.respondent)
    number = key and all_numbers(table, place)
    text = (key and not number) or (question is not None and question.holds_text)
    label = title_of(table, question) if question else ""
    weight = bool(survey.weight) and name == survey.weight
    made = column_variable(table, place, label=label, text=text, scale=weight)
    return replace(made, measure="nominal") if number and not table.about.get(name, NOTHING).measure else made


def _open_blocks(table: Table, opened: Opened, *, nets: bool) -> Iterator[Block]:
    """Make the variables of an open question: themes, nets, who decided, and whether a person should look."""
    yield _theme_block(opened)
    if nets:
        yield _net_block(opened)
    said, name, title = opened.responses, _called(opened), short(_titled(opened))
    if opened.sourced:
        cells = _decided(said)
        yield Block((Variable(f"{name}_source", "single", cells, f"{title}: decided by", DECIDED),))
    review = opened.column.replace(THEMES, REVIEW, 1)
    if opened.column.startswith(THEMES) and review in table.names:
        flags = np.array([cell.casefold() == "true" for cell in table.texts(review)], dtype=np.bool_)
        cells = ticked(flags, said.asked)
        yield Block((Variable(f"{name}_review", "tick", cells, f"{title}: a person should look"),))


def _called(opened: Opened) -> str:
    return opened.question or "themes"


def _titled(opened: Opened) -> str:
    return opened.responses.title or _called(opened)


def _theme_block(opened: Opened) -> Block:
    name, title = _called(opened), _titled(opened)
    names = [f"{name}_{word(slug)}" for slug in opened.responses.codeframe.slugs]
    return Block(tuple(tick_variables(opened.responses, names, title)), f"{name}_themes", title)


def _net_block(opened: Opened) -> Block:
    """Make a 0/1 variable a net: whether any theme below it was given."""
    frame, title = opened.responses.codeframe, short(_titled(opened))
    return Block(
        tuple(
            Variable(
                f"{_called(opened)}_{word(net.slug)}",
                "tick",
                _below(opened.responses, net.slug),
                f"{title}: {_net_name(net)}",
            )
            for net in frame.nets
        )
    )


def _below(said: Responses, net: str) -> list[object]:
    """Tick who gave any theme below a net."""
    places = [said.codeframe.position[theme.slug] for theme in said.codeframe.children(net)]
    given = np.zeros(len(said), dtype=np.bool_)
    for place in places:
        given |= said.given[:, place]
    return ticked(given, said.answered & said.asked)


def _net_name(net: Theme) -> str:
    return net.name if net.name.endswith("(net)") else f"{net.name} (net)"


def _decided(said: Responses) -> list[object]:
    """Say who decided on each answer: people alone, the machine alone, or both."""
    human = said.source == Source.HUMAN
    code = np.where(human.all(axis=1), 1, np.where(human.any(axis=1), 3, 2))
    there = (said.answered & said.asked).tolist()
    return [each if given else None for each, given in zip(code.tolist(), there, strict=True)]
