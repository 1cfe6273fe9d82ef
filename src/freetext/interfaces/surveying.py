"""A coded table, as it was read, to a survey that can be reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from freetext.files.backcoding.moves import hashes_in, moves_of
from freetext.files.coding.tallying import Read, banners_for, with_notes
from freetext.files.project.settings import Project
from freetext.files.tabular.filters import conditions_of
from freetext.files.tabular.tables import Table
from freetext.interfaces.since import Earlier, could_code, since_of
from freetext.interfaces.tellers import Teller
from freetext.reports.report import Fact
from freetext.reports.surveyed import CARRIED, Asked, Coding, Surveyed, Wave
from freetext.reports.words import named
from freetext.survey.questionnaire import Move, Questionnaire
from freetext.survey.responses import Banner, Responses
from freetext.tallies.crosstab import tally
from freetext.tallies.sums import Sums, sums_of
from freetext.tallies.table import TallyTable


def surveyed_of(
    read: Read,
    project: Project | None,
    *,
    title: str = "",
    waves: Sequence[Earlier] = (),
    wave: str = "this wave",
    coding: Coding | None = None,
    provenance: Sequence[Fact] = (),
    verbatims: bool = True,
    limit: int = CARRIED,
    where: Sequence[str] = (),
) -> Surveyed:
    """Make a survey that can be reported of a coded table: its questions in the questionnaire's order, tallied by every banner.

    `where` holds the conditions by which its rows were chosen.
    """
    survey = project.questionnaire if project else Questionnaire()
    opened = {each.responses.question: each for each in read.opened}
    teller = Teller(read, project)
    asked = [
        Asked(
            responses,
            tuple(_tables(responses, read)),
            _sums(responses, read),
            teller.told(opened[responses.question]) if responses.question in opened else None,
            _moves(responses, project, read.table, teller.ids),
            tuple(_waves(responses, waves)),
            since_of(responses, read, waves, project),
        )
        for responses in _ordered(read.responses, survey)
    ]
    return Surveyed(
        title=title or survey.title or survey.name,
        only=", and ".join(each.worded for each in conditions_of(where)),
        questions=tuple(asked),
        banners=read.banners,
        weights=read.weights,
        people=read.people or (),
        beside=tuple((each.name, each.beside) for each in survey.questions if each.beside),
        conventions=read.conventions,
        coding=coding or Coding(),
        wave=wave,
        provenance=tuple(provenance),
        warnings=tuple(_warnings(read, teller)),
        verbatims=verbatims and not read.conventions.disclosure,
        limit=limit,
    )


def _warnings(read: Read, teller: Teller) -> Iterator[str]:
    """Say of which questions no answer is shown, for people's flags cannot be held against the answers."""
    for each in read.opened:
        if teller.lost(each):
            title = named(each.responses.title or each.responses.question)
            yield (
                f'No answer to "{title}" is shown: answers were flagged, and it cannot be told which of them these are. '
                f"Give the file the survey's own column of ids and of verbatims."
            )


def _ordered(responses: Sequence[Responses], survey: Questionnaire) -> list[Responses]:
    """Put the questions in the questionnaire's order; those that it does not have come last, as they were read."""
    place = {each.name: number for number, each in enumerate(survey.questions)}
    return sorted(responses, key=lambda each: place.get(each.question, len(place)))


def _tables(responses: Responses, read: Read) -> Iterator[TallyTable]:
    """Tally the total alone, then by every banner that is not the question itself."""
    chosen = banners_for(responses, read)
    banners: list[Banner | None] = [None, *chosen.banners]
    tables = (
        tally(responses, banner=each, weights=read.weights, base=read.base, conventions=read.conventions)
        for each in banners
    )
    yield from with_notes(tables, chosen.notes)


def _sums(responses: Responses, read: Read) -> Sums:
    return sums_of(responses, banner=None, weights=read.weights, base=read.base)


def _moves(responses: Responses, project: Project | None, table: Table, ids: Sequence[str]) -> tuple[Move, ...]:
    """Read the back-coding moves of a question whose respondents are in this file."""
    known = project.questionnaire.question(responses.question) if project else None
    if project is None or known is None or not known.moves:
        return ()
    here = {each.strip() for each in ids}
    hashes = hashes_in(table, project.questionnaire, known)
    return tuple(move for move in moves_of(project, known) if move.id in here and move.made_from(hashes))


def _waves(responses: Responses, waves: Sequence[Earlier]) -> Iterator[Wave]:
    """Tally the same question in the earlier waves that asked it."""
    for each in waves:
        for before in each.coded.read.responses:
            if before.question == responses.question:
                table = next(_tables(before, each.coded.read))
                known = could_code(each, responses)
                rows = table.rows if known is None else tuple(row for row in table.rows if row.theme in known)
                yield Wave(each.name, replace(table, rows=rows))
