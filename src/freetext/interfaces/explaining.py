"""One answer explained: who or what gave each of its codes, what nearly applies, and its history."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

import numpy as np

from freetext.errors import NAME, BundleError, InputError, UnknownTheme, quoted
from freetext.files.coding.coded import UNCODED
from freetext.files.coding.codings import as_asked
from freetext.files.coding.found import Known
from freetext.files.coding.found_in_waves import names_of_waves
from freetext.files.labelling.labels import read_labels, text_hash
from freetext.files.labelling.other_waves import is_own
from freetext.files.labelling.settled import decisions_as_logged
from freetext.files.modelling.models import load_model
from freetext.files.modelling.vectors import vectors_of
from freetext.interfaces.reviewed import Reviewed
from freetext.model.bundle import Model
from freetext.model.coder import Coder
from freetext.model.compiled import Rows
from freetext.model.cutoffs import probabilities
from freetext.model.deciding import heights
from freetext.model.evidence import telling_words
from freetext.model.rules import rules_of
from freetext.model.scoring import Scorer
from freetext.review.deal import Dealt
from freetext.survey.answers import Answers, FloatArray
from freetext.survey.codings import SOURCE_NAMES, Codings, Source
from freetext.survey.found import Dispute, Event, Explained, Reason
from freetext.survey.labels import Key, Label, moment, taken_back
from freetext.survey.settling import overrule
from freetext.text.masking import masked
from freetext.text.tokens import Tokenizer

NEAR = 0.5
"""A theme all but applies from this share of the probability where its codes begin; of one theme an answer, of the first one's odds."""

NEAR_SHOWN = 3
SUGGESTED = 3


def explain_answers(
    known: Known, id: str, question: str = "", *, model: Path | None = None, vectors: str = ""
) -> list[Explained]:
    """Explain the answer of this id, or all answers of the respondent; blank ones are left out where others are there.

    `model` is asked instead of the project's; `vectors` are those that it was learnt with, default: the project's. Raises InputError, which suggests ids, where there is no such answer.
    """
    places = _places(known, id, question)
    lit = [place for place in places if known.file.answers.texts[place].strip()] or places
    asking = _Asking(known, model, vectors_of(vectors, known.project))
    return [asking.explain(place) for place in lit]


def explain_waves(
    waves: Sequence[Known], id: str, question: str = "", *, model: Path | None = None, vectors: str = ""
) -> list[Explained]:
    """Explain the answers of this id in all waves that have it, as `explain_answers` does; raises what that raises where none has it."""
    found: list[Explained] = []
    refused: list[InputError] = []
    for known, name in zip(waves, names_of_waves(waves), strict=True):
        try:
            told = explain_answers(known, id, question, model=model, vectors=vectors)
        except InputError as error:
            refused.append(error)
        else:
            found += [replace(each, found=replace(each.found, wave=name)) for each in told]
    if not found:
        raise refused[0]
    return found


def _places(known: Known, id: str, question: str) -> list[int]:
    answers = known.file.answers
    here = [place for place, key in enumerate(known.keys) if key[0] == id]
    here = here or [place for place, who in enumerate(answers.respondents) if who == id]
    if not here:
        raise InputError(
            f"no answer has the id {quoted(id)}.", file=known.file.table.file, remedy=_suggested(id, answers)
        )
    asked = [place for place in here if not question or answers.questions[place] == question]
    if not asked:
        there = ", ".join(dict.fromkeys(answers.questions[place] or "(no question)" for place in here))
        raise InputError(
            f"{quoted(id)} has no answer to a question {quoted(question)}.",
            file=known.file.table.file,
            remedy=f"Questions: {there}.",
        )
    return asked


def _suggested(id: str, answers: Answers) -> str:
    """Suggest ids that are nearly the same: those that differ in case, blanks and leading noughts first."""
    known = {each.casefold(): each for each in answers.ids if abs(len(each) - len(id)) <= 2 and len(each) <= NAME}
    same = [folded for folded in known if _plainly(folded) == _plainly(id.casefold())]
    near = [*same, *get_close_matches(id.casefold(), known, n=SUGGESTED, cutoff=0.6)]
    shown = [repr(known[each]) for each in dict.fromkeys(near)][:SUGGESTED]
    return f"Did you mean {' or '.join(shown)}?" if shown else ""


