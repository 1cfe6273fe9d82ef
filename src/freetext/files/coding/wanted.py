"""What somebody wants tallied."""

from __future__ import annotations

from dataclasses import dataclass

from freetext.files.tabular.tables import Table
from freetext.survey.codeframe import Codeframe
from freetext.tallies.conventions import Conventions
from freetext.tallies.opens import CodedBy
from freetext.tallies.table import BaseKind

USUAL = Conventions()


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyOptions:
    """What to tally: columns of themes, closed columns or questions, banners, weight and base.

    `text` tells the blank answers, `question` what was asked in a file with one answer a row, `respondent` who answered: a
    respondent with several rows counts once. None for `themes` means all of our columns, for `closed` the project's closed
    questions; an empty tuple means none of them. An empty `by`, `weight` or `respondent` means the project's;
    without `text` blank answers are told by freetext_source, or by the project's verbatims beside a column that is not ours.

    coded_by      who gave the codes of columns beside which nothing says it; empty: nobody says, and they are taken for a machine's
    score_prefix  how the columns are called that hold a model's scores of the themes; empty: the codes are the scores
    id            the column that the ids of the audit are found in
    where         conditions that a row must meet to count
    across        tally the open questions that share a codeframe together as well: whoever gave a theme anywhere counts once
    conventions   how tables are made; without a population and a disclosure profile they are the project's
    """

    themes: tuple[str, ...] | None = None
    closed: tuple[str, ...] | None = None
    by: tuple[str, ...] = ()
    text: str = ""
    question: str = ""
    respondent: str = ""
    weight: str = ""
    base: BaseKind = "answered"
    coded_by: CodedBy = ""
    score_prefix: str = ""
    id: str = ""
    where: tuple[str, ...] = ()
    across: bool = False
    conventions: Conventions = USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted(TallyOptions):
    """What to tally, with the values that it is told by.

    codeframe  of the columns of themes; without one the project's
    audit      people's labels of a random audit of these answers, as a table of ids and themes; it takes the place of the
               project's own audit
    earlier    whether it is the old one of two waves: it may lack the project's weights
    """

    codeframe: Codeframe | None = None
    audit: Table | None = None
    earlier: bool = False
