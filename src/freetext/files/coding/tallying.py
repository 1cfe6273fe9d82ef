"""A coded table to tallies: which columns are what, from what was asked for and from the project's settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from freetext.errors import InputError, NegativeAnswer, UsageError, named, names_listed, rows_listed
from freetext.files.auditing.audit_labels import ID, AuditLabels, audit_labels
from freetext.files.auditing.audits import with_own_audit
from freetext.files.auditing.labelled_audits import Place, with_labels
from freetext.files.backcoding.moves import hashes_in, moves_of
from freetext.files.coding.coded import (
    UNCODED,
    banner_in,
    banners_there,
    closed_column,
    closed_question,
    source_of,
    theme_columns,
)
from freetext.files.coding.models_noted import with_models
from freetext.files.coding.open_questions import Opened, open_questions
from freetext.files.coding.row_weights import weights_in
from freetext.files.coding.wanted import Wanted
from freetext.files.project.dropped import without_dropped
from freetext.files.project.settings import NAME, Project
from freetext.files.tabular.filters import Kept, conditions_of, kept_rows
from freetext.files.tabular.tables import Table, require_rows
from freetext.survey.answers import FloatArray, IntArray
from freetext.survey.codeframe import Codeframe, fold
from freetext.survey.questionnaire import Questionnaire
from freetext.survey.responses import Banner, Responses
from freetext.tallies.across import across
from freetext.tallies.conventions import Conventions
from freetext.tallies.crosstab import tally
from freetext.tallies.linked import Apart, apart
from freetext.tallies.people import once_each, several_columns
from freetext.tallies.table import BaseKind, TallyTable

__all__ = ["Read", "Wanted", "responses_of", "tables_in", "tables_of"]


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A coded table as it was read: what the `n` rows that count say to each question, and what they are split by.

    responses    (n,) each, as they are tallied: who stands in several rows counts once
    rows         the same before rows of one respondent were joined, in the same order
    opened       the open questions among `rows`, which come first, with their columns; an across-table is none of them
    banners      the columns of the cross-tabs
    weights      float (n,); None where everybody counts the same
    people       who stands behind each row (n,); None where every row is somebody else
    table        the whole table, without what the project drops
    places       int64 (n,): where these rows stand in it
    conventions  with the project's population and disclosure profile where none was asked for
    said         what was left out, for whoever asked; it stands below no table
    """

    responses: tuple[Responses, ...]
    rows: tuple[Responses, ...]
    opened: tuple[Opened, ...]
    banners: tuple[Banner, ...]
    weights: FloatArray | None
    people: tuple[str, ...] | None
    table: Table
    places: IntArray
    base: BaseKind
    conventions: Conventions
    said: tuple[str, ...] = ()


def tables_of(table: Table, wanted: Wanted, project: Project | None = None) -> list[TallyTable]:
    """Tally every question of a coded table by every banner; raises NegativeAnswer where there is nothing to tally."""
    return tables_in(responses_of(table, wanted, project))


def tables_in(read: Read) -> list[TallyTable]:
    """Tally what was read, every question by every banner."""
    return [table for each in read.responses for table in _tables(each, read)]


def banners_for(responses: Responses, read: Read) -> Apart:
    """Choose the banners of a question; under a disclosure profile those whose tables do not undo each other."""
    return apart(responses, read.banners, read.conventions.disclosure, base=read.base, tallied=read.responses)


def with_notes(tables: Iterable[TallyTable], notes: Sequence[str]) -> Iterator[TallyTable]:
    """Put notes below the first of some tables."""
    for place, table in enumerate(tables):
        yield table if place else replace(table, notes=(*table.notes, *notes))


def responses_of(table: Table, wanted: Wanted, project: Project | None = None) -> Read:
    """Read what a coded table says to every question, and what people audited of it.

    Rows that do not count are left out last, so that the audit is that of the whole. Raises NegativeAnswer where there is nothing
    to tally, and InputError or UsageError for all that cannot be.
    """
    require_rows(table)
    survey = project.questionnaire if project else Questionnaire()
    conditions = conditions_of(wanted.where)
    table = without_dropped(table, project, [*_asked(wanted, survey), *(each.column for each in conditions)])
    kept = kept_rows(table, conditions, survey.questions)
    questions = {each.name: each for each in survey.questions}
    banner = cache(lambda name: banner_in(table, name, questions))
    opened, said = _opened(table, wanted, project, banner)
    closed = list(_closed(table, wanted, survey, project))
    if all(each.codeframe is UNCODED for each in (*(each.responses for each in opened), *closed)):
        columns = ", ".join(wanted.themes or theme_columns(table)) or "any column"
        raise NegativeAnswer(f"{table.file}: no code in {columns}; there is nothing to tally.")
    everyone = _respondents(table, wanted.respondent, survey)
    people = None if everyone is None else tuple(np.array(everyone, dtype=object)[kept.rows].tolist())
    conventions = _conventions(wanted, survey)
    _check_population(table, everyone, conventions, wanted, project)
    conventions, kept = _share_of_population(conventions, kept, everyone)
    together = _across([each.responses for each in opened]) if wanted.across else []
    opened = [replace(each, responses=_kept(each.responses, kept)) for each in opened]
    places, hidden = np.flatnonzero(kept.rows), bool(conventions.disclosure)
    opened = [with_models(each, table, places, hidden=hidden) for each in opened]
    rows = [*(each.responses for each in opened), *(_kept(each, kept) for each in (*together, *closed))]
    weights, unweighted = weights_in(table, wanted, project)
    banners = tuple(_banner(banner(name), kept) for name in wanted.by or banners_there(table, survey))
    return Read(
        tuple(rows if people is None else (once_each(each, people) for each in rows)),
        tuple(rows),
        tuple(opened),
        banners,
        None if weights is None else weights[kept.rows],
        people,
        table,
        places,
        wanted.base,
        conventions,
        (
            *said,
            *unweighted,
            *_needless(opened, wanted),
            *_repeated(table, wanted, kept, people),
            *several_columns(banners, people),
        ),
    )


