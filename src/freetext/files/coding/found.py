"""A file's answers and what is known of each: codes of the coded file, people's decisions, flags; and the search among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property

from freetext.errors import InputError, UnknownTheme, UsageError, did_you_mean, names_listed
from freetext.files.coding.answers import AnswerFile, answers_in
from freetext.files.coding.coded_again import covered, names_of
from freetext.files.coding.coded_before import CellRows
from freetext.files.coding.coded_blocks import THEMES
from freetext.files.coding.coded_cells import Cells
from freetext.files.coding.coded_files import coded_files
from freetext.files.labelling.label_logs import folded
from freetext.files.labelling.settled import Decisions, decisions_for
from freetext.files.project.project_codeframes import codeframe_of_question
from freetext.files.project.settings import Project
from freetext.files.tabular.tables import Table, read_table
from freetext.survey.codeframe import Codeframe, fold
from freetext.survey.found import Found, Given
from freetext.survey.labels import FLAGS, Key, Label, Settled, standing
from freetext.survey.query import Query
from freetext.survey.waves import coded_name, wave_of


@dataclass(frozen=True)
class Wanted:
    """What an answer must have to be found; what is empty is not asked for.

    theme     a theme or net, by slug, name or number, that people or a model gave
    question  the question that it answers
    coder     somebody who has decided on it (and gave the theme, where one is asked for)
    flag      what a coder raised on it
    """

    query: Query = field(default_factory=Query)
    theme: str = ""
    question: str = ""
    coder: str = ""
    flag: str = ""

    @property
    def nothing(self) -> bool:
        """Whether nothing at all is asked for."""
        return not (self.query.terms or self.theme or self.question or self.coder or self.flag)


@dataclass(frozen=True)
class Known:
    """The answers of a file, and what a coded file and the logs say of them.

    coded  the coded file: the project's newest of this file, or the file itself
    cells  our cells in it
    """

    file: AnswerFile
    project: Project | None
    coded: str
    cells: CodedCells
    decisions: Decisions

    @cached_property
    def keys(self) -> list[Key]:
        """The answers, in the file's order."""
        return list(zip(self.file.answers.ids, self.file.answers.questions, strict=True))

    @cached_property
    def frames(self) -> dict[str, Codeframe]:
        """The codeframe of each question that has one."""
        found: dict[str, Codeframe] = {}
        for question in dict.fromkeys(self.file.answers.questions):
            frame = codeframe_of_question(question, self.project)
            if frame is not None:
                found[question] = frame
        return found

    @property
    def settled(self) -> Mapping[Key, Settled]:
        """What people settled, under the codeframes of today."""
        return self.decisions.settled

    @cached_property
    def decided(self) -> Mapping[Key, list[Label]]:
        """The decisions that stand, answer by answer."""
        found: dict[Key, list[Label]] = {}
        for label in standing(self.decisions.labels):
            found.setdefault(label.key, []).append(label)
        return found

    @cached_property
    def flags(self) -> Mapping[Key, tuple[str, ...]]:
        """What coders raised, answer by answer, also on one that they passed over; what was taken back is gone."""
        found: dict[Key, dict[str, None]] = {}
        for label in (
            *standing(self.decisions.labels),
            *(each for each in self.decisions.labels if each.event == "skip"),
        ):
            if label.flags:
                found.setdefault(label.key, {}).update(dict.fromkeys(label.flags))
        return {key: tuple(flags) for key, flags in found.items()}

    def found(self, place: int, query: Query | None = None) -> Found:
        """Lay an answer out with its themes: people's where they have decided, else the coded file's."""
        answers, key = self.file.answers, self.keys[place]
        settled = self.settled.get(key)
        text, flags = answers.texts[place], self.flags.get(key, ())
        bare = Found(*key, answers.respondents[place], text, query.spans(text) if query else (), flags=flags)
        return _by_log(bare, settled) if settled else _by_file(bare, self.cells.get(place))

    def search(self, wanted: Wanted) -> Iterator[int]:
        """Find the places of the answers that have all that is wanted, in the file's order.

        Raises UsageError for a question that the file does not have, a coder who has decided on none of its answers, and a flag
        that nobody can raise; UnknownTheme for a theme that no codeframe has.
        """
        self._check(wanted)
        slugs = self._slugs(wanted.theme) if wanted.theme else None
        coder = folded(wanted.coder)
        for place, (key, text) in enumerate(zip(self.keys, self.file.answers.texts, strict=True)):
            if (wanted.question and key[1] != wanted.question) or not wanted.query.holds(text):
                continue
            if wanted.flag and wanted.flag not in self.flags.get(key, ()):
                continue
            if coder:
                if not self._by(coder, key, slugs):
                    continue
            elif slugs is not None and slugs.isdisjoint(self._codes(place)):
                continue
            yield place

    def _by(self, coder: str, key: Key, slugs: frozenset[str] | None) -> bool:
        """Whether a coder has decided on an answer, and gave one of these themes last."""
        own = [label for label in self.decided.get(key, ()) if folded(label.coder) == coder]
        return bool(own) and (slugs is None or not slugs.isdisjoint(map(fold, own[-1].themes)))

    def _codes(self, place: int) -> set[str]:
        """The themes of an answer as they are compared, those in dispute too."""
        settled = self.settled.get(self.keys[place])
        if settled:
            return {fold(slug) for slug in (*settled.themes, *settled.disputed)}
        cells = self.cells.get(place)
        return {fold(code) for code in cells.codes} if cells else set()

    def _slugs(self, theme: str) -> frozenset[str]:
        """How answers may write a theme, or the themes below a net."""
        if not self.frames:
            return frozenset({fold(theme)})
        found: set[str] = set()
        for frame in self.frames.values():
            with suppress(UnknownTheme):
                meant = frame.find(theme)
                below = (meant,) if meant.slug in frame.position else frame.children(meant.slug)
                found |= {fold(name) for each in below for name in (each.slug, frame.code(each))}
        if not found:
            raise UnknownTheme(theme, list(dict.fromkeys(slug for each in self.frames.values() for slug in each.slugs)))
        return frozenset(found)

    def _check(self, wanted: Wanted) -> None:
        if wanted.nothing:
            raise UsageError("what shall be looked for? Name words, or --theme, --question, --coder or --flag.")
        coders = sorted({label.coder for labels in self.decided.values() for label in labels}) if wanted.coder else []
        for option, name, there in (
            ("--question", wanted.question, list(dict.fromkeys(self.file.answers.questions))),
            ("--flag", wanted.flag, list(FLAGS)),
            ("--coder", folded(wanted.coder), [folded(coder) for coder in coders]),
        ):
            if name and name not in there:
                hint = did_you_mean(name, there)
                raise UsageError(
                    f"{option} {name}: there is none. There are: {names_listed(there) or 'none'}. {hint}".strip()
                )


