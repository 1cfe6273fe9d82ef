"""`project.qde`, the XML of a project file, line by line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite
from xml.sax.saxutils import escape

from freetext.files.exchange.dataset import Code, Variable
from freetext.files.exchange.qda_project import Coded, CodedText, QdaProject
from freetext.files.exchange.refi_codes import attribute, code_guid, code_lines, guid
from freetext.files.exchange.refi_sets import set_lines
from freetext.files.exchange.refi_sources import Passage, clean, sources_of
from freetext.files.exchange.scopes import scoped
from freetext.survey.codeframe import Codeframe

SPACE = "urn:QDA-XML:project:1.0"
TIME = "2000-01-01T00:00:00Z"
"""The time of everything: a file that is made twice of the same survey is the same twice."""
MOST_CASES = 20_000
"""Respondents; programs for qualitative analysis stop working long before."""


def project_lines(project: QdaProject) -> Iterator[str]:
    """Write the project: users, codes, variables, cases, texts, in the schema's order."""
    users, columns, of_question = _users(project), _columns(project), _frames(project)
    frames = list(dict.fromkeys(of_question.values()))
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<Project xmlns="{SPACE}" name={attribute(project.name)} origin="freetext" creationDateTime="{TIME}">\n'
    if users:
        yield "  <Users>\n"
        yield from (f'    <User guid="{each}" name={attribute(name)}/>\n' for name, each in users.items())
        yield "  </Users>\n"
    yield from _codebook(frames)
    if people_in(project):
        yield from _variables(columns)
        yield from _cases(project, columns)
    yield from _sources(project, users, of_question)
    yield from _sets(frames)
    yield "</Project>\n"


def people_in(project: QdaProject) -> tuple[str, ...]:
    """The respondents that become cases: all, or none where they are too many."""
    return project.people if len(project.people) <= MOST_CASES else ()


def cases_told(project: QdaProject) -> tuple[int, tuple[str, ...]]:
    """How many cases there are, and why there are none."""
    there = len(people_in(project))
    if there == len(project.people):
        return there, ()
    return 0, (f"{len(project.people):,} respondents are too many for cases ({MOST_CASES:,}): cases are left out",)


def coders_of(answer: CodedText) -> tuple[Coded, ...]:
    """The codes of an answer, none twice."""
    return tuple(dict.fromkeys(answer.codes))


def _users(project: QdaProject) -> dict[str, str]:
    """Who gave codes, by name."""
    names = {code.coder: None for question in project.questions for answer in question.answers for code in answer.codes}
    return {name: guid("user", name) for name in sorted(names)}


@dataclass(frozen=True, slots=True)
class _Frame:
    """A codeframe of the project, what its codes are called after, and what people read."""

    codeframe: Codeframe
    scope: str
    title: str


def _frames(project: QdaProject) -> dict[str, _Frame]:
    """The codeframe of each question; those of one name that are not the same are told apart by their question."""
    given = scoped((each.name, each.codeframe) for each in project.questions)
    titles = {each.name: each.title or each.name for each in project.questions}
    return {
        question.name: _Frame(
            each.codeframe,
            f"{each.codeframe.name}\n{each.question}" if each.question else each.codeframe.name,
            each.codeframe.title or titles.get(each.question, each.codeframe.name),
        )
        for question, each in zip(project.questions, given, strict=True)
    }


def _codebook(frames: Sequence[_Frame]) -> Iterator[str]:
    """The codes; those of several codeframes each under a code of its own that nothing is coded with."""
    if not frames:
        return
    yield "  <CodeBook>\n    <Codes>\n"
    for frame in frames:
        if len(frames) == 1:
            yield from code_lines(frame.codeframe, "      ", frame.scope)
            continue
        named = attribute(frame.title)
        yield f'      <Code guid="{guid("codeframe", frame.scope)}" name={named} isCodable="false">\n'
        yield from code_lines(frame.codeframe, "        ", frame.scope)
        yield "      </Code>\n"
    yield "    </Codes>\n  </CodeBook>\n"


KINDS = {"text": "Text", "single": "Text", "tick": "Boolean", "moment": "Text", "number": "Float"}


@dataclass(frozen=True, slots=True)
class _Column:
    """A variable, the schema's kind of it, and what its codes mean."""

    guid: str
    kind: str
    variable: Variable
    labels: Mapping[Code, str]


def _columns(project: QdaProject) -> tuple[_Column, ...]:
    return tuple(
        _Column(guid("variable", project.name, each.name), _kind(each), each, dict(each.values))
        for each in project.variables
    )


