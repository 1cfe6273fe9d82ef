"""The project's own audit: what its people decided on the answers of a coded file, for a reason and at random."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from freetext.errors import InputError, UnknownTheme
from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.coded import banner_in, banners_there
from freetext.files.coding.coded_answers import coded_answers, ranking_folders
from freetext.files.coding.open_questions import Opened
from freetext.files.labelling.labels import read_labels
from freetext.files.labelling.settled import Decisions, decisions_for
from freetext.files.project.project_codeframes import codeframe_of_question
from freetext.files.project.settings import Project
from freetext.files.reviewing.rankings import load_ranking
from freetext.files.tabular.tables import Table
from freetext.review.audit import Decided, Population, decided, gapless, population, strata
from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.codings import Source
from freetext.survey.labels import Settled
from freetext.survey.responses import Audit, Banner, Responses
from freetext.survey.settling import place_of

HALF = 0.5
"""What a theme counts that coders differ on."""

NO_VERBATIMS = "People's labels are left out: the file has no column of verbatims that they could be held against."
NO_SCORES = (
    "The audit stands without scores of a model that has not learnt from it; `freetext review --prepare` writes them, and they "
    "can make intervals narrower."
)


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """What people decided on the `n` answers of a coded file, and how far the random audit of them has come.

    columns    the columns of verbatims: answers stand in a block for each, as in an AnswerFile
    state      who was coded, and for what reason; `decisions.settled` says as what
    spoken     bool (n,): the logs hold a decision on it, standing or taken back
    audited    bool (n,): coded at random, and reached without a gap in some column of the table
    pi         float (n,): the probability of that, the largest of all columns that hold the answer
    """

    columns: tuple[str, ...]
    answers: Population
    state: Decided
    decisions: Decisions
    spoken: BoolArray
    audited: BoolArray
    pi: FloatArray

    def block(self, column: str, size: int) -> slice:
        """Where the answers of a column of verbatims stand."""
        start = self.columns.index(column) * size
        return slice(start, start + size)


def with_own_audit(
    opened: Sequence[Opened], table: Table, project: Project, banner: Callable[[str], Banner], question: str = ""
) -> tuple[list[Opened], tuple[str, ...]]:
    """Put people's decisions into the open questions of a coded table, and what they audited beside them.

    `banner` reads a banner of the table, `question` is the column that says what was asked, in a long file. Returns the questions,
    those that nobody of the project has decided on as they were, and what was wrong with the logs. Raises InputError for a label
    whose theme the codeframe does not have.
    """
    log = read_labels(project.path(project.questionnaire.labels))
    labelled = {label.question for label in log.labels}
    wanted = [place for place, each in enumerate(opened) if _is_ours(each, labelled, project)]
    found = list(opened)
    for place in wanted:
        if not found[place].text:
            found[place] = _noting(found[place], NO_VERBATIMS)
    mine = [place for place in wanted if found[place].text]
    if not mine:
        return found, ()
    columns = {found[place].text: found[place].question for place in mine}
    try:
        file = coded_answers(table, columns, project, log, question)
    except InputError as error:
        return found, (f"people's labels are left out: {error}",)
    judged = _judged(file, project, banner)
    scores = _Scores(judged, ranking_folders(table.file, project))
    for place in mine:
        each = found[place]
        rows = judged.block(each.text, table.size)
        responses = _with_labels(each.responses, judged, rows, scores, project)
        found[place] = replace(each, responses=responses)
    return found, judged.decisions.problems


def _is_ours(opened: Opened, labelled: Collection[str], project: Project) -> bool:
    """Whether people's labels can be about these codes: they are ours, by the codeframe of today."""
    if not opened.sourced or opened.known is None or opened.question not in labelled:
        return False
    frame = codeframe_of_question(opened.question, project)
    return frame is not None and frame.digest == opened.responses.codeframe.digest


def _noting(opened: Opened, *notes: str) -> Opened:
    return replace(opened, responses=replace(opened.responses, notes=(*opened.responses.notes, *notes)))


