"""A survey's answers as a review sees them: each with its question, its codeframe and the respondent's closed answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

import numpy as np

from freetext.errors import InputError, NegativeAnswer, UsageError, did_you_mean, names_listed
from freetext.files.coding.answers import AnswerFile
from freetext.files.labelling.labels import text_hash
from freetext.files.labelling.log_folders import bridge_folder
from freetext.files.labelling.other_waves import wave_named
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.project_codeframes import to_code
from freetext.files.project.settings import Project
from freetext.files.tabular.tables import Table
from freetext.guard.safeguarding import categories, flags_of
from freetext.review.bridge_walk import Bridged
from freetext.review.deal import Dealt
from freetext.review.items import Item
from freetext.review.ranking import Ranking
from freetext.review.sampled import Sample
from freetext.survey.answers import Answers, BoolArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, Label
from freetext.survey.questionnaire import Question
from freetext.survey.several import is_ticked, option_cells, parts_of


@dataclass(frozen=True)
class Reviewed:
    """The answers of a project's file that can be reviewed.

    frames  the codeframe of each question
    folder  where the review keeps its place and the ranking (output/review/STEM)
    one     the questions whose answers have one theme at most
    by      who suggests
    after   what comes when nothing is left to ask, where that is not the usual: commands, and what they do
    sample  what is known of them where they are candidates out of a folder; then `rankings` are those of its queue
    bridge  the answers of an old wave that are coded again, where that is what is reviewed
    beside  other folders of logs in which coders raise flags on these very answers
    """

    project: Project
    file: AnswerFile
    frames: Mapping[str, Codeframe]
    folder: Path
    one: frozenset[str] = frozenset()
    by: str = "The model"
    after: tuple[tuple[str, str], ...] = ()
    sample: Sample | None = None
    rankings: tuple[Ranking, ...] = ()
    bridge: Bridged | None = None
    beside: tuple[Path, ...] = ()

    @property
    def answers(self) -> Answers:
        """All answers of the file, blank ones too."""
        return self.file.answers

    @property
    def labels(self) -> Path:
        """The folder of the coders' logs."""
        return self.project.path(self.project.questionnaire.labels)

    @cached_property
    def wave(self) -> str:
        """What labels name the wave that is reviewed; empty where the file is none of the survey's waves."""
        return wave_named(self.file.table.file, self.project)

    @property
    def key(self) -> str:
        """What the hashes of texts are keyed with."""
        return self.project.questionnaire.key

    @cached_property
    def groups(self) -> tuple[tuple[Codeframe, list[str]], ...]:
        """Each codeframe with its questions."""
        groups: dict[str, tuple[Codeframe, list[str]]] = {}
        for question, frame in self.frames.items():
            groups.setdefault(frame.digest, (frame, []))[1].append(question)
        return tuple(groups.values())

    @cached_property
    def places(self) -> dict[Key, int]:
        """Where each answer stands."""
        return {key: place for place, key in enumerate(zip(self.answers.ids, self.answers.questions, strict=True))}

    @cached_property
    def blank(self) -> BoolArray:
        """Which answers hold nothing, bool (n,)."""
        return self.answers.blank

    @cached_property
    def _folded(self) -> list[str]:
        return [text.casefold() for text in self.answers.texts]

    def seek(self, text: str) -> list[Key]:
        """The answers that hold a text, in the file's order."""
        wanted, answers = text.strip().casefold(), self.answers
        return [
            (answers.ids[place], answers.questions[place])
            for place, said in enumerate(self._folded)
            if wanted in said and self._can_be_sought(place)
        ]

    def _can_be_sought(self, place: int) -> bool:
        """Whether an answer can be looked up; of a bridge what was drawn, for nobody chooses what it asks."""
        asked = self.answers.questions[place] in self.frames and not self.blank[place]
        return asked and (self.bridge is None or bool(self.bridge.inside[place]))

    def item(self, dealt: Dealt) -> Item:
        """Lay an answer out for the coder; raises KeyError for one that the file does not have."""
        place = self.places[dealt.key]
        question = dealt.key[1]
        asked = self.project.questionnaire.question(question)
        return Item(
            dealt.key,
            self.answers.texts[place],
            self.frames[question],
            dealt.stream,
            title=((asked.title if asked else "") or question) + (f" ({dealt.hint})" if dealt.hint else ""),
            cells=self._cells(place % self.file.table.size),
            suggestion=dealt.suggestion,
            said=dealt.said,
            model=dealt.model,
            one=question in self.one or self.frames[question].single,
            concerns=self.concerns(dealt.key),
        )

    def concerns(self, key: Key) -> tuple[str, ...]:
        """What an answer looks like that a person must look at for safeguarding, by category."""
        return categories(flags_of(self.answers.texts[self.places[key]]))

    def digest_of(self, questions: Collection[str]) -> str:
        """A hash of the ids and texts of some questions' answers: with other texts a ranking is none of theirs."""
        found = blake2b(digest_size=8)
        answers = self.answers
        for name, question, text in zip(answers.ids, answers.questions, answers.texts, strict=True):
            if question in questions:
                found.update(f"{name}\x1f{question}\x1f{text}\x1e".encode(errors="surrogatepass"))
        return found.hexdigest()

    def mark_of(self, key: Key) -> tuple[str, str]:
        """Which text an answer is dealt with, and which codeframe."""
        return self.hash_of(key), self.frames[key[1]].digest

    def hash_of(self, key: Key) -> str:
        """The keyed hash of an answer's text, as the logs hold it."""
        return text_hash(self.key, self.answers.texts[self.places[key]])

    def _cells(self, row: int) -> tuple[tuple[str, str], ...]:
        """The respondent's closed answers, those that are not empty."""
        said = ((name, answer(row)) for name, answer in self._closed)
        return tuple((name, value) for name, value in said if value)

    @cached_property
    def _closed(self) -> tuple[tuple[str, _Closed], ...]:
        table, survey = self.file.table, self.project.questionnaire
        shown = [each for each in survey.questions if each.kind in {"closed", "multi", "ranking"}]
        named = {column for each in shown for column in each.columns}
        banners = [Question(banner, "closed", (banner,)) for banner in survey.banners if banner not in named]
        return tuple(
            (each.title or each.name, _Closed(each, [table.texts(column) for column in each.columns]))
            for each in (*shown, *banners)
            if _there(each, table)
        )


