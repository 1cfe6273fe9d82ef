"""A file coded again: which answers keep their cells, which are coded, and what is noted for the next time; pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from freetext.files.coding.coded_before import Earlier
from freetext.files.coding.coded_cells import Cells
from freetext.files.coding.coded_models import UNKNOWN, model_called
from freetext.files.coding.coded_people import all_known, by_hand, carried, overruled, people_cell
from freetext.files.coding.coded_records import COLD, Record, Records, mark, stamp
from freetext.guard.handed_on import handed_on
from freetext.survey.answers import Answers, IntArray, is_blank
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, Settled

LONGEST = 30_000
"""Characters of a text that are compared with a coded file's, which may have cut it to what a workbook's cell holds."""

Name = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """The answers that one model codes: its codeframe and digest, their places, and what the model is called."""

    codeframe: Codeframe
    model: str
    places: IntArray
    name: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Circumstances:
    """What decides on an answer besides its cells.

    settled    what people say now, by answer
    withdrawn  answers on which somebody took a decision back
    records    what was noted when the file was written
    key        the project's key
    force      code anew what people have not decided
    by_id      an id names the answer; else its text does, and which of the same texts it is
    """

    settled: Mapping[Key, Settled] = field(default_factory=dict)
    withdrawn: Collection[Key] = ()
    records: Records = field(default_factory=Records)
    key: str = ""
    force: bool = False
    by_id: bool = True


@dataclass(slots=True)
class Update:
    """What becomes of the answers of a file that is coded again.

    kept     cells that stand, by place; all other answers are coded
    asks     why a person should look at an answer that is coded, by place
    records  what is noted for the next time, None where nothing is
    counts   how many answers were what, see `told`
    problem  why nobody knows which model coded what is kept, in plain words
    """

    kept: dict[int, Cells] = field(default_factory=dict)
    asks: dict[int, str] = field(default_factory=dict)
    records: Records | None = None
    counts: dict[str, int] = field(default_factory=dict)
    problem: str = ""

    def count(self, what: str, number: int = 1) -> None:
        """Count an answer, or several."""
        self.counts[what] = self.counts.get(what, 0) + number

    def take(self) -> tuple[dict[int, Cells], dict[int, str]]:
        """Take out which cells stand and what a person is asked for, so that the places can be those of the next answers."""
        taken = self.kept, self.asks
        self.kept, self.asks = {}, {}
        return taken


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that is decided on: its place in what is coded, who and what was asked, its mark in the records, what it says."""

    place: int
    key: Key
    mark: str
    text: str


def sort_out(now: Answers, earlier: Earlier | None, parts: Sequence[Part], given: Circumstances) -> Update:
    """Decide which answers keep the cells that they have, and note what must be known the next time.

    People's later decisions overrule kept cells. Raises InputError, with row and column, where somebody wrote a theme into the
    coded file which the codeframe does not have, and UnknownTheme where a label holds one.
    """
    matching = _Matching(earlier, given)
    names = names_of(now, by_id=given.by_id)
    notes: dict[str, Record] = {}
    for part in parts:
        for place in part.places.tolist():
            sign = mark(given.key, names[place][0], now.questions[place], now.texts[place])
            answer = Answer(place, (now.ids[place], now.questions[place]), sign, now.texts[place])
            model = matching.decide(answer, names[place], part)
            model = "" if is_blank(answer.text) else model
            notes[sign] = Record(model, stamp(given.settled.get(answer.key)))
    sorting = matching.finished()
    called = {**given.records.names, **{part.model: part.name for part in parts if part.name}}
    sorting.update.records, sorting.update.problem = Records(notes, sorting.people, names=called), given.records.problem
    return sorting.update


def names_of(answers: Answers, *, by_id: bool) -> list[Name]:
    """Name each answer: by id and question, or by the number of the same texts so far, question and text."""
    if by_id:
        return [(*key, "") for key in zip(answers.ids, answers.questions, strict=True)]
    seen: dict[tuple[str, str], int] = {}
    names: list[Name] = []
    for question, text in zip(answers.questions, map(covered, answers.texts), strict=True):
        number = seen[question, text] = seen.get((question, text), 0) + 1
        names.append((str(number), question, text))
    return names


