"""The statistics of a folder of coded parts, put together: in the order of the parts, as if they were one file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

import numpy as np

from freetext.errors import InputError, named
from freetext.files.disk.addresses import read_bytes
from freetext.files.disk.doubles import Doubles
from freetext.files.parts.part_closed import NOTHING, reframed
from freetext.files.parts.part_counts import Hashes, PartSums, SumsPlan
from freetext.files.parts.sums_bytes import unpacked_sums
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.questionnaire import Question
from freetext.tallies.banners import in_order
from freetext.tallies.options import option_frame
from freetext.tallies.statistics import Statistics, laid_out, together

AGAIN = "Bring all rows of a respondent into one part (sort or partition the files by {column}), and code again."


@dataclass(frozen=True, slots=True, eq=False)
class FolderSums:
    """The statistics of all parts: of each question once, the open ones first.

    rows     how many all parts have
    several  whether somebody stands in several rows of one part
    problem  why there are none; `lost`: why a banner has none
    """

    plan: SumsPlan
    rows: int
    statistics: tuple[Statistics, ...]
    several: bool = False
    problem: str = ""
    lost: tuple[tuple[str, str], ...] = ()

    @property
    def banners(self) -> tuple[str, ...]:
        """The banners that there are statistics of."""
        return tuple(dict.fromkeys(chain.from_iterable(each.banners for each in self.statistics)))


def read_sums(places: Iterable[str]) -> FolderSums:
    """Read the statistics of parts and put them together; raises InputError where one is damaged, or respondents cross parts."""
    return joined_sums(unpacked_sums(read_bytes(place), place) for place in places)


def joined_sums(parts: Iterable[PartSums]) -> FolderSums:
    """Put the statistics of parts together, in their order; each is added as it comes, so that memory does not grow with them."""
    with Doubles() as doubles:
        fold = _Fold(_People(doubles))
        for each in parts:
            fold.add(each)
        return fold.sums()


def check_people(people: Iterable[Hashes], column: str) -> bool:
    """Say whether a respondent stands in several rows of one part; raises InputError for those who stand in two."""
    with Doubles() as doubles:
        found = _People(doubles)
        for each in people:
            found.add(each)
        found.check(column)
        return found.several


@dataclass(slots=True)
class _People:
    """Who answered, part by part, and whether somebody stands in several rows of one."""

    doubles: Doubles
    several: bool = False

    def add(self, people: Hashes) -> None:
        """Take those of a part, sorted: each of them once."""
        again = people[1:] == people[:-1]
        if again.any():
            self.several = True
            people = people[np.concatenate(([True], ~again))]
        self.doubles.add(people)

    def check(self, column: str) -> None:
        """Refuse those who stand in two parts."""
        if crossing := len(self.doubles.found()):
            have = "respondent has" if crossing == 1 else "respondents have"
            told = f"{crossing:,} {have} rows in several parts, so that they would count more than once."
            raise InputError(told, column=column, remedy=AGAIN.format(column=named(column)))


@dataclass(slots=True)
class _Fold:
    """The sums of the parts so far; of the columns of each banner, in which order they first came."""

    people: _People
    plan: SumsPlan | None = None
    rows: int = 0
    problem: str = ""
    unlike: str = ""
    lost: dict[str, str] = field(default_factory=dict)
    names: dict[str, dict[str, None]] = field(default_factory=dict)
    found: dict[str, Statistics] = field(default_factory=dict)

    def add(self, part: PartSums) -> None:
        """Add a part; once there is a problem, its rows alone."""
        self.plan = self.plan or part.plan
        self.rows += part.rows
        self.lost.update(part.lost)
        self.problem = self.problem or part.problem
        if part.plan != self.plan:
            self.unlike = self.unlike or "the parts were coded with other settings of banners, weights or questions"
        if not (self.problem or self.unlike):
            self.people.add(part.people)
            for each in part.statistics:
                if each.total.n.any():
                    self._plus(each, part.plan)

    def sums(self) -> FolderSums:
        """Return the statistics of all, the open questions first."""
        plan, lost = self.plan or SumsPlan(), tuple(self.lost.items())
        if problem := self.problem or self.unlike:
            return FolderSums(plan, self.rows, (), problem=problem, lost=lost)
        self.people.check(plan.respondent)
        options = {each.name: each.options for each in plan.banners}
        names = {name: in_order(list(values), options.get(name, ())) for name, values in self.names.items()}
        found = sorted((laid_out(each, names) for each in self.found.values()), key=lambda each: each.kind != "open")
        return FolderSums(plan, self.rows, tuple(found), self.people.several, lost=lost)

    def _plus(self, part: Statistics, plan: SumsPlan) -> None:
        """Add one question of a part to what is known of it."""
        for banner, cube in part.banners.items():
            self.names.setdefault(banner, {}).update(dict.fromkeys(cube.names))
        known = self.found.get(part.question)
        if known is not None and known.weighted != part.weighted:
            self.unlike = f"not all parts have the column of weights {named(plan.weight)}"
            return
        closed = next((each for each in plan.closed if each.name == part.question), None)
        self.found[part.question] = together(_alike(known, part, closed)) if known else part


def _alike(one: Statistics, other: Statistics, question: Question | None) -> tuple[Statistics, Statistics]:
    """Lay two parts of a closed question out by one list of options: those stated, then those found, as they come."""
    if one.codeframe.digest == other.codeframe.digest:
        return one, other
    if question is None:
        told = f"not all parts have the same codeframe for {one.question!r}, so that they cannot be added."
        raise InputError(told, remedy="`freetext code` with --recode codes all alike.")
    frame = options_frame(chain(one.codeframe.themes, other.codeframe.themes), question)
    return reframed(one, frame), reframed(other, frame)


def options_frame(themes: Iterable[Theme], question: Question) -> Codeframe:
    """Make the codeframe of a closed question, of the options of its parts."""
    names = dict.fromkeys(theme.name for theme in themes)
    options = [name for name in names if name != NOTHING]
    return option_frame(question.name, options, nets=question.nets, reserved=question.reserved, title=question.title)