def _there(question: Question, table: Table) -> bool:
    return all(table.names.count(column) == 1 for column in question.columns)


@dataclass(frozen=True, slots=True)
class _Closed:
    """One closed question's cells, column by column."""

    question: Question
    columns: Sequence[Sequence[str]]

    def __call__(self, row: int) -> str:
        """What the respondent of a row said."""
        cells = [column[row].strip() for column in self.columns]
        if len(cells) == 1:
            several = self.question.kind == "multi"
            return ", ".join(parts_of(cells[0], self.question.separator if several else "", self.question.options))
        said = option_cells(self.question, [[cell] for cell in cells])
        if self.question.kind == "ranking":
            return ", ".join(f"{cell} {name}" for cell, name in sorted(zip(cells, said, strict=True)) if cell)
        return ", ".join(name for name, (cell,) in said.items() if is_ticked(cell, name))


def reviewed(file: AnswerFile, project: Project, questions: Sequence[str] = ()) -> Reviewed:
    """Find what can be reviewed in a file: the answers to `questions`, or to all that have a codeframe.

    Raises UsageError for a question that the file does not have, NegativeAnswer where every answer is blank.
    """
    there = list(dict.fromkeys(file.answers.questions))
    for question in questions:
        if question not in there:
            hint = did_you_mean(question, there)
            raise UsageError(
                f"--question {question}: no such question. Questions: {names_listed(there)}. {hint}".strip()
            )
    frames: dict[str, Codeframe] = {}
    for path, asked in to_code(questions or there, project).items():
        frame = read_codeframe(project.path(path))
        frames.update(dict.fromkeys(asked, frame))
    asked_for = np.isin(np.array(file.answers.questions), list(frames))
    if not (asked_for & ~file.answers.blank).any():
        raise NegativeAnswer(f"{file.table.file}: every answer is blank; there is nothing to review.")
    stem = Path(file.table.file).stem or "answers"
    return Reviewed(project, file, frames, project.review / stem, beside=(bridge_folder(project, file.table.file),))


def check_one(survey: Reviewed, labels: Sequence[Label], file: object) -> None:
    """Refuse decisions that give several options where a respondent has but one; raises InputError, which names the ids."""
    several = [label.id for label in labels if label.question in survey.one and len(label.themes) > 1]
    if several:
        what = f"several options for one answer: {names_listed(several)}."
        raise InputError(what, file=file, remedy="Mark one option, or that it stays as it is. Nothing was imported.")
