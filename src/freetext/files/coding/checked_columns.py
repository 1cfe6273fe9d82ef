"""What each column of a file is taken for before it is checked: what was asked for, the project's settings, or a guess."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from freetext.errors import UsageError, did_you_mean, quoted
from freetext.files.project.guesses import IDS, WEIGHTS, Guess, Reasoned, guess
from freetext.files.project.profiles import MAIL, Profile, is_number, is_short_name, profile_of, tokens_of
from freetext.files.project.settings import Project
from freetext.files.tabular.tables import Table
from freetext.guard.checks import Taken
from freetext.guard.languages_seen import NAMES, code_of
from freetext.survey.questionnaire import Question, Questionnaire


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked for; empty is the project's, or guessed.

    text       columns of verbatims
    lang       the code of the language that answers are expected in
    with_text  whether the restricted list holds the answers' texts
    """

    text: tuple[str, ...] = ()
    id: str = ""
    respondent: str = ""
    question: str = ""
    weight: str = ""
    lang: str = ""
    with_text: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Which column is checked as what.

    texts        open questions, one column each
    closed       closed, multi and ranking questions with the columns that the file has
    stated       a project says so; else it is guessed
    dropped      columns that the project drops: nothing looks at them
    identifiers  columns that tell who somebody is and that nobody drops, and why
    missing      columns that the settings name and the file does not have, and what for
    """

    id: str
    respondent: str
    question: str
    weight: str
    texts: tuple[Question, ...]
    closed: tuple[Question, ...]
    stated: bool
    dropped: tuple[str, ...]
    identifiers: tuple[Reasoned, ...]
    missing: Mapping[str, str]
    taken: tuple[Taken, ...]


def expected_language(asked: str) -> str:
    """The code of a language that somebody asked for: `EN` and `en-GB` are `en`; raises UsageError for one that cannot be told."""
    code = code_of(asked)
    if asked and not code:
        spoken = {name.casefold(): code for code, name in NAMES.items()}
        meant = spoken.get(asked.strip().casefold(), "")
        hint = f"Did you mean {meant!r}?" if meant else did_you_mean(asked, NAMES)
        raise UsageError(f"--lang: {quoted(asked)} is none of {', '.join(NAMES)}. {hint}".rstrip())
    return code


def plan_of(table: Table, asked: Asked, project: Project | None) -> Plan:
    """Say what each column is taken for; raises MissingColumn for one that was asked for and is not there."""
    options = {
        "--id": asked.id,
        "--respondent": asked.respondent,
        "--question": asked.question,
        "--weight": asked.weight,
    }
    for option, column in (*options.items(), *(("--text", column) for column in asked.text)):
        if column:
            table.place(column, option=option)
    guessed = guess(table)
    plan = _stated(table, asked, guessed, project.questionnaire) if project else _guessed(table, asked, guessed)
    return replace(plan, taken=tuple(_taken(table, plan, guessed)))


def _stated(table: Table, asked: Asked, guessed: Guess, survey: Questionnaire) -> Plan:
    named = dict(_named(survey))
    missing = {column: what for column, what in named.items() if column not in table.names}
    here = [_present(each, table) for each in survey.questions]
    questions = [each for each in here if each.columns]
    used = {*named, *survey.drop, *asked.text, asked.id, asked.respondent, asked.question, asked.weight}
    return Plan(
        asked.id or _there(survey.id, table),
        asked.respondent or _there(survey.respondent, table),
        asked.question,
        asked.weight or _there(survey.weight, table),
        _open(asked.text, questions),
        tuple(each for each in questions if not each.holds_text and each.columns[0] not in asked.text),
        stated=True,
        dropped=survey.drop,
        identifiers=tuple(each for each in guessed.drop if each[0] not in used),
        missing=missing,
        taken=(),
    )


def _guessed(table: Table, asked: Asked, guessed: Guess) -> Plan:
    key = asked.id or guessed.id[0] or _id_by_name(table)
    weight = asked.weight or guessed.weight[0] or _weight_by_name(table)
    used = {key, asked.respondent, asked.question, weight, *asked.text}
    questions = [each for each, _ in guessed.questions if not used & set(each.columns)]
    named = [Question(column, "open", (column,)) for column in asked.text]
    person = guessed.respondent[0]
    return Plan(
        key,
        asked.respondent or (person if person not in used else ""),
        asked.question,
        weight,
        _open(asked.text, [*named, *questions]),
        tuple(each for each in questions if not each.holds_text),
        stated=False,
        dropped=(),
        identifiers=tuple(each for each in guessed.drop if each[0] not in used),
        missing={},
        taken=(),
    )


def _open(columns: Sequence[str], questions: Sequence[Question]) -> tuple[Question, ...]:
    """The open questions: those of the columns that were asked for, else all."""
    known = {each.columns[0]: each for each in questions if each.holds_text}
    if not columns:
        return tuple(known.values())
    return tuple(known.get(column) or Question(column, "open", (column,)) for column in columns)


def _named(survey: Questionnaire) -> Iterator[tuple[str, str]]:
    for what, column in (("the id", survey.id), ("the respondent", survey.respondent), ("the weight", survey.weight)):
        if column:
            yield column, what
    for column in survey.banners:
        yield column, "a banner"
    for question in survey.questions:
        for column in question.columns:
            yield column, f"a column of the question {question.name!r}"


def _present(question: Question, table: Table) -> Question:
    """A question with those of its columns that the file has once, and the options that go with them."""
    kept = [place for place, column in enumerate(question.columns) if table.names.count(column) == 1]
    columns = tuple(question.columns[place] for place in kept)
    if len(question.options) != len(question.columns) or question.kind not in {"multi", "ranking"}:
        return replace(question, columns=columns)
    return replace(question, columns=columns, options=tuple(question.options[place] for place in kept))


def _there(column: str, table: Table) -> str:
    return column if table.names.count(column) == 1 else ""


def _id_by_name(table: Table) -> str:
    """A column that is called an id and is none, for some rows lack it or share it; not one that most rows share."""
    likely = _called(table, IDS)
    return next((each.name for each in likely if not each.mostly(MAIL) and 2 * each.different > each.rows), "")


def _weight_by_name(table: Table) -> str:
    """A column that is called a weight and holds numbers, some of which no weight can be."""
    return next((each.name for each in _called(table, WEIGHTS) if each.share(is_number) > 0.5), "")


def _called(table: Table, words: Sequence[str]) -> Iterator[Profile]:
    """The columns that one of these words names, profiled one by one."""
    for place, name in enumerate(table.names):
        if is_short_name(tokens_of(name), words) and table.names.count(name) == 1:
            yield profile_of(table, place)


def _taken(table: Table, plan: Plan, guessed: Guess) -> Iterator[Taken]:
    """Say of each column what it is taken for, in the file's order."""
    why = {column: reason for question, reason in guessed.questions for column in question.columns}
    why |= dict((guessed.id, guessed.respondent, guessed.weight, *guessed.left))
    called = {plan.id: "its name is that of an id.", plan.weight: "its name is that of weights."}
    why |= {column: reason for column, reason in called.items() if column not in {guessed.id[0], guessed.weight[0]}}
    roles = {plan.id: "id", plan.respondent: "respondent", plan.question: "question", plan.weight: "weight"}
    kinds: dict[str, str] = {column: each.kind for each in (*plan.closed, *plan.texts) for column in each.columns}
    kinds |= dict.fromkeys(plan.dropped, "dropped") | dict.fromkeys(dict(plan.identifiers), "identifier")
    kinds |= {column: role for column, role in roles.items() if column}
    for column in table.names:
        kind = kinds.get(column, "nothing")
        reason = dict(plan.identifiers).get(column) or why.get(column, "")
        if plan.stated and kind != "identifier":
            reason = "freetext.toml says nothing of it." if kind == "nothing" else ""
        yield Taken(column, kind, reason)
