"""The candidates of a folder of coded parts as answers: what a review of it asks, and what people decided on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from freetext.errors import InputError
from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.candidate_rows import DIGEST, DRAW, ID, Chosen, Lane, is_bookkeeping, scores_of
from freetext.files.disk.addresses import read_bytes
from freetext.files.labelling.settled import Decisions, decisions_for
from freetext.files.parts.coded_folders import CodedFolder, coded_folder
from freetext.files.parts.part_candidates import Candidates, look_through, merge
from freetext.files.project.settings import Project
from freetext.files.tabular.rows import Table
from freetext.review.audit import audit_order, decided, gapless, population
from freetext.review.candidates import ALL, Values
from freetext.review.sampled import Sample
from freetext.survey.answers import Answers, BoolArray, FloatArray
from freetext.survey.labels import Settled

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, eq=False)
class FolderAnswers:
    """The candidates of a folder: the rows as coded, the answers in them, what is known of these, and what each lane chose."""

    folder: CodedFolder
    file: AnswerFile
    sample: Sample
    candidates: Candidates
    chosen: Mapping[Lane, Chosen]

    @property
    def size(self) -> int:
        """How many answers that are not blank the whole folder holds."""
        return sum(self.sample.sizes.values())

    @property
    def here(self) -> int:
        """How many of them are here as candidates."""
        return int(np.count_nonzero(self.sample.audit | self.sample.queue))

    def block(self, column: str) -> slice:
        """Where the answers of a text column stand."""
        return self.file.block(self.file.columns.index(column))


def folder_answers(path: str | Path) -> FolderAnswers:
    """Read the candidates of a folder of coded parts; raises InputError where it is not done, or has none."""
    folder = coded_folder(path)
    if not folder.candidates:
        remedy = "`freetext code FOLDER -o OUT/` makes a folder with candidates; a single file is reviewed itself."
        raise InputError("holds no candidates for a review.", file=path, remedy=remedy)
    candidates = merge(read_bytes(place) for place in folder.candidates)
    return answers_of_candidates(candidates, folder)


def answers_of_candidates(candidates: Candidates, folder: CodedFolder) -> FolderAnswers:
    """Lay the answers of candidates out, a block for each column of verbatims."""
    candidates, _ = look_through(candidates)
    chosen = candidates.chosen()
    table = candidates.table
    columns = tuple(dict.fromkeys(lane.column for lane in candidates.lanes))
    names = tuple(name for name in table.column_names if not is_bookkeeping(name) or name == ID)
    rows = Table(folder.path, names, tuple(table.column(name) for name in names), len(table))
    ids, people = table.column(ID).to_pylist(), [f"{each:016x}" for each in table.column(DIGEST).to_pylist()]
    asked = {column: _questions(candidates, column) for column in columns}
    answers = Answers(
        tuple(ids) * len(columns),
        tuple(text for column in columns for text in (rows.texts(column) if len(table) else ())),
        tuple(question for column in columns for question in asked[column]),
        tuple(people) * len(columns),
    )
    questions = tuple(each[0] if len(set(each)) == 1 else "" for each in asked.values())
    file = AnswerFile(rows, answers, columns, questions)
    return FolderAnswers(folder, file, _sample(candidates, chosen, columns), candidates, chosen)


def _questions(candidates: Candidates, column: str) -> list[str]:
    """What was asked in each row of a text column; a row without an answer has any of the questions."""
    lanes = [lane for lane in candidates.lanes if lane.column == column]
    some = next((name for lane in lanes for name in candidates.lanes[lane].counts), "")
    found = [some] * len(candidates.table)
    for lane in lanes:
        for row, name in enumerate(candidates.table.column(lane.named("question")).to_pylist()):
            found[row] = found[row] if name is None else name
    return found


def _sample(candidates: Candidates, chosen: Mapping[Lane, Chosen], columns: Sequence[str]) -> Sample:
    rows = len(candidates.table)
    audit, queue = np.zeros(rows * len(columns), dtype=np.bool_), np.zeros(rows * len(columns), dtype=np.bool_)
    sizes: dict[str, int] = {}
    limits: dict[str, float] = {}
    for lane, each in chosen.items():
        begin = columns.index(lane.column) * rows
        audit[begin + each.audit] = True
        queue[begin + each.queue] = True
        for name, count in each.kept.counts.items():
            sizes[name] = sizes.get(name, 0) + count
            limits[name] = min(limits.get(name, ALL), each.kept.limits.get(name, ALL))
    digests = np.tile(candidates.table.column(DIGEST).to_numpy(), len(columns))
    return Sample(digests, audit, queue, sizes, limits)


@dataclass(frozen=True, slots=True, eq=False)
class LabelledAnswers:
    """What people decided on the answers of a text column to one codeframe: `n` rows, `k` themes of the codeframe as it was coded.

    question  what each row was asked
    settled   what people say of it; None where nobody has decided
    known     bool (n,): coded for a reason that is not random: it stands for no others
    audited   bool (n,): coded at random, and reached without a gap
    scores    float32 (n, k): the model's, nan where a theme has none
    reach     from question to the u that the audit has reached: the probability with which an answer that is not known was audited;
              1 where every answer of the folder was
    """

    lane: Lane
    question: tuple[str, ...]
    settled: tuple[Settled | None, ...]
    known: BoolArray
    audited: BoolArray
    scores: Values
    reach: Mapping[str, float]

    def decided(self, question: str) -> BoolArray:
        """Which rows hold an answer to the question that people have decided, bool (n,)."""
        pairs = zip(self.question, self.settled, strict=True)
        return np.array([name == question and one is not None for name, one in pairs], dtype=np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class LabelledCandidates:
    """The rows of a folder of which people have decided an answer: as they were coded, and what was decided, column by column.

    table      the rows with all their columns, ours behind
    u          float (n,): the respondents' permanent random numbers
    problems   what was wrong with the logs
    """

    table: Table
    u: FloatArray
    columns: tuple[LabelledAnswers, ...]
    problems: tuple[str, ...] = ()

    def __len__(self) -> int:
        """How many rows."""
        return self.table.size


def labelled_candidates(folder: str | Path, project: Project) -> LabelledCandidates:
    """Return the rows of a folder that people have decided on, and how far their audit has come.

    Raises InputError where the folder is not done or has no candidates, and UnknownTheme for a label that no codeframe knows.
    """
    found = folder_answers(folder)
    decisions = decisions_for(found.file, project)
    answers = population(found.file.answers, project.questionnaire.key)
    state = decided(answers, [label for label in decisions.labels if label.key not in decisions.open])
    rows = np.flatnonzero(state.coded.reshape(len(found.file.columns), -1).any(axis=0))
    columns = tuple(
        _labelled(found, lane, decisions, state.coded, state.certain, rows) for lane in found.candidates.lanes
    )
    arrow = found.candidates.table.take(rows)
    names = tuple(name for name in arrow.column_names if not is_bookkeeping(name))
    table = Table(found.folder.path, names, tuple(arrow.column(name) for name in names), len(rows))
    return LabelledCandidates(table, arrow.column(DRAW).to_numpy(), columns, decisions.problems)


def _labelled(
    found: FolderAnswers, lane: Lane, decisions: Decisions, coded: BoolArray, certain: BoolArray, rows: np.ndarray
) -> LabelledAnswers:
    block = found.block(lane.column)
    coded, certain, drawn = coded[block], certain[block], found.sample.audit[block]
    draws = found.candidates.table.column(DRAW).to_numpy()
    asked = found.candidates.table.column(lane.named("question")).to_pylist()
    here = np.array([name is not None for name in asked], dtype=np.bool_)
    audited, reach = np.zeros(len(asked), dtype=np.bool_), {}
    for name in found.candidates.lanes[lane].counts:
        mine = here & drawn & np.array([each == name for each in asked], dtype=np.bool_)
        reached, reach[name] = audit_reach(draws, coded, mine, found.sample.limits[name])
        audited |= reached
    keys = list(zip(found.file.answers.ids[block], asked, strict=True))
    # What a rule decided, and what a theme split since has opened again, nobody has decided.
    settled = [decisions.settled[key] if done else None for key, done in zip(keys, coded & here, strict=True)]
    return LabelledAnswers(
        lane,
        tuple(asked[row] or "" for row in rows.tolist()),
        tuple(settled[row] for row in rows.tolist()),
        (certain & here)[rows],
        (audited & ~certain)[rows],
        scores_of(found.candidates.table, lane)[rows],
        reach,
    )


def audit_reach(draws: FloatArray, coded: BoolArray, drawn: BoolArray, limit: float) -> tuple[BoolArray, float]:
    """Return which answers the audit has reached without a gap, bool (n,), and the u of the last; 1 only where all of the whole are coded.

    `drawn`, bool (n,), are the answers that the audit can take: all of the whole up to the u `limit`.
    """
    order = audit_order(draws)
    order = order[drawn[order]]
    count = gapless(coded[order])
    reached = np.zeros(len(draws), dtype=np.bool_)
    reached[order[:count]] = True
    if count == len(order):
        return reached, limit
    return reached, float(draws[order[count - 1]]) if count else 0.0
