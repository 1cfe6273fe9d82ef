"""A review of a folder of coded parts: its candidates as the answers, their order by what the models said when they coded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import numpy as np

from freetext.errors import NegativeAnswer, OutputError, UsageError, did_you_mean, names_listed
from freetext.files.coding.candidate_rows import ID, Lane, scores_of
from freetext.files.coding.coded_blocks import EVIDENCE, SOURCE, THEMES
from freetext.files.coding.coded_cells import HUMAN, Cells
from freetext.files.disk.addresses import is_address, name_of
from freetext.files.disk.places import reason
from freetext.files.labelling.settled import decisions_for
from freetext.files.parts.folder_candidates import FolderAnswers, folder_answers
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.project_codeframes import to_code
from freetext.files.project.settings import Project
from freetext.files.tabular.tables import Table, write_table
from freetext.interfaces.reviewed import Reviewed
from freetext.review.items import Suggested
from freetext.review.ranking import Ranking
from freetext.survey.answers import IntArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, standing

ENDING = "-candidates.parquet"
"""What the file of candidates is called that a review leaves in the project, behind the folder's name."""


def reviewed_folder(path: str | Path, project: Project, questions: Sequence[str] = ()) -> Reviewed:
    """Find what can be reviewed of a folder of coded parts: its candidates, to `questions` or to all that have a codeframe.

    Raises InputError where the folder is not done or holds no candidates, UsageError for a question that it does not have,
    NegativeAnswer where every answer is blank.
    """
    found = folder_answers(path)
    there = [name for name, count in found.sample.sizes.items() if count]
    if not there:
        raise NegativeAnswer(f"{path}: every answer is blank; there is nothing to review.")
    for question in questions:
        if question not in there:
            hint = did_you_mean(question, there)
            said = f"--question {question}: no such question. Questions: {names_listed(there)}. {hint}"
            raise UsageError(said.strip())
    frames: dict[str, Codeframe] = {}
    for place, asked in to_code(questions or there, project).items():
        frames.update(dict.fromkeys(asked, read_codeframe(project.path(place))))
    folder = project.review / name_of_folder(path)
    rankings = tuple(
        _ranking(found, frame, frames) for frame in {each.digest: each for each in frames.values()}.values()
    )
    return Reviewed(project, found.file, frames, folder, after=_after(path), sample=found.sample, rankings=rankings)


def name_of_folder(path: str | Path) -> str:
    """What a folder is called: the last part of its path or address."""
    return name_of(path) if is_address(path) else Path(path).resolve().name


def told(survey: Reviewed) -> str:
    """Say how much of the folder is here."""
    sample = survey.sample
    if sample is None:
        return ""
    here, size = int(np.count_nonzero(sample.audit | sample.queue)), sum(sample.sizes.values())
    return (
        f"{here:,} of {size:,} answers are here as candidates: {int(np.count_nonzero(sample.audit)):,} for the random audit, "
        f"{int(np.count_nonzero(sample.queue)):,} for the queue"
    )


def save_candidates(survey: Reviewed) -> Path:
    """Write the candidates into the project, so that `freetext train FILE` finds the texts of their labels; returns the file.

    Only those of the random audit and those that people have decided on: the queue's others are no fair sample of the survey.
    Raises OutputError.
    """
    sample, wide = survey.sample, len(survey.file.columns)
    if sample is None:
        raise ValueError("these are no candidates of a folder")
    keys = {label.key for label in standing(decisions_for(survey.file, survey.project).labels)}
    decided = [key in keys for key in zip(survey.answers.ids, survey.answers.questions, strict=True)]
    rows = np.flatnonzero((sample.audit | np.array(decided)).reshape(wide, -1).any(axis=0))
    file = survey.folder.parent / f"{survey.folder.name}{ENDING}"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(file.parent, reason(error)) from error
    write_table(_rows(survey.file.table, rows), file, force=True)
    return file


def _rows(table: Table, rows: IntArray) -> Table:
    """Some rows of a table of Arrow columns."""
    columns = tuple(cast("Any", column).take(rows) for column in table.columns)
    return replace(table, columns=columns, size=len(rows))


def _after(path: str | Path) -> tuple[tuple[str, str], ...]:
    """What comes when the candidates are used up."""
    return (
        ("freetext train", "learn from the labels: docs/review.md says from which file"),
        (f"freetext tally {path}", "the numbers, corrected by the audit"),
        ("freetext code ... --audit-candidates N", "draw more candidates: no more of the folder are here"),
    )


def _ranking(found: FolderAnswers, frame: Codeframe, frames: dict[str, Codeframe]) -> Ranking:
    """The queue of a codeframe's questions, in the order of the candidates, with the model's own scores."""
    keys: list[Key] = []
    scores: list[np.ndarray] = []
    order: list[int] = []
    said: dict[Key, tuple[Suggested, ...]] = {}
    model = ""
    same = {name for name, each in frames.items() if each.digest == frame.digest}
    ids = found.candidates.table.column(ID).to_pylist()
    for lane, chosen in found.chosen.items():
        asked = found.candidates.table.column(lane.named("question")).to_pylist()
        rows = [row for row in chosen.queue.tolist() if asked[row] in same]
        keys += [(ids[row], asked[row]) for row in rows]
        order += range(len(rows))  # columns of verbatims take turns
        scores.append(_scores(found, lane, frame)[rows])
        suggested = _suggestions(found, lane, frame, rows)
        said |= {(ids[row], asked[row]): each for row, each in suggested.items()}
        if rows:
            model = next((digest for name, digest in reversed(found.folder.models) if name == lane.name), model)
    places = np.array(order, dtype=np.int64)
    whole = np.concatenate(scores) if scores else np.zeros((0, len(frame)), dtype=np.float32)
    return Ranking(
        frame.digest, frame.slugs, tuple(keys), whole, places, suggestions=said, model=model, name=frame.name
    )


def _scores(found: FolderAnswers, lane: Lane, frame: Codeframe) -> np.ndarray:
    """The scores of a lane's answers by the themes of today, float32 (rows, k); 0 where there is none."""
    known = scores_of(found.candidates.table, lane)
    scores = np.zeros((len(known), len(frame)), dtype=np.float32)
    for place, slug in enumerate(lane.slugs):
        if slug in frame.position:
            scores[:, frame.position[slug]] = np.nan_to_num(known[:, place])
    return scores


def _suggestions(
    found: FolderAnswers, lane: Lane, frame: Codeframe, rows: Sequence[int]
) -> dict[int, tuple[Suggested, ...]]:
    """What the model said of some rows: its themes, with their words where the folder was coded with them."""
    table = found.file.table
    themes, source = table.texts(THEMES + lane.behind), table.texts(SOURCE + lane.behind)
    there = EVIDENCE + lane.behind in table.names
    evidence = table.texts(EVIDENCE + lane.behind) if there else [""] * table.size
    slugs = {code: theme.slug for code, theme in zip(frame.codes, frame.themes, strict=True)}
    said: dict[int, tuple[Suggested, ...]] = {}
    for row in rows:
        cells = Cells(themes[row], source=source[row])
        codes = [code for code, who in cells.sources if code and who != HUMAN]
        words = _words(evidence[row], codes)
        said[row] = tuple(Suggested(slugs[code], words.get(code, ())) for code in codes if code in slugs)
    return said


def _words(evidence: str, codes: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The words of each code out of a cell of evidence."""
    parts = (part.partition(": ") for part in evidence.split("; "))
    return {code: tuple(words.split(", ")) for code, _, words in parts if code in codes and words}
