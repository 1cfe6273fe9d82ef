"""An earlier wave's coded file under today's codeframe: its codes carried by the codeframe's log, and what it could be coded with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
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

NAMED = "named"
"""The place of a codeframe that somebody named in place of the project's."""


@dataclass(frozen=True, slots=True, eq=False)
class Frames:
    """Which codeframe of today each question is coded with: `codeframe`, where one was named, else those of the project.

    themes  the columns of codes that were asked for; None for all of ours
    column  says what was asked, in a file with one answer a row
    """

    project: Project | None = None
    codeframe: Codeframe | None = None
    themes: tuple[str, ...] | None = None
    column: str = ""

    def place(self, question: str) -> str:
        """Where the codeframe of a question stands; empty where nobody knows it."""
        if self.codeframe is not None:
            return NAMED
        return codeframe_path(question, self.project) if self.project else ""

    def read(self, place: str) -> Codeframe:
        """Read the codeframe that stands there."""
        if self.codeframe is not None:
            return self.codeframe
        assert self.project is not None, "without a project a codeframe has no place"
        return read_codeframe(self.project.path(place))

    def columns(self, table: Table) -> Sequence[str]:
        """The columns of codes of a table."""
        return theme_columns(table) if self.themes is None else [each for each in self.themes if each in table.names]

    def places(self, table: Table, name: str) -> list[str]:
        """Where the codeframe of each row of a column of themes stands; empty where nobody knows it."""
        if self.column:
            place = {asked: self.place(asked) for asked in dict.fromkeys(table.texts(self.column))}
            return [place[asked] for asked in table.texts(self.column)]
        coded = self.project.questionnaire.coded if self.project else ()
        return [self.place(question_of(name) or (coded[0].name if len(coded) == 1 else ""))] * table.size


def under_today(table: Table, frames: Frames) -> Table:
    """Return a coded table with its codes, and who gave them, under the codeframes of today; a code that no change knows stays.

    What was split since has all its parts, so that nets over them stay right.
    """
    columns = list(table.columns)
    for name in frames.columns(table):
        places = frames.places(table, name)
        frame = {place: frames.read(place) for place in dict.fromkeys(places) if place}
        for column, by_now in ((name, _themes), (source_of(name), _sources)):
            if column and column in table.names:
                cells = zip(table.texts(column), places, strict=True)
                columns[table.names.index(column)] = [
                    by_now(cell, frame[place]) if place else cell for cell, place in cells
                ]
    return replace(table, columns=tuple(columns))


def codes_then(table: Table, question: str, frames: Frames) -> frozenset[str]:
    """Return the codes that stand in a coded table for the codeframe of a question."""
    place, found = frames.place(question), set[str]()
    for name in frames.columns(table):
        cells = zip(codes_in(table.texts(name)), frames.places(table, name), strict=True)
        found.update(code for codes, own in cells if own == place for code in codes)
    return frozenset(found)


def slugs_then(frame: Codeframe, used: Collection[str], when: datetime) -> tuple[str, ...]:
    """Return the slugs that a wave could be coded with, of which most decisions were made by `when`, or its codes `used`.

    A change of the codeframe came after the wave where the wave still has a code that the change took away, or by its time. Where nobody
    knows `when` (NEVER), it came before where the wave has a code that it brought, and after it else.
    """
    slugs = dict.fromkeys(frame.slugs)
    for change in reversed(frame.changes):
        later = set(change.to).isdisjoint(used) if when == NEVER else moment(change.time) > when
        if later or not set(change.from_).isdisjoint(used):
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
