"""An earlier wave's coded file under today's codeframe: its codes carried by the codeframe's log, and what it could be coded with."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from freetext.files.coding.coded import codes_in, question_of, source_of, theme_columns
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.project_codeframes import codeframe_path
from freetext.files.project.settings import Project
from freetext.files.tabular.tables import Table
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import NEVER, Label, moment
from freetext.tallies.opens import SOURCES


def under_today(table: Table, project: Project, question: str = "") -> Table:
    """Return a coded table with its codes, and who gave them, under the codeframes of today; a code that no change knows stays.

    What was split since has all its parts, so that nets over them stay right. `question` is the column that says what was asked.
    """
    columns = list(table.columns)
    for name in theme_columns(table):
        paths = _paths(table, name, project, question)
        frame = {path: read_codeframe(project.path(path)) for path in dict.fromkeys(paths) if path}
        for column, by_now in ((name, _themes), (source_of(name), _sources)):
            if column in table.names:
                cells = zip(table.texts(column), paths, strict=True)
                columns[table.names.index(column)] = [
                    by_now(cell, frame[path]) if path else cell for cell, path in cells
                ]
    return replace(table, columns=tuple(columns))


def codes_then(table: Table, question: str, project: Project, column: str = "") -> frozenset[str]:
    """Return the codes that stand in a coded table for the codeframe of a question; `column` says what was asked in a long file."""
    path, found = codeframe_path(question, project), set[str]()
    for name in theme_columns(table):
        cells = zip(codes_in(table.texts(name)), _paths(table, name, project, column), strict=True)
        found.update(code for codes, own in cells if own == path for code in codes)
    return frozenset(found)


def slugs_then(frame: Codeframe, used: Collection[str], when: datetime) -> tuple[str, ...]:
    """Return the slugs that a wave could be coded with, of which most decisions were made by `when`, or its codes `used`.

    A change of the codeframe came after the wave where the wave still has a code that the change took away, or by its time.
    """
    slugs = dict.fromkeys(frame.slugs)
    for change in reversed(frame.changes):
        if not set(change.from_).isdisjoint(used) or moment(change.time) > when:
            gone = () if change.op == "merge" else change.to
            slugs = dict.fromkeys((*(slug for slug in slugs if slug not in gone), *change.from_))
    return tuple(slugs)


def decided_when(labels: Iterable[Label], file: str) -> datetime:
    """Return when a wave was decided on: the middle of its decisions' times; without any when its coded file was written."""
    times = [read.timestamp() for label in labels if (read := moment(label.time)) != NEVER]
    if times:
        return datetime.fromtimestamp(median(times), UTC)
    with suppress(OSError):
        return datetime.fromtimestamp(Path(file).stat().st_mtime, UTC)
    return NEVER


def _paths(table: Table, column: str, project: Project, question: str) -> list[str]:
    """Where the codeframe of each row of a column of themes stands; empty where nobody knows it."""
    coded = project.questionnaire.coded
    if question:
        path = {name: codeframe_path(name, project) for name in dict.fromkeys(table.texts(question))}
        return [path[name] for name in table.texts(question)]
    named = question_of(column) or (coded[0].name if len(coded) == 1 else "")
    return [codeframe_path(named, project)] * table.size


def _themes(cell: str, frame: Codeframe) -> str:
    codes = [code.strip() for code in cell.split(";") if code.strip()]
    return ";".join(dict.fromkeys(new for code in codes for new in _by_now(code, frame)))


def _sources(cell: str, frame: Codeframe) -> str:
    """Carry who gave each code: of several that became one the machine; a code that is gone leaves who decided."""
    found: dict[str, str] = {}
    bare: dict[str, None] = {}
    for part in filter(None, (part.strip() for part in cell.split(";"))):
        code, _, who = part.rpartition("=")
        new = _by_now(code.strip(), frame) if code.strip() else ()
        if not new:
            bare[who.strip()] = None
        for each in new:
            found[each] = min(found.get(each, who), who, key=_weight)
    return ";".join((*(f"{code}={who.strip()}" for code, who in found.items()), *bare))


def _weight(who: str) -> int:
    return int(SOURCES.get(who.strip().casefold(), max(SOURCES.values())))


def _by_now(code: str, frame: Codeframe) -> tuple[str, ...]:
    fate = frame.fates.get(code)
    return (code,) if fate is None else fate.slugs
