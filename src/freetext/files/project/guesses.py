"""A questionnaire guessed from a table's header and cells, with the reason of every guess."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from freetext.files.project.groups import EDGE, groups_of
from freetext.files.project.profiles import ADDRESS, DATE, MAIL, PHONE, Profile, number_of, profiles_of
from freetext.files.tabular.dialects import TITLES, role_of
from freetext.files.tabular.headings import Role, key
from freetext.files.tabular.rows import Table
from freetext.survey.codeframe import fold
from freetext.survey.questionnaire import Question, QuestionKind

IDS = ("id", "uid", "uuid", "case", "caseid", "serial", "ref", "reference", "respondent", "respondentid", "participant")
PEOPLE = ("respondent", "respondentid", "participant", "person", "case", "caseid")
WEIGHTS = ("weight", "weights", "wt", "wgt", "weighting")
CONTACTS = ("email", "mail", "phone", "telephone", "tel", "mobile", "ip", "ipaddress", "contact", "postcode")
CODED = ("labels", "label", "codes", "themes")
GROUPS = (
    "type",
    "region",
    "area",
    "sector",
    "role",
    "gender",
    "sex",
    "age",
    "ethnicity",
    "group",
    "size",
    "band",
    "team",
    "service",
    "organisation",
    "organization",
    "country",
    "nation",
    "department",
    "trust",
    "provider",
)
PERSONAL = frozenset(
    [
        "ipaddress",
        "recipientemail",
        "recipientfirstname",
        "recipientlastname",
        "externaldatareference",
        "emailaddress",
        "firstname",
        "lastname",
        "locationlatitude",
        "locationlongitude",
        "latitude",
        "longitude",
    ]
)
"""Names, without case and spaces, that tell who somebody is whatever stands below them."""

OTHER = re.compile(
    r"(?is)(.*?)[\s_.:(\[\u2013-]*(?:others?[\s_,:(\u2013-]*(?:please)?[\s_]*(?:specify|state|say|text|write in)?|_(?:\d+_)?text)[)\]\s]*"
)
NUMBERED = re.compile(r"[+-]?[£$€]?[.,]?[0-9]")
"""How an option that begins with a number begins."""
BANNERS = 4
LABELLED = 0.9
"""The share of cells that must hold labels which the file names."""

Reasoned = tuple[str, str]
"""A column and why; ("", "") for none."""


@dataclass(frozen=True)
class Guess:
    """What a table's columns were taken for, each with its reason; `left` were taken for nothing."""

    id: Reasoned
    respondent: Reasoned
    weight: Reasoned
    drop: tuple[Reasoned, ...]
    banners: tuple[Reasoned, ...]
    questions: tuple[tuple[Question, str], ...]
    left: tuple[Reasoned, ...]


def guess(table: Table, keep: Collection[str] = ()) -> Guess:
    """Guess what each column of a table holds, from its name, what the file says of it and its cells.

    Columns of `keep` are not dropped, whatever they tell.
    """
    profiles, unusable = profiles_of(table)
    roles = {each.name: role_of(table.dialect, each.name) for each in profiles if each.name not in keep}
    likely = [each for each in profiles if roles.get(each.name) == "id"]
    likely += [each for each in profiles if not roles.get(each.name)]
    own = _first(likely, _is_id, "different in every row.")
    rest = [each for each in profiles if each.name != own[0]]
    respondent = _first(rest, _is_person, "the same in several rows: one person gave several answers.")
    weight = _first(rest, _is_weight, "numbers under the name of a weight.")
    rest = [each for each in rest if each.name not in (respondent[0], weight[0])]
    platform = TITLES.get(table.dialect, "")
    drop = tuple((each.name, why) for each in rest if each.name not in keep and (why := _person(each, roles, platform)))
    made = [(each.name, f"filled in by {platform}.") for each in rest if roles.get(each.name) in {"made", "id"}]
    questions, left = _questions([each for each in rest if each.name not in dict([*drop, *made])])
    closed = {question.columns[0] for question, _ in questions if question.kind == "closed"}
    banners = [(each.name, f"{each.different} groups.") for each in rest if each.name in closed and _is_banner(each)]
    return Guess(own, respondent, weight, drop, tuple(banners[:BANNERS]), questions, (*unusable, *made, *left))


def _first(profiles: Sequence[Profile], test: Callable[[Profile], bool], why: str) -> Reasoned:
    return next(((each.name, why) for each in profiles if test(each)), ("", ""))


