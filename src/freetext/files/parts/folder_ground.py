"""What tables of a folder are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from freetext.errors import InputError
from freetext.files.coding.wanted import Wanted
from freetext.files.parts.coded_folders import CodedFolder
from freetext.files.parts.folder_sums import FolderSums
from freetext.survey.questionnaire import Questionnaire
from freetext.tallies.conventions import Conventions

if TYPE_CHECKING:
    from freetext.files.coding.said_cells import CodedColumn
    from freetext.files.parts.folder_labels import Corrected


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What tables are made of: statistics, and what stands below the tables.

    empty    columns of a banner that only rows which do not count are in: they are left out
    labels   the questions that people have decided answers to
    columns  of codes, where the parts were read again: otherwise they are all of ours
    several  the questions that some respondent answered in several rows of a part
    """

    sums: FolderSums
    conventions: Conventions
    notes: tuple[str, ...] = ()
    empty: Mapping[str, frozenset[str]] = field(default_factory=dict)
    labels: Mapping[str, Corrected] = field(default_factory=dict)
    columns: tuple[CodedColumn, ...] = ()
    several: frozenset[str] = frozenset()
    again: bool = False
    """The parts were read again: the statistics are by no band of a score."""

    def column(self, question: str) -> CodedColumn | None:
        """The column that a question's codes were read from again; None where the parts were not."""
        return next((each for each in self.columns if each.asked or each.question == question), None)


def conventions_for(wanted: Wanted, survey: Questionnaire, total: int, kept: int) -> Conventions:
    """Fill in what the project says of its population and of disclosure; rows that count stand for their share of a population."""
    asked = wanted.conventions
    population = asked.population if asked.population is not None else survey.population or None
    if population is not None and population < total:
        told = f"a population of {population:,} is smaller than the {total:,} rows."
        raise InputError(told, remedy="Give the number of all who could have answered with --population.")
    if population is not None and kept < total:
        population = -(-kept * population // total)
    return replace(asked, population=population, disclosure=asked.disclosure or survey.disclosure)  # type: ignore[arg-type]  # settings_checks knows the profiles


def person_of(folder: CodedFolder, asked: str, survey: Questionnaire) -> str:
    """Return the column that says who answered: the one asked for, the folder's, or the project's."""
    return asked or folder.text("respondent") or survey.respondent
