"""The texts of a project file: which answers stand in which text, and from which sign to which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from freetext.files.exchange.qda_project import CodedQuestion, CodedText, QdaProject
from freetext.files.exchange.refi_codes import guid
from freetext.files.tabular.xml_trees import ILLEGAL
from freetext.survey.answers import is_blank

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
    """A plain text and its passages in order."""

    guid: str
    name: str
    title: str
    text: str
    passages: tuple[Passage, ...]


def sources_of(project: QdaProject) -> Iterator[Source]:
    """Lay the answers out, a text a question; the same project gives the same texts."""
    for question in project.questions:
        yield _source(project, question)


def _source(project: QdaProject, question: CodedQuestion) -> Source:
    line = "\r\n" if project.crlf else "\n"
    parts: list[str] = []
    passages: list[Passage] = []
    place = 0
    for known, answer in _asked(project, question):
        before = line * 2 if parts else ""
        text = clean(answer.text).replace("\n", line)
        start = place + len(before)
        place = start + len(text)
        parts += [before, text]
        passages.append(Passage(known, question, answer, start, place))
    known = guid("source", project.name, "question", question.name)
    return Source(known, question.name, question.title, "".join(parts), tuple(passages))


def _asked(project: QdaProject, question: CodedQuestion) -> Iterator[tuple[str, CodedText]]:
    """Walk the answers that are not blank, with the GUID of the passage of each."""
    seen: dict[str, int] = {}
    for answer in question.answers:
        if is_blank(clean(answer.text)):
            continue
        again = seen[answer.id] = seen.get(answer.id, -1) + 1
        parts = (question.name, answer.id, *((str(again),) if again else ()))
        yield guid("passage", project.name, *parts), answer