def covered(text: str) -> str:
    """Write a text as any coded file of ours gives it back, also one in which personal data was covered."""
    return plainly(handed_on(text))


def plainly(text: str) -> str:
    """Write a text as every kind of file gives it back: no control characters, single blanks, not longer than a cell."""
    visible = text[: 2 * LONGEST]
    if not visible.isprintable():
        visible = "".join(" " if unicodedata.category(each) == "Cc" else each for each in visible)
    return " ".join(visible.split())[:LONGEST]


class Sorting:
    """Decides on answers one by one; `people` are the codes put by, of answers that stand nowhere (any more), by their marks."""

    def __init__(self, given: Circumstances) -> None:
        """Begin with what was put by the last time."""
        self.update = Update()
        self.people = dict(given.records.people)
        self.given = given

    def stand(self, answer: Answer, cells: Cells, where: tuple[str, int, str], part: Part) -> str:
        """Decide on an answer that has the same text as its cells; returns the digest of the model that decides, empty where nobody knows.

        `where` says file, row and column of the cells.
        """
        record = self.given.records.of(answer.mark)
        settled = self.given.settled.get(answer.key)
        later = settled if settled and is_later(settled, cells, record) else None
        if self._anew(answer, cells, record, part, later=later is not None):
            self.update.count("anew")
            return self._deciding(answer, part)
        if cells.by_hand:
            self.update.count("by hand")
            cells = by_hand(cells, part.codeframe, where)
        elif cells.by_people:
            cells = _by_now(cells, part.codeframe)
        if later:
            before, cells = cells, overruled(cells, answer.key, part.codeframe, later)
            if before != cells:
                self.update.count("overruled")
        return self._keep(answer, cells, record.model if record else "", part)

    def change(self, answer: Answer, cells: Cells, part: Part) -> str:
        """Decide on an answer that has another text than its cells."""
        self.update.count("changed")
        if cells.said and answer.key not in self.given.settled:
            said = ", ".join(cells.codes) or "no theme"
            self.update.asks[answer.place] = f"its text has changed since a person coded it: {said}"
        return self._code(answer, part)

    def come(self, answer: Answer, part: Part) -> str:
        """Decide on an answer that is new."""
        self.update.count("new")
        return self._code(answer, part)

    def put_by(self, sign: str, cells: Cells) -> None:
        """Keep the codes that people gave to an answer which the file does not hold any more."""
        if cells.said:
            self.people[sign] = (cells.themes, people_cell(cells.codes) if cells.by_hand else cells.source)
            self.update.count("put by")

    def _keep(self, answer: Answer, cells: Cells, model: str, part: Part) -> str:
        if not model and cells.model == model_called(part.name, part.model):
            model = part.model
        self.update.kept[answer.place] = replace(cells, model=self._called(cells, model, part))
        self.update.count("kept")
        if cells.by_people:
            self.update.count("of people")
        if (
            not cells.by_model
            or (cells.by_rules and not (model or cells.model))
            or (cells.by_people and self.given.force)
        ):
            return ""  # no model decided, or none will: people's codes stay whatever is coded anew
        if model != part.model:
            self.update.count("older")
        return model

    def _called(self, cells: Cells, model: str, part: Part) -> str:
        """Name the model of cells that stand; what the file itself says where nothing is noted."""
        if not cells.by_model:
            return ""
        names = self.given.records.names
        if model:
            return model_called(names.get(model, part.name), model)
        return cells.model or ("" if cells.by_rules else UNKNOWN)

    def _deciding(self, answer: Answer, part: Part) -> str:
        """Return the digest of the model that codes an answer, empty where people's decisions leave it nothing."""
        settled = self.given.settled.get(answer.key)
        return part.model if settled is None or settled.disputed else ""

    def _anew(self, answer: Answer, cells: Cells, record: Record | None, part: Part, *, later: bool) -> bool:
        """Whether an answer is coded anew though its text is the same."""
        given = self.given
        settled = answer.key in given.settled
        if cells.by_hand or (cells.by_people and not later):
            mixed = settled and not cells.by_people_alone and not cells.by_hand
            back = record is not None and record.decided and not settled and answer.key in given.withdrawn
            return (given.force and (mixed or later)) or (bool(back) and not cells.by_hand)
        passing = record is not None and record.model == COLD
        return given.force or passing or not all_known(cells, part.codeframe)

    def _code(self, answer: Answer, part: Part) -> str:
        """Leave an answer to its model, or give it the codes back that people gave to it before it was gone."""
        if answer.mark in self.people and answer.key not in self.given.settled:
            themes, source = self.people.pop(answer.mark)
            self.update.count("back")
            self.update.asks.pop(answer.place, None)
            return self._keep(answer, _by_now(Cells(themes, source=source), part.codeframe), "", part)
        return self._deciding(answer, part)


