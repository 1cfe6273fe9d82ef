"""A questionnaire guessed from a table's header and cells, with the reason of every guess."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from freetext.files.project.groups import groups_of
from freetext.files.project.guesses_orders import in_order, of_one_scale, once, stem_of, together
from freetext.files.project.guesses_others import OTHER, reserved_kind, with_other, with_write_ins
from freetext.files.project.guesses_people import asked_who
from freetext.files.project.joined import is_ranking
from freetext.files.project.profiles import ADDRESS, DATE, MAIL, PHONE, Profile, is_number, number_of, profiles_of
from freetext.files.tabular.dialect_forms import is_own_score
from freetext.files.tabular.dialect_qualtrics import PLATFORM, is_own_status, made_by_display
from freetext.files.tabular.dialects import TITLES, role_of
from freetext.files.tabular.headings import Role, key
from freetext.files.tabular.rows import Table
from freetext.files.tabular.statistical_labels import within
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

FORMS = frozenset({"google-forms", "microsoft-forms"})
"""Platforms that join what was written into an "Other" box with the options that were ticked."""
BANNERS = 4
SPAN = 20
"""How far apart the ends of a scale lie at most."""
LONGEST = 300
"""Characters of an option, at most."""

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
    own_names = (is_own_status, is_own_score)
    theirs = {*keep, *(each.name for each in profiles if any(is_own(each.name, each.counts) for is_own in own_names))}
    roles = {each.name: role_of(table.dialect, each.name) for each in profiles if each.name not in theirs}
    likely = [each for each in profiles if roles.get(each.name) == "id" and _tells_apart(each)]
    likely += [each for each in profiles if not roles.get(each.name) and _is_id(each)]
    own = _first(profiles, lambda each: _used(each, "serial"), "the file says that it is the serial number.")
    own = own if own[0] else _first(likely, _tells_apart, "different in every row.")
    rest = [each for each in profiles if each.name != own[0]]
    respondent = _first(rest, _is_person, "the same in several rows: one person gave several answers.")
    weight = _first(rest, lambda each: _used(each, "weight"), "the file says that it is the weight.")
    weight = weight if weight[0] else _first(rest, _is_weight, "numbers under the name of a weight.")
    rest = [each for each in rest if each.name not in (respondent[0], weight[0])]
    platform = TITLES.get(table.dialect, "")
    drop = tuple((each.name, why) for each in rest if each.name not in keep and (why := _person(each, roles, platform)))
    made = [(each.name, f"filled in by {platform}.") for each in rest if roles.get(each.name) in {"made", "id"}]
    if table.dialect == PLATFORM:
        made += [(each.name, why) for each in rest if (why := made_by_display(each.name, each.about.title))]
    questions, left = _questions([each for each in rest if each.name not in dict([*drop, *made])])
    if table.dialect in FORMS:
        by_name = {each.name: each for each in rest}
        questions = tuple(with_write_ins(each, why, by_name[each.columns[0]]) for each, why in questions)
    closed = {question.columns[0] for question, _ in questions if question.kind == "closed"}
    banners = [(each.name, f"{each.different} groups.") for each in rest if each.name in closed and _is_banner(each)]
    return Guess(own, respondent, weight, drop, tuple(banners[:BANNERS]), questions, (*unusable, *made, *left))


def _first(profiles: Sequence[Profile], test: Callable[[Profile], bool], why: str) -> Reasoned:
    return next(((each.name, why) for each in profiles if test(each)), ("", ""))


def _used(column: Profile, use: str) -> bool:
    """Whether the file itself says that a column is the id or the weight, and it can be."""
    fits = column.different == column.rows > 0 if use == "serial" else column.numeric
    return column.about.use == use and fits


def _tells_apart(column: Profile) -> bool:
    return column.different == column.rows > 0 and not column.mostly(MAIL)


def _is_id(column: Profile) -> bool:
    return column.short_name(*IDS) and _tells_apart(column)


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
    return asked_who(column)


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
    found = _in_order(found, by_name := {each.name: each for each in profiles})
    return tuple(with_other(each, why, found, by_name) for each, why in found), tuple(left)


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
    if _few(column) and not _is_amount(column):
        return _made(column, "closed"), f"{different} different values in {filled} filled cells."
    return None


def _is_amount(column: Profile) -> bool:
    """Whether these are numbers far apart of which the file names a few, as "99 or older" among the ages."""
    if not column.numeric or not column.about.values or column.about.measure != "scale":
        return False
    numbers = [number_of(cell) for cell in column.counts]
    return max(numbers) - min(numbers) > SPAN


def _title(column: Profile) -> str:
    """The question as it was asked, where that is more than the column's name."""
    title = " ".join(column.about.title.split())
    return "" if fold(title) == fold(column.name) else title


def _labels(column: Profile) -> tuple[str, ...]:
    """The labels that the file gives a column's codes, in its order, where nearly all cells hold one of them.

    A code that is no answer ("Not asked") is no option.
    """
    about = column.about
    said = [label.strip() for code, label in about.values if not any(within(code, each) for each in about.missing)]
    labels = tuple(dict.fromkeys(label for label in said if label))
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
    if column.separator and is_ranking(column.counts, column.separator):
        return "a ranking whose items are joined in one cell; freetext reads rankings of one column for each item."
    return "the same in every row." if column.different == 1 and column.filled == column.rows > 1 else ""


def _few(column: Profile) -> bool:
    """Whether the values are few enough to be the options of a closed question."""
    different, filled = column.different, column.filled
    return (
        column.words <= 12
        and max(map(len, column.counts), default=0) <= LONGEST
        and ((different <= 20 and filled >= 2 * different) or filled >= 20 * different <= 1200)
    )


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
    options = labels or in_order(once(column.options()), reserved_kind, _codes(column) if kind == "closed" else {})
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


def _codes(column: Profile) -> dict[str, float]:
    """The numbers of those values that have a label, as the ends of a scale have."""
    pairs = ((str(code), label.strip()) for code, label in column.about.values)
    return {label: number_of(code) for code, label in pairs if is_number(code)}


def _in_order(found: Sequence[tuple[Question, str]], columns: Mapping[str, Profile]) -> list[tuple[Question, str]]:
    """Give the items of a grid, questions with one beginning that hold the same values, one order of these."""
    items: dict[str, dict[str, Counter[str]]] = {}
    for question, _ in found:
        column = columns[question.columns[0]]
        if question.kind == "closed" and not column.about.values and (stem := stem_of(question.title or question.name)):
            items.setdefault(stem, {})[question.name] = column.counts
    orders: dict[str, tuple[str, ...]] = {}
    for counts in items.values():
        for names in of_one_scale(counts):
            options = in_order(together([counts[name] for name in names]), reserved_kind, {})
            orders |= dict.fromkeys(names, options)
    return [(_with_options(each, orders.get(each.name, ())), why) for each, why in found]


def _with_options(question: Question, options: tuple[str, ...]) -> Question:
    reserved = tuple((option, kind) for option in options if (kind := reserved_kind(option)))
    return replace(question, options=options, reserved=reserved) if options else question
