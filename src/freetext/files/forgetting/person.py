"""Whose answers are to go: a respondent's, or one answer, found in the survey's file, in what was coded of it, and in the sources of that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from freetext.errors import InputError, UsageError, names_listed, quoted, rows_listed
from freetext.files.coding.coded_again import plainly
from freetext.files.disk.places import one_place
from freetext.files.forgetting.mentions import is_mentioned
from freetext.files.forgetting.same_person import (
    Rows,
    Written,
    answers_of,
    cells_of,
    ids_of,
    of_one_answer,
    of_respondent,
    texts_of,
)
from freetext.files.forgetting.their_tables import Kind, read_theirs
from freetext.files.labelling.labels import text_hash
from freetext.files.project.settings import Project
from freetext.files.tabular.tables import Table
from freetext.survey.questionnaire import Questionnaire
from freetext.survey.waves import coded_wave, wave_of


@dataclass(frozen=True, slots=True)
class Found:
    """A table that holds answers of a person: the places of their rows, from 0, and the ids in these."""

    path: Path
    kind: Kind
    table: Table = field(repr=False)
    places: tuple[int, ...]
    ids: frozenset[str] = frozenset()

    @property
    def rows(self) -> tuple[int, ...]:
        """The file's own numbers of these rows."""
        return tuple(self.table.row(place) for place in self.places)


@dataclass(frozen=True, slots=True)
class Person:
    """A respondent as a project knows them, or one answer.

    name    as it was asked for; with `by_answer` an answer's id
    ids     of their answers, without outer blanks
    texts   what they wrote, by the ids as they are spelled; an answer may have been written otherwise in several files
    others  ids of theirs that name other people's answers too, in another wave, with the keyed hashes of what those wrote
    alike   those of them under which the same was written: only the wave tells whose an answer is
    tables  the files that hold them
    notes   what the one who asks must know, in plain words
    seen    all tables that were looked through for them
    """

    name: str
    by_answer: bool
    ids: frozenset[str]
    texts: frozenset[Written] = field(repr=False)
    others: frozenset[tuple[str, str]]
    tables: tuple[Found, ...]
    notes: tuple[str, ...] = ()
    seen: tuple[Path, ...] = ()
    alike: frozenset[tuple[str, str]] = frozenset()

    def of(self, kind: Kind) -> tuple[Found, ...]:
        """The tables of one kind that hold them."""
        return tuple(each for each in self.tables if each.kind == kind)

    def listed(self, file: Path | None, stem: str) -> frozenset[str]:
        """The ids that mean them in a list made of this file, where it is noted, else in one of this name; another wave may have others under the same ids."""
        if file is None and stem in self.waves:
            return self.ids
        there = (each.ids for each in self.tables if file is not None and one_place(each.path, file))
        return (self.ids - {shared for shared, _ in self.others}).union(*there)

    @property
    def waves(self) -> frozenset[str]:
        """The waves in which they stand."""
        return frozenset(coded_wave(each.path.name) for each in self.tables)

    def wrote(self, id: str, hashed: str = "", wave: str = "") -> bool:
        """Whether an answer is theirs, by its id and, where these are known, the hash of its text and the wave.

        The wave tells only where another person wrote the same in a wave that was looked through.
        """
        answer, known = (id.strip(), hashed), {coded_wave(path.name) for path in self.seen}
        elsewhere = answer in self.alike and wave in known and wave not in self.waves
        return answer[0] in self.ids and answer not in self.others and not elsewhere


def find_person(project: Project, name: str, *, answer: bool = False) -> Person:
    """Find a respondent by the survey's column of respondents; with `answer`, or where there is no such column, an answer by its id.

    Raises InputError where nothing knows them, UsageError for a blank name and where answers go by their row number.
    """
    survey, asked = project.questionnaire, name.strip()
    if not survey.id:
        raise UsageError(
            "answers go by their row number here, so nobody can be taken out without renaming the others: "
            "give [survey] an `id` column in freetext.toml."
        )
    if not asked:
        raise UsageError("who is to be forgotten? A blank name would mean all whose cell is blank.")
    read = read_theirs(project)
    tables = [table for _, _, table in read]
    by_id = answer or not survey.respondent
    ids = {asked} if by_id else {name for table in tables for name in _ids(table, survey, asked)}
    rows = [Rows(path, _wave(project, path, kind), table, ()) for path, kind, table in read]
    if by_id:
        met = [each.only(answers_of(each.table, survey, ids)) for each in rows]
        chosen, told = of_one_answer(met, survey, asked, first=wave_of(survey.file))
    else:
        chosen, told = of_respondent([each.only(_theirs(each.table, survey, asked)) for each in rows], survey, ids)
    placed = [each.places for each in chosen]
    found = [
        Found(path, kind, rows.table, rows.places, frozenset(ids_of(rows, survey)))
        for (path, kind, _), rows in zip(read, chosen, strict=True)
        if rows.places
    ]
    if not found and not (by_id and is_mentioned(project, ids)):
        called = any(answers_of(table, survey, {asked}) for table in tables) or is_mentioned(project, {asked})
        raise _unknown(project, asked, by_id=by_id, called=called)
    texts = frozenset(written for each in found for written in texts_of(each.table, each.places, survey))
    others, own = _others(tables, placed, survey, ids), _hashed(texts, survey)
    notes = _siblings(found, survey) if by_id else _namesake(tables, placed, survey, asked)
    seen = tuple(path for path, _, _ in read)
    apart, alike = frozenset(others - own), frozenset(others & own)
    return Person(asked, by_id, frozenset(ids), texts, apart, tuple(found), (*told, *notes), seen, alike)


