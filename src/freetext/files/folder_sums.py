"""The statistics of a folder of coded parts, put together: in the order of the parts, as if they were one file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from freetext.errors import InputError, named
from freetext.files.addresses import read_bytes
from freetext.files.part_closed import NOTHING, reframed
from freetext.files.part_counts import Hashes, PartSums, SumsPlan
from freetext.files.sums_bytes import unpacked_sums
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.questionnaire import Question
from freetext.tallies.banners import in_order
from freetext.tallies.options import option_frame
from freetext.tallies.statistics import Statistics, together

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


def read_sums(places: Sequence[str]) -> FolderSums:
    """Read the statistics of parts and put them together; raises InputError where one is damaged, or respondents cross parts."""
    return joined_sums([unpacked_sums(read_bytes(place), place) for place in places])


def joined_sums(parts: Sequence[PartSums]) -> FolderSums:
    """Put the statistics of parts together, in their order."""
    plan, rows = parts[0].plan, sum(each.rows for each in parts)
    lost = tuple(dict(chain.from_iterable(each.lost for each in parts)).items())
    problem = next((each.problem for each in parts if each.problem), "")
    if not problem and any(each.plan != plan for each in parts):
        problem = "the parts were coded with other settings of banners, weights or questions"
    if problem:
        return FolderSums(plan, rows, (), problem=problem, lost=lost)
    several = check_people([each.people for each in parts], plan.respondent)
    every = [[one for one in each.statistics if one.total.n.any()] for each in parts]
    names = _names(every, plan)
    groups: dict[str, list[Statistics]] = {}
    for each in chain.from_iterable(every):
        groups.setdefault(each.question, []).append(each)
    closed = {each.name: each for each in plan.closed}
    found = [_together(_alike(group, closed.get(name)), names) for name, group in groups.items()]
    found.sort(key=lambda each: each.kind != "open")
    return FolderSums(plan, rows, tuple(found), several, lost=lost)


def check_people(people: Sequence[Hashes], column: str) -> bool:
    """Say whether a respondent stands in several rows of one part; raises InputError for those who stand in two."""
    several = any(bool((each[1:] == each[:-1]).any()) for each in people)
    whole = (
        np.sort(np.concatenate([np.unique(each) if several else each for each in people])) if people else np.zeros(0)
    )
    if crossing := int(np.count_nonzero(whole[1:] == whole[:-1])):
        have = "respondent has" if crossing == 1 else "respondents have"
        told = f"{crossing:,} {have} rows in several parts, so that they would count more than once."
        raise InputError(told, column=column, remedy=AGAIN.format(column=named(column)))
    return several


def _names(parts: Iterable[Iterable[Statistics]], plan: SumsPlan) -> dict[str, tuple[str, ...]]:
    """The columns of each banner: stated options first, then values as the parts bring them, or by size where all are numbers."""
    found: dict[str, dict[str, None]] = {}
    for each in chain.from_iterable(parts):
        for banner, cube in each.banners.items():
            found.setdefault(banner, {}).update(dict.fromkeys(cube.names))
    options = {each.name: each.options for each in plan.banners}
    return {name: in_order(list(values), options.get(name, ())) for name, values in found.items()}


def _together(parts: Sequence[Statistics], names: dict[str, tuple[str, ...]]) -> Statistics:
    frames = {each.codeframe.digest for each in parts}
    if len(frames) > 1 or len({each.weighted for each in parts}) > 1:
        what = "codeframe" if len(frames) > 1 else "column of weights"
        told = f"not all parts have the same {what} for {parts[0].question!r}"
        raise InputError(
            f"{told}, so that they cannot be added.", remedy="`freetext code` with --recode codes all alike."
        )
    return together(parts, names)


def _alike(parts: Sequence[Statistics], question: Question | None) -> Sequence[Statistics]:
    """Lay the parts of a closed question out by one list of options: those stated, then those found, as they come."""
    if question is None or len({each.codeframe.digest for each in parts}) == 1:
        return parts
    frame = options_frame(chain.from_iterable(each.codeframe.themes for each in parts), question)
    return [reframed(each, frame) for each in parts]


def options_frame(themes: Iterable[Theme], question: Question) -> Codeframe:
    """Make the codeframe of a closed question, of the options of its parts."""
    names = dict.fromkeys(theme.name for theme in themes)
    options = [name for name in names if name != NOTHING]
    return option_frame(question.name, options, nets=question.nets, reserved=question.reserved, title=question.title)
