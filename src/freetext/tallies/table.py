"""A tally as a value: what every face of it draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from freetext.errors import names_listed, quoted
from freetext.survey.responses import Kind

BaseKind = Literal["asked", "answered", "substantive"]
BASES: tuple[str, ...] = get_args(BaseKind)

IntervalKind = Literal["wilson", "audited", "audit too small", "not audited", "none", "suppressed", "too few"]
"""How a cell's interval was made.

wilson           people or respondents decided every code: the count is exact, only sampling is uncertain
audited          a machine coded, people correct: `share` is the estimate, `raw` what the codes alone say. Where people read every
                 answer `coding` has no width, and the share differs from the codes where coders differ: a theme in dispute counts half
audit too small  the column has too few audited answers of its own for an interval, or of a part drawn at its own rate; `share` is what the codes alone say
not audited      a machine coded and nobody has looked, or an audit cannot correct the base; `share` is what the codes alone say
none             the base is empty
suppressed       hidden by a disclosure profile: no number stands in the cell
too few          for publication: a base under 30 has no percentage, its count alone stands
"""

CORRECTABLE: tuple[IntervalKind, ...] = ("audited", "audit too small", "not audited")
"""Kinds of cells in which a machine decided something."""

TOTAL = "Total"


@dataclass(frozen=True, slots=True)
class CellCount:
    """One theme in one column.

    count      respondents who have the code (people's where they decided, else the machine's), unweighted; None where suppressed
    weighted   the sum of their weights; None where suppressed
    share      of the column's weighted base, 0..1: corrected by the audit where kind is "audited", else `weighted` over the base;
               None where the base is 0 or the cell is suppressed
    low, high  the 95 % interval of the share, sampling and coding errors together; None where there is none
    kind       how the interval was made, see IntervalKind
    audited    how many answers of the base were read by people, in full or in a random audit; 0 where it is not audited
    letters    the columns that this share is above of, in a tested table
    flag       "small base" under 50 respondents, "very small base" under 30
    score      of a ranking: mean Borda points in the column
    mean_rank  of a ranking: mean rank among those who ranked the item
    raw        `weighted` over the base, whatever the audit says; None where suppressed
    coding     (low, high) of the share in these very answers: what only the coding leaves uncertain; of no width where people
               decided everything, None where there is no interval
    sampling   (low, high) of the share if the coding were exact: what only the drawing of respondents leaves uncertain
    mentions   the share of the column's mentions that are of this code, corrected like `share`; None for nets and reserved codes
               that are no mentions, and where there is no mention
    """

    count: int | None
    weighted: float | None
    share: float | None
    low: float | None = None
    high: float | None = None
    kind: IntervalKind = "none"
    audited: int = 0
    letters: str = ""
    flag: str = ""
    score: float | None = None
    mean_rank: float | None = None
    raw: float | None = None
    coding: tuple[float, float] | None = None
    sampling: tuple[float, float] | None = None
    mentions: float | None = None

    @property
    def estimated(self) -> bool:
        """Whether an audit corrects the cell and its coding leaves something uncertain; not so where people read every answer."""
        return self.kind == "audited" and (self.coding is None or self.coding[0] < self.coding[1])


@dataclass(frozen=True, slots=True)
class Column:
    """One column and its base: unweighted, weighted (sum w) and effective, (sum w)^2 / sum w^2.

    `letter` names it in a tested table: A for the first column after the total. `decided` says how many of the base people decided.
    A base that a disclosure profile hides is None throughout.
    """

    name: str
    n: int | None
    weighted: float | None
    effective: float | None
    letter: str = ""
    decided: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One theme, net, option or ranked item; `place` is its place in a ranking, `2=` where it is shared."""

    theme: str
    name: str
    number: int
    depth: int
    net: bool
    reserved: str
    cells: tuple[CellCount, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class TallyTable:
    """One question, tallied. The first column is the total; then come the banner's columns.

    `mentions` counts, per column, the codes given by the base (reserved ones other than "other" left out), unweighted;
    `mean_mentions` is their weighted mean per respondent, corrected where an audit corrected shares of the column. `score` names the score of a ranking.
    """

    question: str
    title: str
    kind: Kind
    banner: str
    base: BaseKind
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    mentions: tuple[int | None, ...]
    mean_mentions: tuple[float | None, ...]
    notes: tuple[str, ...] = ()
    score: str = ""
    profile: str = ""
    """The disclosure profile under which it was made; its bases and shares are then of rounded counts."""
    tested: str = ""
    """How letters were found, for the foot of the table; empty where nothing was tested."""
    hidden: int = 0
    """How many rows the arrangement leaves out (beyond the top n, or below the least share)."""
    told: bool = True
    """Whether blank answers can be told from those without a code; else the base holds both, whatever it is called."""
    single: bool = False
    """Whether the codeframe of an open question gives every answer one theme, and no respondent has several."""

    @property
    def weighted(self) -> bool:
        """Whether weights make a difference anywhere."""
        return any(column.weighted != column.n or column.effective != column.n for column in self.columns)

    def row(self, theme: str) -> Row:
        """The row of this slug; raises KeyError, which names those that exist."""
        for each in self.rows:
            if each.theme == theme:
                return each
        raise KeyError(f"no row {quoted(theme)}; rows: {names_listed([each.theme for each in self.rows])}")