def _wave(project: Project, path: Path, kind: Kind) -> str:
    """Name the file that was collected; one that stands elsewhere than the survey's is a wave of its own, however it is called."""
    if kind == "source" and path.parent.resolve() != project.folder.resolve():
        return str(path)
    return coded_wave(path.name) if kind == "coded" else wave_of(path.name)


def _unknown(project: Project, asked: str, *, by_id: bool, called: bool) -> InputError:
    survey = project.questionnaire
    remedy = "It is compared letter by letter; who was taken out before is known no more."
    if not by_id and called:
        remedy = "An answer has this id: --answer takes that out, and no other answer of its respondent."
    return InputError(
        f"no {'answer' if by_id else 'respondent'} {quoted(asked)}.",
        file=survey.file or project.folder,
        column=survey.id if by_id else survey.respondent,
        remedy=remedy,
    )


def _ids(table: Table, survey: Questionnaire, name: str) -> Iterator[str]:
    """The ids of a respondent's answers; a blank one names none."""
    people, ids = cells_of(table, survey.respondent), cells_of(table, survey.id)
    if people and ids:
        yield from (each for who, each in zip(people, ids, strict=True) if who == name and each)


def _theirs(table: Table, survey: Questionnaire, name: str) -> tuple[int, ...]:
    """The rows of a respondent, where the table tells respondents."""
    return tuple(place for place, who in enumerate(cells_of(table, survey.respondent)) if who == name)


def _others(
    tables: Sequence[Table], placed: Sequence[Sequence[int]], survey: Questionnaire, ids: set[str]
) -> set[tuple[str, str]]:
    """What other people wrote under the same ids, as keyed hashes."""
    found: set[tuple[str, str]] = set()
    for table, places in zip(tables, placed, strict=True):
        rest = sorted(set(answers_of(table, survey, ids)) - set(places))
        found |= _hashed(frozenset(texts_of(table, rest, survey)), survey) if rest else set()
    return found


def _hashed(texts: frozenset[Written], survey: Questionnaire) -> set[tuple[str, str]]:
    """Hash texts as labels and as moves do."""
    spelled = {(name.strip(), form) for name, text in texts for form in (text, plainly(text))}
    return {(name, text_hash(survey.key, form)) for name, form in spelled}


def _namesake(
    tables: Sequence[Table], placed: Sequence[Sequence[int]], survey: Questionnaire, asked: str
) -> Iterator[str]:
    """Say that somebody else's answer is called as the respondent is."""
    pairs = zip(tables, placed, strict=True)
    if any(set(answers_of(table, survey, {asked})) - set(places) for table, places in pairs):
        yield f"{quoted(asked)} is taken as the respondent; another's answer has this id, and stays (--answer names answers)"


def _siblings(found: Sequence[Found], survey: Questionnaire) -> Iterator[str]:
    """Say that the respondent of an answer has more of them, and that an id stood in files which may be of several people."""
    files = sorted({coded_wave(each.path.name) for each in found})
    if len(files) > 1:
        yield f"the id stands in {names_listed(files)}; all of them were taken for one person's"
    for each in found:
        people = cells_of(each.table, survey.respondent)
        theirs = {people[place] for place in each.places if people and people[place]}
        rest = [each.table.row(at) for at, who in enumerate(people) if who in theirs and at not in set(each.places)]
        if rest:
            more = f"{len(rest):,} more answer{'s' * (len(rest) != 1)}"
            said = f"the same respondent has {more}, row {rows_listed(rest)}, which {'stays' if len(rest) == 1 else 'stay'}"
            yield f"{each.path.name}: {said}; the respondent's name (column {quoted(survey.respondent)}) takes all"