class _Matching:
    """Finds the cells of each answer in the earlier file, by its name; what is left of that in the end is gone."""

    def __init__(self, earlier: Earlier | None, given: Circumstances) -> None:
        self._sorting, self._earlier, self._given = Sorting(given), earlier, given
        self._names = names_of(earlier.file.answers, by_id=given.by_id) if earlier else []
        cells = earlier.cells if earlier else ()
        self._left = {name: spot for spot, name in enumerate(self._names) if cells[spot] is not None}

    def decide(self, answer: Answer, name: Name, part: Part) -> str:
        """Decide on one answer; returns the digest of the model that its cells are of, empty where nobody knows."""
        spot = self._left.pop(name, None)
        cells = self._earlier.cells[spot] if self._earlier and spot is not None else None
        if self._earlier is None or spot is None or cells is None:
            return self._sorting.come(answer, part)
        then = self._earlier.file.answers.texts[spot]
        if answer.mark not in self._given.records.answers and covered(answer.text) != covered(then):
            model = self._sorting.change(answer, cells, part)
            self._put_by(spot, cells)
            return model
        return self._sorting.stand(answer, cells, self._earlier.where(spot), part)

    def _put_by(self, spot: int, cells: Cells) -> None:
        assert self._earlier is not None
        answers = self._earlier.file.answers
        sign = mark(self._given.key, self._names[spot][0], answers.questions[spot], answers.texts[spot])
        self._sorting.put_by(sign, cells)

    def finished(self) -> Sorting:
        """Put by what people said of the answers that are gone."""
        for spot in self._left.values():
            cells = self._earlier.cells[spot] if self._earlier else None
            if cells is not None:
                self._sorting.update.count("gone")
                self._put_by(spot, cells)
        return self._sorting


def _by_now(cells: Cells, frame: Codeframe) -> Cells:
    """People's codes as the codeframe of today has them."""
    return cells if all_known(cells, frame) else carried(cells, frame)


def is_later(settled: Settled, cells: Cells, record: Record | None) -> bool:
    """Whether people settled an answer after its cells were written; without a record only what was changed by hand is newer."""
    return stamp(settled) != record.decided if record else not cells.by_hand


def told(update: Update, *, bare: bool = False) -> list[str]:
    """Say what became of the answers; `bare` where scores or evidence are asked for that the kept ones lack."""
    counts = {what: f"{count:,} answer{'s' * (count != 1)}" for what, count in update.counts.items() if count}
    rest = ", ".join(f"{update.counts.get(what, 0):,} {what}" for what in ("new", "changed", "gone"))
    anew = f", {update.counts['anew']:,} coded anew" if "anew" in counts else ""
    by_people = update.counts.get("of people", 0)
    lines = [f"coded before: {counts.get('kept', 'no answer')} kept ({by_people:,} of people), {rest}{anew}"]
    lines += [f"{counts[what]} {said}" for what, said in TOLD.items() if what in counts]
    if "older" in counts:
        lines.append(f"{counts['older']} kept codes of an earlier model; --recode codes them anew")
        lines += [f"{update.problem}: which model coded them is not known"] * bool(update.problem)
    if bare and update.kept:
        lines.append("what is kept has no scores or evidence yet; --recode codes it anew")
    return lines


TOLD = {
    "overruled": "overruled by labels made since",
    "by hand": "changed by hand in the coded file: taken for a person's codes",
    "back": "back again, with the codes that people gave",
    "put by": "coded by people gone or changed: the codes are kept, and come back with the same text",
}
"""What is told of answers beside how many were kept, new, changed and gone."""
