"""A table to its findings: every check of the guard, column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from freetext.errors import InputError
from freetext.files.coding.checked_columns import Asked, Plan, plan_of
from freetext.files.coding.checked_guarded import OURS, Guards, Searched, all_guards, searched_columns
from freetext.files.project.project_codeframes import codeframe_of_question
from freetext.files.project.settings import Project
from freetext.files.tabular.dialects import role_of
from freetext.files.tabular.guard import dangerous
from freetext.files.tabular.suspects import suspects
from freetext.files.tabular.tables import Table
from freetext.guard.checks import Cells, Checked, Finding, Flagged, Shares, in_order, without
from freetext.guard.checks_doubles import same_by_many, same_by_one
from freetext.guard.checks_headers import check_asked, check_filled, check_marked, check_names
from freetext.guard.checks_ids import check_ids, check_questions
from freetext.guard.checks_languages import check_languages
from freetext.guard.checks_options import near_doubles, no_rank, no_tick, outside_list
from freetext.guard.checks_people import check_flagged, check_identifiers, check_personal, flagged
from freetext.guard.checks_signs import check_formulas, check_signs
from freetext.guard.checks_texts import check_shares, check_texts, shares_of
from freetext.guard.checks_weights import check_weights
from freetext.guard.languages_seen import code_of
from freetext.survey.questionnaire import Question
from freetext.survey.several import cells_said

__all__ = ["Asked", "Guards", "all_guards", "checked_table", "refused"]


def checked_table(table: Table, asked: Asked, project: Project | None, guards: Guards) -> Checked:
    """Check a table whole; raises InputError for a column that was asked for and is not there, and for a broken codeframe."""
    plan = plan_of(table, asked, project)
    checking = _Checking(table, asked, plan, project, guards)
    columns, left = searched_columns(table, plan) if guards.any else ([], ())
    flags: list[Flagged] = []
    found = [finding for column in columns for finding in checking.searched(column, flags)]
    findings = [*_of_the_header(table, plan), *checking.keys(), *checking.closed(), *checking.cells()]
    shares: list[Shares] = []
    for question in plan.texts:
        findings += checking.texts(question, shares)
    findings += [*checking.own(), *found]
    told = in_order(without(findings, {flag.row for flag in flags}))
    return Checked(table.file, table.size, table.took, plan.taken, tuple(shares), told, tuple(flags), left)


def refused(error: InputError) -> Checked | None:
    """A file that cannot be read for what stands in a row of it, as a finding; None for any other fault."""
    if error.row is None:
        return None
    rows = error.rows
    finding = Finding("unreadable", "person", error.what, error.column or "", rows, len(rows), error.remedy)
    return Checked(str(error.file), 0, findings=(finding,))


def _of_the_header(table: Table, plan: Plan) -> Iterator[Finding]:
    yield from check_names(table.names)
    yield from check_asked(table.names, plan.missing)
    yield from check_marked(table.marked.left_out, table.marked.stay)
    yield from check_identifiers([name for name, _ in plan.identifiers if any(table.texts(name))])
    if not table.size:
        yield Finding("no-rows", "person", "a header and no rows.", remedy="Is it the right file, the right sheet?")


class _Checking:
    """The checks of one table, which share its ids."""

    def __init__(self, table: Table, asked: Asked, plan: Plan, project: Project | None, guards: Guards) -> None:
        self._table, self._asked, self._plan, self._project, self._guards = table, asked, plan, project, guards
        first = table.first
        self._rows: Sequence[int] = (
            range(first, first + table.size) if table.numbers is None else table.numbers.tolist()
        )
        self._ids = table.texts(plan.id) if plan.id else [str(row) for row in self._rows]
        self._people = table.texts(plan.respondent) if plan.respondent else self._ids
        self._asked_of = table.texts(plan.question) if plan.question else None
        self._delicate: dict[str, set[int]] = {}

    def _cells(self, column: str) -> Cells:
        return Cells(column, self._table.texts(column), self._rows)

    def _values(self, column: str) -> Cells:
        """A closed column without the cells that hold personal data or are flagged: findings quote its values."""
        cells, hidden = self._cells(column), self._delicate.get(column, set())
        if not hidden:
            return cells
        texts = ["" if row in hidden else text for row, text in zip(cells.rows, cells.texts, strict=True)]
        return Cells(column, texts, cells.rows)

    def keys(self) -> Iterator[Finding]:
        """The ids, the questions of a long file, and the weights."""
        plan = self._plan
        if plan.id:
            yield from check_ids(self._cells(plan.id), self._asked_of)
        if plan.question:
            yield from check_questions(self._cells(plan.question))
        if plan.weight:
            yield from check_weights(self._cells(plan.weight))

    def cells(self) -> Iterator[Finding]:
        """What any column may hold that is wrong, but those that are dropped."""
        formulas: list[Finding] = []
        yield from check_filled(self._looked(formulas))
        yield from formulas

    def _looked(self, formulas: list[Finding]) -> Iterator[Cells]:
        """The columns that a respondent filled, one after the other; adds to `formulas` on the way, so that each is read once."""
        for place, name in enumerate(self._table.names):
            if name in self._plan.dropped or name.startswith(OURS):
                continue
            cells = Cells(name, self._table.texts_at(place), self._rows)
            formulas += check_formulas(cells, dangerous)
            if role_of(self._table.dialect, name) is None:
                yield cells

    def closed(self) -> Iterator[Finding]:
        """The closed questions: against their lists where somebody wrote one."""
        for question in self._plan.closed:
            separator = question.separator if question.kind == "multi" else ""
            items = question.options if len(question.options) == len(question.columns) else question.columns
            for column, option in zip(question.columns, items, strict=True):
                cells = self._values(column)
                if question.kind == "ranking":
                    yield from no_rank(cells)
                elif len(question.columns) > 1:
                    yield from no_tick(cells, option) if (option, "other") not in question.reserved else ()
                else:
                    cells = Cells(cells.name, cells_said(question, cells.texts), cells.rows)  # write-ins are no values
                    yield from near_doubles(cells, separator, question.options)
                    if self._plan.stated and question.options:
                        yield from outside_list(cells, _options(question), separator)

    def texts(self, question: Question, shares: list[Shares]) -> Iterator[Finding]:
        """The answers of one column; adds to `shares`."""
        cells = self._cells(question.columns[0])
        for name, places in self._groups(question):
            shares.append(shares_of(cells, name, places))
            if question.kind != "other":  # few are asked to specify, and they do it in a word
                yield from check_shares(shares[-1])
            yield from check_languages(_some(cells, places), self._language(name))
        yield from check_texts(cells)
        yield from check_signs(cells)
        yield from same_by_many(cells, self._people, self._asked_of)

    def searched(self, column: Searched, flags: list[Flagged]) -> list[Finding]:
        """Personal data and safeguarding in a column; adds to `flags`."""
        before = len(flags)
        findings = list(self._searched(column, flags))
        told = {row for each in findings for row in each.rows} | {flag.row for flag in flags[before:]}
        self._delicate[column.label] = told
        return findings

    def _searched(self, column: Searched, flags: list[Flagged]) -> Iterator[Finding]:
        guards, texts = self._guards, self._table.texts_at(column.place)
        own = {text for text in set(texts) if text and column.own(text)}
        cells = Cells(column.label, ["" if text in own else text for text in texts] if own else texts, self._rows)
        if guards.finder is not None:
            frame = codeframe_of_question(column.question, self._project)
            masked = frame is not None and frame.redact
            yield from check_personal(cells, guards.finder, suspects(cells.texts, guards.candidate), masked=masked)
        if guards.raised is not None:
            asked = self._asked_of or [column.question] * len(cells)
            new = list(flagged(cells, guards.raised, self._ids, asked, with_text=self._asked.with_text))
            flags += new
            yield from check_flagged(cells.name, new)

    def own(self) -> list[Finding]:
        """What one person wrote several times."""
        return same_by_one([self._cells(each.columns[0]) for each in self._plan.texts], self._people)

    def _groups(self, question: Question) -> Iterator[tuple[str, list[int] | None]]:
        """The questions that a column answers, with their places in a long file."""
        if self._asked_of is None:
            yield question.name, None
            return
        places: dict[str, list[int]] = {}
        for place, name in enumerate(self._asked_of):
            places.setdefault(name, []).append(place)
        yield from places.items()

    def _language(self, question: str) -> str:
        if self._asked.lang:
            return self._asked.lang
        frame = codeframe_of_question(question, self._project)
        return code_of(frame.lang) or frame.lang if frame else ""


def _options(question: Question) -> set[str]:
    """The options of a question, those among them that only nets and reserved codes name."""
    return {
        *question.options,
        *(option for option, _ in question.reserved),
        *(option for _, below in question.nets for option in below),
    }


def _some(cells: Cells, places: Sequence[int] | None) -> Cells:
    if places is None:
        return cells
    return Cells(cells.name, [cells.texts[place] for place in places], [cells.rows[place] for place in places])