def _asked(wanted: Wanted, survey: Questionnaire) -> list[str]:
    """List the columns that were asked for."""
    named = (name for name in (*(wanted.closed or ()), *wanted.by) if survey.question(name) is None)
    return [
        *(wanted.themes or ()),
        *named,
        wanted.text,
        wanted.question,
        wanted.respondent,
        wanted.weight,
        wanted.id,
    ]


def _opened(
    table: Table, wanted: Wanted, project: Project | None, banner: Callable[[str], Banner]
) -> tuple[list[Opened], tuple[str, ...]]:
    """Read the open questions and what people audited of them; also says what was left out."""
    if wanted.audit is None:
        if wanted.score_prefix or wanted.id:
            option = "--score-prefix" if wanted.score_prefix else "--id"
            raise UsageError(f"{option} goes with --audit, the labels of a random audit.")
        found = list(open_questions(table, wanted, project))
        return with_own_audit(found, table, project, banner, wanted.question) if project else (found, ())
    labels = audit_labels(wanted.audit, wanted.id)
    found = list(open_questions(table, wanted, project, labels))
    return _labelled(found, table, labels, _place(table, wanted, project))


def _needless(opened: Sequence[Opened], wanted: Wanted) -> tuple[str, ...]:
    """Say which columns `coded_by` has no say on."""
    told = dict.fromkeys(each.column for each in opened if each.sourced)
    if not (wanted.coded_by and told):
        return ()
    return (
        f"--coded-by is left aside for {names_listed(list(told))}: {names_listed([source_of(each) for each in told])} says who coded",
    )


def _place(table: Table, wanted: Wanted, project: Project | None) -> Place:
    """Say which column names the answers that LABELS is about: the one asked for, the project's, or one called `id`."""
    survey = project.questionnaire if project else Questionnaire()
    own = next((each for each in (survey.id, ID) if each and each in table.names), "")
    return Place(wanted.id or own, wanted.score_prefix)


def _labelled(
    opened: Sequence[Opened], table: Table, labels: AuditLabels, place: Place
) -> tuple[list[Opened], tuple[str, ...]]:
    """Put LABELS beside the questions that it is about; raises InputError where it is about none of them."""
    about = [labels.about(each.names, alone=len(opened) == 1) for each in opened]
    meant = {row for rows in about for row in rows}
    others = dict.fromkeys(each for row, each in enumerate(labels.questions) if row not in meant)
    if not meant:
        asked = names_listed([each.question for each in opened])
        raise InputError(
            f"labels of {names_listed(list(others))}, and none of {asked}.",
            file=labels.table.file,
            remedy="--text names the verbatims behind a column of codes.",
        )
    said = (f"{labels.table.file}: labels of other questions left out: {names_listed(list(others))}",) if others else ()
    pairs = zip(opened, about, strict=True)
    return [with_labels(each, table, labels, rows, place) if rows else each for each, rows in pairs], said


def _across(responses: Sequence[Responses]) -> list[Responses]:
    """Join the questions that share a codeframe; raises UsageError where no two do."""
    groups: dict[str, list[Responses]] = {}
    for each in responses:
        if each.codeframe is not UNCODED:
            groups.setdefault(each.codeframe.digest, []).append(each)
    shared = [group for group in groups.values() if len(group) > 1]
    if not shared:
        raise UsageError("--across wants two open questions or more that share a codeframe.")
    return [across(group, _called(group[0].codeframe, shared), _titled(group)) for group in shared]


def _called(frame: Codeframe, groups: Sequence[Sequence[Responses]]) -> str:
    return "across" if len(groups) == 1 else f"across {frame.name}"


def _titled(group: Sequence[Responses]) -> str:
    title = group[0].codeframe.title
    return f"{title or 'Themes'}: anywhere in {len(group)} questions"


def _kept(responses: Responses, kept: Kept) -> Responses:
    """Leave out the rows that do not count, and say so."""
    return replace(responses.take(kept.rows), notes=(*responses.notes, kept.note)) if kept.note else responses