def _judged(file: AnswerFile, project: Project, banner: Callable[[str], Banner]) -> Judged:
    """Read what people decided, as the review reads it: each column of the project's banners has an audit."""
    decisions = decisions_for(file, project)
    answers = _population(file, project, banner)
    state = decided(answers, [label for label in decisions.labels if label.key not in decisions.open])
    spoken = answers.among(label.key for label in decisions.labels if label.event in ("label", "undo"))
    audited, pi = _reached(answers, state)
    return Judged(file.columns, answers, state, decisions, spoken, audited, pi)


def known_by_people(file: AnswerFile, project: Project, decisions: Decisions) -> FloatArray:
    """With which probability people came to know the code of each answer, (n,), those that a split has opened again among them.

    That of the audit; 1 where it was not left to chance; 0 where nobody coded it, or behind a gap of the audit.
    """
    known = {each.name: each for each in project.questionnaire.questions}
    answers = _population(file, project, lambda name: banner_in(file.table, name, known))
    state = decided(answers, decisions.labels)
    audited, pi = _reached(answers, state)
    return np.where(state.certain, 1.0, np.where(audited, pi, 0.0))


def _population(file: AnswerFile, project: Project, banner: Callable[[str], Banner]) -> Population:
    """Describe the answers for their audit, with a column for each of the project's banners."""
    wide = len(file.columns)
    banners = [banner(name) for name in banners_there(file.table, project.questionnaire)]
    tiled = [replace(each, member=np.tile(each.member, (wide, 1))) for each in banners]
    return population(file.answers, project.questionnaire.key, tiled)


def _reached(answers: Population, state: Decided) -> tuple[BoolArray, FloatArray]:
    """Who was audited, and how far the audit of their columns has come: the last u that was reached without a gap, 1 where all were."""
    audited, pi = np.zeros(len(answers), dtype=np.bool_), np.zeros(len(answers))
    draws = answers.draws
    for stratum in strata(answers, state, answers.questions):
        places = stratum.places
        reached = gapless(state.coded[places])
        share = 1.0 if reached == len(places) else float(draws[places[reached - 1]]) if reached else 0.0
        pi[places] = np.maximum(pi[places], share)
        audited[stratum.audited] = True
    return audited, pi


class _Scores:
    """Out-of-fold scores of the answers, by codeframe; each ranking is read once."""

    def __init__(self, judged: Judged, folders: Iterable[Path]) -> None:
        self._answers, self._folders = judged.answers, tuple(folders)
        self._read: dict[str, FloatArray | None] = {}

    def of(self, frame: Codeframe, places: slice, needed: BoolArray) -> FloatArray | None:
        """Scores of the answers at these places (n, k), 0 where none is needed; None where any is missing."""
        if frame.digest not in self._read:
            self._read[frame.digest] = self._load(frame)
        whole = self._read[frame.digest]
        if whole is None or np.isnan(whole[places][needed]).any():
            return None
        return np.where(needed[:, None], whole[places], 0.0)

    def _load(self, frame: Codeframe) -> FloatArray | None:
        for folder in self._folders:
            ranking = load_ranking(folder, frame)
            if ranking is not None:
                spots = [self._answers.place.get(key, -1) for key in ranking.keys]
                there = np.array(spots, dtype=np.int64)
                scores = np.full((len(self._answers), len(frame)), np.nan)
                scores[there[there >= 0]] = np.clip(ranking.scores[there >= 0], 0, 1)
                return scores
        return None