def _by_log(bare: Found, settled: Settled) -> Found:
    by = "rule" if settled.by_rule else "human"
    return replace(
        bare,
        themes=tuple(Given(slug, by) for slug in settled.themes),
        disputed=settled.disputed,
        coders=settled.coders,
        none=not settled.themes and not settled.disputed,
        coded=True,
    )


def _by_file(bare: Found, cells: Cells | None) -> Found:
    """Take the codes of the coded file; those that somebody changed there by hand are a person's."""
    if cells is None:
        return bare
    by = {} if cells.by_hand else dict(cells.sources)
    themes = tuple(Given(code, by.get(code, "human" if cells.by_hand else "model")) for code in cells.codes)
    none = not themes and (cells.by_hand or cells.by_people)
    return replace(bare, themes=themes, none=none, coded=True)


def known_answers(file: AnswerFile, project: Project | None, *, id: str = "", question: str = "") -> Known:
    """Gather what is known of a file's answers: codes of the file itself, or of the newest that the project coded of it."""
    table = file.table
    if not any(name.partition(":")[0] == THEMES for name in table.names):
        table = _coded_table(file.table.file, project) or table
    decisions = decisions_for(file, project) if project else Decisions({}, ())
    return Known(file, project, table.file, CodedCells(table, file, id=id, question=question), decisions)


def _coded_table(source: str, project: Project | None) -> Table | None:
    if project is None:
        return None
    for path in coded_files(project):
        if wave_of(path.name) == coded_name(source):
            with suppress(InputError):
                return read_table(path)
    return None


def _end(table: Table, question: str, column: str) -> str:
    """What our columns end in for a question: its name, that of its text column, or nothing."""
    return next((end for end in (f":{question}", f":{column}") if THEMES + end in table.names), "")


class CodedCells:
    """Our cells of a file's answers in a coded table, found when they are asked for; none where the two cannot be matched."""

    def __init__(self, table: Table, file: AnswerFile, *, id: str, question: str) -> None:
        """Read the answers of the coded table as those of the file were read."""
        self._table, self._file, self._by_id = table, file, bool(id)
        texts = [name for name in file.columns if name in table.names]
        if any(name and name not in table.names for name in (id, question)):
            texts = []
        names = dict(zip(file.columns, file.questions, strict=True))
        self._coded = answers_in(table, text=texts, id=id, question=question, names=names).answers if texts else None
        self._rows = [CellRows(table, _end(table, names[name], name)) for name in texts]

    @cached_property
    def _spots(self) -> dict[int, int]:
        """Where the answers of the file stand in the coded table."""
        if self._coded is None:
            return {}
        there = {name: spot for spot, name in enumerate(names_of(self._coded, by_id=self._by_id))}
        here = enumerate(names_of(self._file.answers, by_id=self._by_id))
        return {place: there[name] for place, name in here if name in there}

    def get(self, place: int) -> Cells | None:
        """Our cells of an answer; None where it is not in the table, or with another text."""
        spot = self._spots.get(place)
        if spot is None or self._coded is None:
            return None
        then, now = self._coded.texts[spot], self._file.answers.texts[place]
        if then != now and covered(then) != covered(now):
            return None
        return self._rows[spot // self._table.size][spot % self._table.size]