def _banner(banner: Banner, kept: Kept) -> Banner:
    """Leave out the rows that do not count, and the columns that have nobody for that reason."""
    member = banner.member[kept.rows]
    left = np.flatnonzero(member.any(axis=0) | ~banner.member.any(axis=0))
    if not kept.note or not len(left):
        return replace(banner, member=member)
    return Banner(banner.name, tuple(banner.names[place] for place in left.tolist()), member[:, left])


def _conventions(wanted: Wanted, survey: Questionnaire) -> Conventions:
    """Fill in what the project says of its population and of disclosure."""
    asked = wanted.conventions
    population = asked.population if asked.population is not None else survey.population or None
    profile = asked.disclosure or survey.disclosure
    return replace(asked, population=population, disclosure=profile)  # type: ignore[arg-type]  # settings_checks knows the profiles


def _check_population(
    table: Table, everyone: Sequence[str] | None, conventions: Conventions, wanted: Wanted, project: Project | None
) -> None:
    """Refuse a population that is smaller than those who answered, whoever of them counts."""
    size, population = _size(table.size, everyone), conventions.population
    if population is not None and population < size:
        where = (
            "--population"
            if wanted.conventions.population is not None or project is None
            else f"{project.folder / NAME}"
        )
        raise InputError(
            f"a population of {population:,} ({where}) is smaller than the {size:,} respondents.",
            file=table.file,
            remedy="It is that of the whole table: with --where its share is taken." if wanted.where else "",
        )


def _size(rows: int, people: Sequence[str] | None) -> int:
    return rows if people is None else len(set(people))


def _share_of_population(
    conventions: Conventions, kept: Kept, everyone: Sequence[str] | None
) -> tuple[Conventions, Kept]:
    """Let the rows that count stand for the same share of the population as of all respondents, as a column of a banner does."""
    whole = conventions.population
    if whole is None or not kept.note:
        return conventions, kept
    places = np.flatnonzero(kept.rows).tolist()
    inside = _size(len(places), None if everyone is None else [everyone[place] for place in places])
    part = -(-inside * whole // _size(len(kept.rows), everyone))
    note = f"They are taken to be the same share of the population as of all respondents: {part:,} of {whole:,}."
    return replace(conventions, population=part), Kept(kept.rows, f"{kept.note} {note}")


def _tally(responses: Responses, banner: Banner | None, read: Read) -> TallyTable:
    """Tally a question; one that has no codes at all gets a table without rows, so that nobody misses it unawares."""
    table = tally(responses, banner=banner, weights=read.weights, base=read.base, conventions=read.conventions)
    return replace(table, rows=()) if responses.codeframe is UNCODED else table


def _tables(responses: Responses, read: Read) -> Iterator[TallyTable]:
    """Tally a question by every banner that is not the question itself; one without any banner is tallied as a whole."""
    chosen = banners_for(responses, read)
    banners: Sequence[Banner | None] = chosen.banners or (None,)
    return with_notes((_tally(responses, banner, read) for banner in banners), chosen.notes)


def _closed(table: Table, wanted: Wanted, survey: Questionnaire, project: Project | None) -> Iterator[Responses]:
    """Read the closed questions: those asked for, by name or column, else all of the project's that the table holds."""
    known = {each.name: each for each in survey.questions if each.kind in {"closed", "multi", "ranking"}}
    here = tuple(name for name, each in known.items() if all(column in table.names for column in each.columns))
    for name in here if wanted.closed is None else wanted.closed:
        question = known.get(name)
        if question is None or project is None:
            yield closed_column(table, name)
            continue
        moves = moves_of(project, question)
        hashes = hashes_in(table, survey, question) if moves else {}
        yield closed_question(table, question, moves, survey.id, hashes)


def _respondents(table: Table, column: str, survey: Questionnaire) -> tuple[str, ...] | None:
    """Read who answered: the column that was asked for, else the project's; a blank cell is a respondent of its own."""
    own = next((each for each in (survey.respondent, survey.id) if each in table.names), "")
    if not (column or own):
        return None
    names = table.texts(column or own, option="--respondent")
    return tuple(name if name.strip() else f"\x00{place}" for place, name in enumerate(names))


def _repeated(table: Table, wanted: Wanted, kept: Kept, people: Sequence[str] | None) -> tuple[str, ...]:
    """Say which rows repeat an id, where nothing tells that they are the same respondent's."""
    column = wanted.id if wanted.id in table.names else next((each for each in table.names if fold(each) == ID), "")
    if people is not None or wanted.question or not column:
        return ()
    seen: set[str] = set()
    again = []
    ids = table.texts(column)
    for place in np.flatnonzero(kept.rows).tolist():
        name = ids[place].strip()
        if name in seen:
            again.append(table.row(place))
        elif name:
            seen.add(name)
    if not again:
        return ()
    rows = f"rows {rows_listed(again)} repeat an id" if len(again) > 1 else f"row {again[0]} repeats an id"
    return (
        f"{table.file}: {rows}: counted as they stand; --respondent {named(column)} joins the rows of a respondent",
    )