def _is_id(column: Profile) -> bool:
    return column.short_name(*IDS) and column.different == column.rows > 0 and not column.mostly(MAIL)


def _is_person(column: Profile) -> bool:
    return column.short_name(*PEOPLE) and 2 < column.different < column.filled == column.rows


def _is_weight(column: Profile) -> bool:
    return column.short_name(*WEIGHTS) and column.numeric and all(number_of(cell) >= 0 for cell in column.counts)


def _is_banner(column: Profile) -> bool:
    return column.short_name(*GROUPS) and 2 <= column.different <= 15


def _person(column: Profile, roles: Mapping[str, Role | None], platform: str) -> str:
    """Say why a column gives a person away, or nothing; the platform's own do so before there is anything in them."""
    if roles.get(column.name) == "person":
        return f"{platform} writes there who somebody is."
    return _identifies(column)


def _identifies(column: Profile) -> str:
    """Say why a column gives a person away, or nothing."""
    for what, form in (("e-mail addresses", MAIL), ("internet addresses", ADDRESS), ("phone numbers", PHONE)):
        if column.filled and column.mostly(form):
            return f"{what}."
    if column.filled and key(column.name) in PERSONAL:
        return "its name says that it tells who somebody is."
    different = column.different > column.filled / 2 and column.words <= 8
    named = column.short_name("surname", "forename", "firstname", "lastname", "fullname")
    named = named or (column.short_name("name") and column.tokens[-1] == "name")
    if different and not column.numeric and (named or column.short_name(*CONTACTS)):
        return "its name says that it tells who somebody is."
    return ""


def _questions(profiles: list[Profile]) -> tuple[tuple[tuple[Question, str], ...], tuple[Reasoned, ...]]:
    groups = {group.question.columns[0]: group for group in groups_of(profiles)}
    grouped = {column for group in groups.values() for column in group.question.columns}
    names = {each.name for each in profiles}
    found: list[tuple[Question, str]] = []
    left: list[Reasoned] = []
    for each in profiles:
        if each.name in groups:
            group = groups[each.name]
            found.append((_renamed(group.question, names), group.why))
        elif each.name not in grouped:
            question, why = _question(each, [question for question, _ in found])
            found += [(question, why)] if question else []
            left += [] if question else [(each.name, why)]
    return tuple(_with_other(each, why, found) for each, why in found), tuple(left)


def _with_other(question: Question, why: str, found: Sequence[tuple[Question, str]]) -> tuple[Question, str]:
    """A question of several columns with that of its "Other" texts, where no other column ticks it: whoever wrote there answered."""
    texts = next((each for each, _ in found if each.of == question.name), None)
    if (
        texts is None
        or question.kind != "multi"
        or len(question.columns) < 2
        or "other" in dict(question.reserved).values()
    ):
        return question, why
    option = texts.columns[0].removeprefix(question.name).strip(EDGE.replace(")", "")) or texts.name
    if option in question.options:
        return question, why
    options, columns = (*question.options, option), (*question.columns, texts.columns[0])
    return replace(question, options=options, columns=columns, reserved=(*question.reserved, (option, "other"))), (
        f"{why} Whoever wrote an Other text ticked that."
    )


def _renamed(question: Question, taken: set[str]) -> Question:
    """A question of several columns under a name that nobody has, with the options that are reserved codes."""
    name, count = question.name, 1
    while name in taken:
        count += 1
        name = f"{question.name}-{count}"
    taken.add(name)
    return replace(question, name=name, reserved=_reserved(question) if question.kind == "multi" else ())


def _reserved(question: Question) -> tuple[tuple[str, str], ...]:
    return tuple((option, reserve) for option in question.options if (reserve := reserved_kind(option)))


def _question(column: Profile, before: Sequence[Question]) -> tuple[Question | None, str]:
    """One column as a question, or nothing and why not."""
    if why := _no_question(column):
        return None, why
    different = column.different
    if of := _other_of(column, before):
        return Question(column.name, "other", (column.name,), title=_title(column), of=of), _texts(column)
    if found := _of_options(column):
        return found
    if column.numeric or (column.words < 1.5 and column.mostly(re.compile(r"\S*\d\S*"))):
        return None, f"{different} different {'numbers' if column.numeric else 'codes of one word'}."
    return Question(column.name, "open", (column.name,), title=_title(column)), _texts(column)


