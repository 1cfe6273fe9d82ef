"""A tally as a value: what every face of it draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from freetext.errors import names_listed, quoted
from freetext.survey.responses import Kind

BaseKind = Literal["asked", "answered", "substantive"]
BASES: tuple[str, ...] = get_args(BaseKind)

IntervalKind = Literal["wilson", "not audited", "none"]
"""How a cell's interval was made; `none` where the base is empty."""

TOTAL = "Total"


@dataclass(frozen=True, slots=True)
class CellCount:
    """One theme in one column.

    count      respondents who gave it, unweighted
    weighted   the sum of their weights
    share      `weighted` over the column's weighted base, 0..1; None where the base is 0
    low, high  the 95 % interval of the share; None where there is none
    kind       how the interval was made: "not audited" where a machine decided any code of the cell
    audited    how many answers of the base were read by people, in full or in a random audit; 0 where it is not audited
    letters    the columns that this share is above of, in a tested table
    flag       "small base" under 50 respondents, "very small base" under 30
    score      of a ranking: mean Borda points in the column
    mean_rank  of a ranking: mean rank among those who ranked the item
    """

    count: int
    weighted: float
    share: float | None
    low: float | None = None
    high: float | None = None
    kind: IntervalKind = "none"
    audited: int = 0
    letters: str = ""
    flag: str = ""
    score: float | None = None
    mean_rank: float | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column and its base: unweighted, weighted (sum w) and effective, (sum w)^2 / sum w^2."""

    name: str
    n: int
    weighted: float
    effective: float


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
    `mean_mentions` is their weighted mean per respondent. `score` names the score of a ranking.
    """

    question: str
    title: str
    kind: Kind
    banner: str
    base: BaseKind
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    mentions: tuple[int, ...]
    mean_mentions: tuple[float | None, ...]
    notes: tuple[str, ...] = ()
    score: str = ""

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
