"""What stands for "Other": the option, the column of its texts, and what was written in among joined options."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from freetext.files.project.groups import EDGE
from freetext.files.project.profiles import Profile
from freetext.survey.answers import is_blank
from freetext.survey.codeframe import fold
from freetext.survey.questionnaire import Question
from freetext.survey.several import options_and_write_ins

SAYS = r"(?:please)?[\s_]*(?:specify|state|say|describe|explain|tell us|give details|write in|text)?"
SPOKEN = re.compile(r"others?(?: please)?(?: (?:specify|state|say|describe|explain|tell us|give details|write in))?")
OTHER = re.compile(rf"(?is)(.*?)[\s_.:(\[\u2013-]*(?:others?[\s_,:;(\u2013-]*{SAYS}|_(?:\d+_)?text)[)\]\s:.]*")
"""The name of a column of "Other" texts, with what stands before it."""

WRITE_IN = "Other"


def reserved_kind(option: str) -> str:
    """The reserved kind that an option's wording stands for, or nothing."""
    said = " ".join(re.sub(r"[^\w ]", " ", fold(option).replace("'", "").replace("\u2019", "")).split())
    if re.fullmatch(r"none|none named|none of (these|the above|them)|nothing", said):
        return "none"
    if re.fullmatch(r"dont know|do not know|not sure|unsure|dk", said):
        return "dont-know"
    return "other" if SPOKEN.fullmatch(said) else ""


def with_other(
    question: Question, why: str, found: Sequence[tuple[Question, str]], columns: Mapping[str, Profile]
) -> tuple[Question, str]:
    """A question with that of its "Other" texts, where nothing else ticks it: whoever wrote there answered."""
    texts = next((each for each, _ in found if each.of == question.name), None)
    if texts is None or "other" in dict(question.reserved).values():
        return question, why
    option = texts.columns[0].removeprefix(question.name).strip(EDGE.replace(")", "")) or texts.name
    if option in question.options:
        return question, why
    told = f"{why} Whoever wrote an Other text ticked that."
    options, reserved = (*question.options, option), (*question.reserved, (option, "other"))
    if question.kind == "multi" and len(question.columns) > 1:
        return replace(
            question, options=options, columns=(*question.columns, texts.columns[0]), reserved=reserved
        ), told
    if question.kind == "closed" and _stands_alone(columns[question.columns[0]], columns[texts.columns[0]]):
        return replace(question, options=options, reserved=reserved), told
    return question, why


def _stands_alone(column: Profile, texts: Profile) -> bool:
    """Whether most who wrote an "Other" text ticked nothing else."""
    beside = [is_blank(cell) for cell, text in zip(column.texts, texts.texts, strict=True) if not is_blank(text)]
    return bool(beside) and 2 * sum(beside) > len(beside)


def with_write_ins(question: Question, why: str, column: Profile) -> tuple[Question, str]:
    """A question whose cells join options with what was written into an "Other" box: that box is an option too."""
    joined = question.kind == "multi" and len(question.columns) == 1
    if not joined or "other" in dict(question.reserved).values() or WRITE_IN in question.options:
        return question, why
    boxed = replace(question, options=(*question.options, WRITE_IN), reserved=(*question.reserved, (WRITE_IN, "other")))
    count = sum(number for cell, number in column.counts.items() if options_and_write_ins(cell, boxed)[1])
    if not count:
        return question, why
    return boxed, f"{why} Other is what one person alone wrote, or ticked, in {count} of the cells."
