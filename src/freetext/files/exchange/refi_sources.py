"""The texts of a project file: which answers stand in which text, and from which sign to which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from freetext.files.exchange.qda_project import CodedQuestion, CodedText, QdaProject
from freetext.files.exchange.refi_codes import guid
from freetext.survey.answers import is_blank

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML has no way to write."""
BREAKS = re.compile("\r\n?")


def clean(text: str) -> str:
    """A text without signs that XML cannot hold, its line breaks line feeds."""
    return ILLEGAL.sub("", BREAKS.sub("\n", text))


@dataclass(frozen=True, slots=True)
class Passage:
    """An answer in its text: from `start` to before `end`, in Unicode code points from 0."""

    guid: str
    question: CodedQuestion
    answer: CodedText
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A plain text, its passages in order, and whose it is, where it is one respondent's."""

    guid: str
    name: str
    title: str
    text: str
    passages: tuple[Passage, ...]
    respondent: str = ""


@dataclass(frozen=True, slots=True)
class _Asked:
    """An answer that is not blank, and the GUID that its passage has in either layout."""

    guid: str
    question: CodedQuestion
    answer: CodedText


def sources_of(project: QdaProject) -> Iterator[Source]:
    """Lay the answers out, text by text; the same project gives the same texts, whose GUIDs do not depend on the layout."""
    if project.layout == "questions":
        for question in project.questions:
            asked = list(_asked(project, question))
            yield _source(project, question.name, question.title, asked, heads=False)
        return
    theirs: dict[str, list[_Asked]] = {person: [] for person in project.people}
    for question in project.questions:
        for each in _asked(project, question):
            theirs.setdefault(each.answer.respondent, []).append(each)
    for person, asked in theirs.items():
        if asked:
            yield _source(project, person, "", asked, heads=True, respondent=person)


def _asked(project: QdaProject, question: CodedQuestion) -> Iterator[_Asked]:
    seen: dict[str, int] = {}
    for answer in question.answers:
        if is_blank(clean(answer.text)):
            continue
        again = seen[answer.id] = seen.get(answer.id, -1) + 1
        parts = (question.name, answer.id, *((str(again),) if again else ()))
        yield _Asked(guid("passage", project.name, *parts), question, answer)


def _source(
    project: QdaProject, name: str, title: str, asked: list[_Asked], *, heads: bool, respondent: str = ""
) -> Source:
    line = "\r\n" if project.crlf else "\n"
    parts: list[str] = []
    passages: list[Passage] = []
    place = 0
    for each in asked:
        before = (line * 2 if parts else "") + (_head(each.question, line) if heads else "")
        text = clean(each.answer.text).replace("\n", line)
        start = place + len(before)
        place = start + len(text)
        parts += [before, text]
        passages.append(Passage(each.guid, each.question, each.answer, start, place))
    kind = "person" if heads else "question"
    return Source(guid("source", project.name, kind, name), name, title, "".join(parts), tuple(passages), respondent)


def _head(question: CodedQuestion, line: str) -> str:
    return " ".join(clean(question.title or question.name).split()) + line