def _plainly(id: str) -> str:
    return re.sub(r"0+(?=\d)|\s", "", id)


@dataclass(frozen=True)
class _Machine:
    """A model with what it takes to say why."""

    model: Model

    @cached_property
    def coder(self) -> Coder:
        return Coder(self.model)

    @cached_property
    def tokenizer(self) -> Tokenizer:
        frame = self.model.codeframe
        return Tokenizer(frame.lang, frame.glossary, spelling=self.model.spelling)

    @cached_property
    def scorer(self) -> Scorer:
        return Scorer(self.model.folded)

    @cached_property
    def begins(self) -> Rows:
        """The probability where the codes of each theme begin, nan where none does, or where the nearest theme is the answer's."""
        single = self.model.codeframe.single
        margins = [[np.nan if each.margin is None or single else each.margin for each in self.model.cutoffs]]
        begins: Rows = probabilities(np.array(margins, dtype=np.float32), self.model.cutoffs)[0]
        return begins

    def reason(self, codings: Codings, answers: Answers, place: int, coders: Sequence[str]) -> Reason:
        """Say why one theme applies to one answer, or does not."""
        code, by = codings.codeframe.codes[place], Source(codings.source[0, place])
        if by == Source.HUMAN:
            return Reason(code, "human", tuple(coders))
        if by == Source.RULE:
            words = rules_of(codings.codeframe).words(answers.texts[0], place)
            return Reason(code, "rule", tuple(coders), tuple(words))
        assert codings.scores is not None
        chance, begins = float(codings.scores[0, place]), float(self.begins[place])
        return Reason(
            code,
            SOURCE_NAMES[by],
            words=self._words(answers, place),
            probability=None if np.isnan(chance) else chance,
            cutoff=None if np.isnan(begins) else begins,
        )

    def _words(self, answers: Answers, place: int) -> tuple[str, ...]:
        texts = masked(answers.texts).to_pylist() if self.model.masked else answers.texts
        share = self.scorer.contributions(self.tokenizer(texts), answers.questions)[:, place]
        return tuple(telling_words(self.tokenizer.surfaces(texts[0]), share, self.tokenizer.function_words))

    def near(self, codings: Codings, answers: Answers) -> list[int]:
        """The places of the themes that all but apply to an answer, the nearest first."""
        left = self._left(codings, answers)
        left[codings.chosen[0] | (codings.source[0] != Source.MODEL)] = np.nan
        order = sorted(np.flatnonzero(left >= NEAR).tolist(), key=lambda place: (-left[place], place))
        return order[:NEAR_SHOWN]

    def _left(self, codings: Codings, answers: Answers) -> FloatArray:
        """How much of what it takes each theme has: of the probability where codes begin or, of one theme an answer, of the odds of the first."""
        assert codings.scores is not None
        if not self.model.codeframe.single:
            return np.asarray(codings.scores[0] / self.begins, dtype=np.float64)
        high = heights(self.coder.margins(answers.texts, answers.questions), self.model.cutoffs)[0]
        return np.exp(np.minimum(high - high.max(), 0)) if np.isfinite(high).any() else np.full_like(high, np.nan)