def _variables(columns: Sequence[_Column]) -> Iterator[str]:
    if not columns:
        return
    yield "  <Variables>\n"
    for each in columns:
        variable = each.variable
        head = f'    <Variable guid="{each.guid}" name={attribute(variable.name)} typeOfVariable="{each.kind}"'
        label = f"<Description>{escape(clean(variable.label))}</Description>"
        yield f"{head}>{label}</Variable>\n" if variable.label else f"{head}/>\n"
    yield "  </Variables>\n"


def _kind(variable: Variable) -> str:
    """The schema's kind of a variable: whole numbers are Integer, dates alone Date."""
    cells = [cell for cell in variable.cells if cell is not None]
    if variable.kind == "number" and all(isinstance(cell, int) for cell in cells):
        return "Integer"
    if variable.kind == "moment" and cells and all(type(cell) is dt.date for cell in cells):
        return "Date"
    return KINDS[variable.kind]


def _values(columns: Sequence[_Column], place: int, margin: str) -> Iterator[str]:
    """The values of a respondent; a cell without one is left out."""
    for column in columns:
        if text := clean(_text(column, column.variable.cells[place])):
            value = f"<{column.kind}Value>{escape(text)}</{column.kind}Value>"
            yield f'{margin}<VariableValue><VariableRef targetGUID="{column.guid}"/>{value}</VariableValue>\n'


def _text(column: _Column, cell: object) -> str:
    if cell is None:
        return ""
    if column.kind == "Boolean":
        return "true" if cell else "false"
    if column.kind == "Float":
        return _decimal(float(str(cell)))
    if isinstance(cell, (dt.date, dt.time)):
        return cell.isoformat()
    return column.labels.get(cell, str(cell)) if isinstance(cell, (int, float, str)) else str(cell)


def _decimal(number: float) -> str:
    """A number without an exponent, as the schema wants it; what is none has no value."""
    return format(Decimal(repr(number)), "f") if isfinite(number) else ""


def _cases(project: QdaProject, columns: Sequence[_Column]) -> Iterator[str]:
    theirs = _references(project)
    yield "  <Cases>\n"
    for place, person in enumerate(people_in(project)):
        yield f'    <Case guid="{guid("case", project.name, person)}" name={attribute(person)}>\n'
        yield from _values(columns, place, "      ")
        yield from (f"      {reference}\n" for reference in theirs.get(person, ()))
        yield "    </Case>\n"
    yield "  </Cases>\n"


def _references(project: QdaProject) -> Mapping[str, list[str]]:
    """Which passages are whose."""
    theirs: dict[str, list[str]] = {}
    for source in sources_of(project):
        for passage in source.passages:
            reference = f'<SelectionRef targetGUID="{passage.guid}"/>'
            theirs.setdefault(passage.answer.respondent, []).append(reference)
    return theirs


def _sources(project: QdaProject, users: Mapping[str, str], frames: Mapping[str, _Frame]) -> Iterator[str]:
    inside = False
    for source in sources_of(project):
        yield "" if inside else "  <Sources>\n"
        inside = True
        yield (
            f'    <TextSource guid="{source.guid}" name={attribute(source.name)} '
            f'plainTextPath="internal://{source.guid}.txt" creationDateTime="{TIME}">\n'
        )
        if source.title:
            yield f"      <Description>{escape(clean(source.title))}</Description>\n"
        for passage in source.passages:
            yield from _passage(passage, users, frames[passage.question.name].scope)
        yield "    </TextSource>\n"
    if inside:
        yield "  </Sources>\n"


def _sets(frames: Sequence[_Frame]) -> Iterator[str]:
    """What the codes have no place for, in a set; of several codeframes it would be no one's."""
    if len(frames) == 1:
        yield from set_lines(frames[0].codeframe, "targetGUID")


def _passage(passage: Passage, users: Mapping[str, str], scope: str) -> Iterator[str]:
    """An answer and its codes; one without codes is there too, for the case that it belongs to."""
    yield (
        f'      <PlainTextSelection guid="{passage.guid}" name={attribute(passage.answer.id)} '
        f'startPosition="{passage.start}" endPosition="{passage.end}" creationDateTime="{TIME}"'
    )
    codes = coders_of(passage.answer)
    yield f' creatingUser="{users[codes[0].coder]}">\n' if codes else "/>\n"
    for code in codes:
        yield (
            f'        <Coding guid="{guid("coding", passage.guid, code.slug, code.coder)}" '
            f'creatingUser="{users[code.coder]}" creationDateTime="{TIME}">'
            f'<CodeRef targetGUID="{code_guid(scope, code.slug)}"/></Coding>\n'
        )
    if codes:
        yield "      </PlainTextSelection>\n"