def _with_labels(responses: Responses, judged: Judged, rows: slice, scores: _Scores, project: Project) -> Responses:
    """Let people overrule the codes of a question, and put what they audited beside these."""
    inside = responses.answered & ~judged.answers.blank[rows]
    settled = _settled(judged, rows, inside)
    by_people = (responses.source == Source.HUMAN).all(axis=1) & ~judged.spoken[rows]
    try:
        overruled, truth = overruled_by(responses, settled)
    except UnknownTheme as error:
        mend = "Where a slug was changed by hand, `freetext codeframe rename OLD NEW` carries the labels over."
        folder = project.path(project.questionnaire.labels)
        raise InputError(error.what, file=folder, remedy=f"{error.remedy} {mend}".strip()) from error
    truth[by_people | ~inside] = responses.given[by_people | ~inside]
    known = by_people | ~inside | judged.state.certain[rows]
    audited = judged.audited[rows] & ~known
    unused = int(np.count_nonzero(judged.state.coded[rows] & inside & ~known & ~audited))
    notes = (*overruled.notes, *overruling_notes(responses, overruled, truth, inside, unused))
    overruled = replace(overruled, notes=notes)
    machine = (overruled.source != Source.HUMAN) & inside[:, None]
    if not machine.any() or (not audited.any() and not known.all()):
        return overruled
    rest = ~known & (judged.pi[rows] < 1)
    found = scores.of(responses.codeframe, rows, ~known)
    if found is None and rest.any():
        overruled = replace(overruled, notes=(*notes, NO_SCORES))
    return replace(overruled, audit=Audit(known, audited, judged.pi[rows], truth, found))


def _settled(judged: Judged, rows: slice, inside: BoolArray) -> dict[int, Settled]:
    """What people say of the rows of a question."""
    coded = np.flatnonzero(judged.state.coded[rows] & inside).tolist()
    keys = judged.answers.keys
    return {row: judged.decisions.settled[keys[rows.start + row]] for row in coded}


def overruled_by(responses: Responses, settled: Mapping[int, Settled]) -> tuple[Responses, FloatArray]:
    """Return the responses with people's codes, a theme in dispute as it was, and what they say (n, k): a half in dispute, nan unsaid."""
    given, source = responses.given.copy(), responses.source.copy()
    truth = np.full(given.shape, np.nan)
    known: dict[str, int] = {}

    def places(slugs: Iterable[str]) -> NDArray[np.int64]:
        for slug in slugs:
            if slug not in known:
                known[slug] = place_of(slug, responses.codeframe)
        return np.array([known[slug] for slug in slugs], dtype=np.int64)

    for row, each in settled.items():
        agreed, disputed = places(each.themes), places(each.disputed)
        kept, by = given[row, disputed].copy(), source[row, disputed].copy()
        given[row], source[row], truth[row] = False, Source.HUMAN, 0.0
        given[row, agreed], truth[row, agreed] = True, 1.0
        given[row, disputed], source[row, disputed], truth[row, disputed] = kept, by, HALF
    return replace(responses, given=given, source=source), truth


def overruling_notes(
    before: Responses, after: Responses, truth: FloatArray, inside: BoolArray, unused: int
) -> tuple[str, ...]:
    """Say what people's decisions changed, which of them are of no use yet, and where coders differ."""
    return (*_overrulings(before, after), *_beyond(unused), *_disputes(truth, inside))


def _disputes(truth: FloatArray, inside: BoolArray) -> tuple[str, ...]:
    """Say how many answers coders differ on, where nobody has adjudicated."""
    count = int(np.count_nonzero((truth[inside] == HALF).any(axis=1)))
    if not count:
        return ()
    have = "answer has a theme" if count == 1 else "answers have a theme"
    return (f"{count:,} {have} that coders differ on: it counts half, until somebody adjudicates.",)


def _overrulings(before: Responses, after: Responses) -> tuple[str, ...]:
    """Say how many answers have other codes by now than the file holds."""
    count = int(np.count_nonzero((_written(before) != _written(after)).any(axis=1)))
    if not count:
        return ()
    have = "answer has" if count == 1 else "answers have"
    return (f"{count:,} {have} codes that people gave since the file was coded; `freetext code` puts them into it.",)


def _written(responses: Responses) -> NDArray[np.uint8]:
    """What a coded file holds of each answer (n, k + 1): who gave each code, 0 where nobody did, and whether people decided all."""
    people = (responses.source == Source.HUMAN).all(axis=1)
    return np.column_stack([np.where(responses.given, responses.source + 1, 0), people]).astype(np.uint8)


def _beyond(count: int) -> tuple[str, ...]:
    """Say how many blind decisions are of no use yet."""
    if not count:
        return ()
    were = "answer was" if count == 1 else "answers were"
    why = "beyond a gap in the audit, or for a column that is no banner of freetext.toml: not counted as audited."
    return (f"{count:,} {were} coded at random {why}",)
