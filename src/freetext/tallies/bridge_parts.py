"""A change in two parts, the world's and the coding's, as a value: what tables and charts of a bridge draw."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from freetext.tallies.mover import Between
from freetext.tallies.points import signed_points
from freetext.tallies.rounding import fixed

BridgeKind = Literal["bridge", "bridge too small", "new", "split", "not audited", "no interval", "no column"]
"""What a bridge says of a cell.

bridge            all three parts stand
bridge too small  fewer answers than are needed were read twice: no parts, but the total change
new, split        OLD could not be coded with the theme, or only with a whole of which it is a part: there is neither a total nor a
                  coding part, but where the bridge is large enough OLD's share under the new coding, and what the world did since
not audited       a machine coded OLD and nobody audited it enough: the same, where the bridge was drawn among all answers
no interval       codes that nobody audited enough, in either wave; or an empty base
no column         OLD does not have the column
"""


@dataclass(frozen=True, slots=True)
class Parts:
    """One theme in one column: shares 0..1 and differences, each with its 95 % interval; None where nothing can be said.

    old, again, new  the share in OLD as it was coded then, in OLD under the new coding, and in NEW
    total, world, coding  new - old, new - again, again - old: the last two add up to the first
    here          the interval of the coding part in OLD's very answers: of no width where all of them were read again; the others are of
                  all whom the respondents stand for
    read          how many answers were read twice
    gained, lost  shares of OLD that have the theme only under the new coding, and only under the old one
    world_p, coding_p  of no such part at all; None where nothing was tested; `..._counts` whether it is beyond chance, the number of
                  comparisons of the table allowed for
    said          what a table prints in place of numbers
    """

    kind: BridgeKind
    old: Between | None = None
    again: Between | None = None
    new: Between | None = None
    total: Between | None = None
    world: Between | None = None
    coding: Between | None = None
    here: tuple[float, float] | None = None
    read: int = 0
    gained: float = 0.0
    lost: float = 0.0
    world_p: float | None = None
    coding_p: float | None = None
    world_counts: bool = False
    coding_counts: bool = False
    said: str = ""

    def in_points(self, digits: int = 1) -> tuple[str, str, str] | None:
        """Print total, world and coding in points, so that the printed ones add up; None where a part is missing.

        Total and coding are rounded, and the world has what is left: it may differ from its own rounding by one in the last place.
        """
        if self.total is None or self.world is None or self.coding is None:
            return None
        total, coding = (Decimal(fixed(100 * each.share, digits)) for each in (self.total, self.coding))
        return (signed_points(total), signed_points(total - coding), signed_points(coding))


@dataclass(frozen=True, slots=True)
class BridgeRow:
    """One theme or net of today's codeframe, by column."""

    theme: str
    name: str
    depth: int
    net: bool
    reserved: str
    cells: tuple[Parts, ...]


@dataclass(frozen=True, slots=True)
class Bridge:
    """A question's changes in two parts, by the columns of a banner, the total first.

    read   how many answers of OLD were read twice, at most, in any cell
    told   how the parts were found, for the foot of the table; `notes` what a reader must know besides
    raw    whether codes count as machines gave them, and not as an audit corrects them
    """

    question: str
    title: str
    banner: str
    columns: tuple[str, ...]
    rows: tuple[BridgeRow, ...]
    read: int
    told: str
    notes: tuple[str, ...] = ()
    raw: bool = False

    def row(self, theme: str) -> BridgeRow:
        """The row of this slug; raises KeyError."""
        return {row.theme: row for row in self.rows}[theme]