def _of_options(column: Profile) -> tuple[Question, str] | None:
    """One column as a question of options, and why."""
    different, filled = column.different, column.filled
    if labels := _labels(column):
        return _made(
            column, "closed", labels
        ), f"{len(labels)} labels that the file names, {different} in {filled} filled cells."
    if column.separator:
        why = f"Cells that join {len(column.options())} options, which come again and again, by {column.separator!r}."
        return _made(column, "multi"), why
    return (
        (_made(column, "closed"), f"{different} different values in {filled} filled cells.") if _few(column) else None
    )


def _title(column: Profile) -> str:
    """The question as it was asked, where that is more than the column's name."""
    title = " ".join(column.about.title.split())
    return "" if fold(title) == fold(column.name) else title


def _labels(column: Profile) -> tuple[str, ...]:
    """The labels that the file gives a column's codes, in its order, where nearly all cells hold one of them."""
    labels = tuple(dict.fromkeys(label.strip() for _, label in column.about.values if label.strip()))
    return labels if len(labels) > 1 and column.share(lambda cell: cell in labels) >= LABELLED else ()


def _texts(column: Profile) -> str:
    blank = column.rows - column.filled
    many = f"{column.different} different texts, {column.words:.0f} words on average"
    return f"{many}; rows left blank: {blank} of {column.rows}." if blank else f"{many}."


def _no_question(column: Profile) -> str:
    if not column.filled:
        return "no cell is filled."
    if column.mostly(DATE):
        return "dates."
    if 1 <= len(column.tokens) <= 2 and column.tokens[0] in CODED:
        return "taken for codes that analysts gave; `freetext train --labels` reads them."
    if column.short_name(*IDS) and column.different == column.rows > 1:
        return "another id."
    return "the same in every row." if column.different == 1 and column.filled == column.rows > 1 else ""


def _few(column: Profile) -> bool:
    """Whether the values are few enough to be the options of a closed question."""
    different, filled = column.different, column.filled
    return column.words <= 12 and ((different <= 20 and filled >= 2 * different) or filled >= 20 * different <= 1200)


def _other_of(column: Profile, before: Sequence[Question]) -> str:
    """The closed question whose "Other, please specify" this column is."""
    match = OTHER.fullmatch(column.name[:600])
    closed = [question for question in before if question.kind in {"closed", "multi"}]
    if not match or not closed or column.numeric:
        return ""
    stem = key(match.group(1))
    if not stem:
        return closed[-1].name if closed[-1] is before[-1] else ""
    return next((question.name for question in closed if key(question.name) == stem), "")


def _made(column: Profile, kind: QuestionKind, labels: tuple[str, ...] = ()) -> Question:
    """A closed or multi question with its options in order; `labels` have one of their own."""
    options = labels or _ordered(column.options())
    if not labels and sorted(map(fold, options)) == ["no", "yes"]:
        options = tuple(sorted(options, key=fold, reverse=True))
    reserved = tuple((option, reserve) for option in options if (reserve := reserved_kind(option)))
    return Question(
        column.name,
        kind,
        (column.name,),
        title=_title(column),
        options=options,
        reserved=reserved,
        separator=column.separator if kind == "multi" else ";",
    )


def _ordered(options: tuple[str, ...]) -> tuple[str, ...]:
    """Options that all begin with a number in the order of these, with those that say nothing last; others as they come."""
    reserved = [option for option in options if reserved_kind(option)]
    said = [option for option in options if option not in reserved]
    if not all(NUMBERED.match(option) for option in said):
        return options
    return (*sorted(said, key=lambda option: (_numbers(option), option)), *reserved)


def _numbers(option: str) -> list[float]:
    """The numbers in an option, a comma before three digits taken to part thousands."""
    plain = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", option)
    sign = -1 if option.startswith("-") else 1
    first, *others = (float(number.replace(",", ".")) for number in re.findall(r"\d+(?:[.,]\d+)?|[.,]\d+", plain))
    return [sign * first, *others]


def reserved_kind(option: str) -> str:
    """The reserved kind that an option's wording stands for, or nothing."""
    said = re.sub(r"[^\w ]", "", fold(option).replace("'", "").replace("\u2019", ""))
    if re.fullmatch(r"none|none named|none of (these|the above|them)|nothing", said):
        return "none"
    if re.fullmatch(r"dont know|do not know|not sure|unsure|dk", said):
        return "dont-know"
    return "other" if re.fullmatch(r"others?( please (specify|state|say))?", said) else ""