class _Asking:
    """Explains answers one by one; a model is loaded when the first answer wants it."""

    def __init__(self, known: Known, model: Path | None, vectors: str | Path | None) -> None:
        self._known, self._given, self._vectors = known, model, vectors
        self._machines: dict[Path, _Machine | str] = {}

    def explain(self, place: int) -> Explained:
        """Explain the answer at this place."""
        known = self._known
        key, settled = known.keys[place], known.settled.get(known.keys[place])
        title, cells = self._asked(key)
        plain = Explained(
            known.found(place),
            title,
            cells,
            disputed=tuple(self._disputes(key)),
            in_file=self._in_file(place),
            history=tuple(self._history(place)),
        )
        machine = self._machine(key[1])
        if isinstance(machine, _Machine):
            try:
                return self._by_machine(plain, machine, place)
            except UnknownTheme as error:  # a label of today's codeframe, a model of yesterday's
                machine = f"the model {machine.model.digest} cannot be asked: {error}"
        coders = settled.coders if settled else ()
        codes = tuple(Reason(each.code, each.by, coders) for each in plain.found.themes)
        return replace(plain, codes=codes, notes=(machine,))

    def _by_machine(self, plain: Explained, machine: _Machine, place: int) -> Explained:
        """Add what applies now, as `freetext code` would decide, and what nearly does."""
        known = self._known
        settled = known.settled.get(known.keys[place])
        asked = as_asked(known.file, machine.model.folded.vocabulary.questions).take([place])
        said = machine.coder.code(asked)
        now = overrule(said, known.file.answers.take([place]), {known.keys[place]: settled} if settled else {})
        coders = settled.coders if settled else ()
        codes = [machine.reason(now, asked, each, coders) for each in np.flatnonzero(now.chosen[0]).tolist()]
        near = [] if now.blank[0] else [machine.reason(now, asked, each, ()) for each in machine.near(now, asked)]
        other = np.flatnonzero(said.chosen[0]).tolist() if (said.chosen != now.chosen).any() else []
        return replace(
            plain,
            codes=tuple(codes),
            said=tuple(machine.reason(said, asked, each, ()) for each in other),
            near=tuple(near),
            why=now.why[0],
            model=machine.model.digest,
        )

    def _machine(self, question: str) -> _Machine | str:
        """The model that codes a question, or why there is none."""
        folder = self._given or self._folder(question)
        if folder is None:
            return "no model: name one with --model, or give the question a codeframe in freetext.toml"
        if folder not in self._machines:
            try:
                self._machines[folder] = _Machine(load_model(folder, vectors=self._vectors))
            except BundleError as error:
                self._machines[folder] = f"no model: {error}"
        return self._machines[folder]

    def _folder(self, question: str) -> Path | None:
        project, frame = self._known.project, self._known.frames.get(question)
        return project.path(project.questionnaire.models) / frame.name if project and frame else None

    def _asked(self, key: Key) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The question as it was put, and the respondent's closed answers."""
        if self._reviewed is None:
            return "", ()
        item = self._reviewed.item(Dealt(key, "lookup"))
        return item.title, item.cells

    @cached_property
    def _reviewed(self) -> Reviewed | None:
        known = self._known
        frames = dict.fromkeys(known.file.answers.questions, UNCODED)
        return Reviewed(known.project, known.file, frames, Path()) if known.project else None

    def _in_file(self, place: int) -> tuple[str, str, str] | None:
        cells = self._known.cells.get(place)
        return (self._known.coded, cells.themes, cells.source) if cells else None

    def _disputes(self, key: Key) -> Iterator[Dispute]:
        settled = self._known.settled.get(key)
        if settled:
            latest = {label.coder: label.themes for label in self._known.decided.get(key, ())}
            for slug in settled.disputed:
                gave = tuple(coder for coder in settled.coders if slug in latest.get(coder, ()))
                yield Dispute(slug, gave, tuple(coder for coder in settled.coders if coder not in gave))

    @cached_property
    def _log(self) -> dict[Key, list[Label]]:
        """Every event of the logs, answer by answer, also those that do not count."""
        found: dict[Key, list[Label]] = {}
        project = self._known.project
        for label in read_labels(project.path(project.questionnaire.labels)).labels if project else ():
            found.setdefault(label.key, []).append(label)
        return found

    def _history(self, place: int) -> Iterator[Event]:
        """Give the events on an answer as time went, with why one does not count."""
        known, events = self._known, self._log.get(self._known.keys[place], [])
        gone = taken_back(events)
        own = known.project is None or is_own(known.file.table.file, known.project)
        key = known.project.questionnaire.key if known.project else ""
        here = text_hash(key, known.file.answers.texts[place])
        for number in sorted(range(len(events)), key=lambda each: moment(events[each].time)):
            label = events[number]
            other = "about another text" if label.text_hash and label.text_hash != here else ""
            bare = "" if label.text_hash or own else "does not say which text"
            wave = "" if label in self._here else "about another wave"
            yield Event(label, number in gone, other or bare or wave)

    @cached_property
    def _here(self) -> frozenset[Label]:
        """The events on the answers of this very file: another wave may have the same ids, and the same words."""
        known = self._known
        return frozenset(decisions_as_logged(known.file, known.project).labels if known.project else ())
