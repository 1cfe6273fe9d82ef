"""How a survey's tables are made: what analysts agree on before they look at a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Correction = Literal["bh", "bonferroni", "none"]
CORRECTIONS: tuple[str, ...] = get_args(Correction)

Order = Literal["codeframe", "size", "name"]
ORDERS: tuple[str, ...] = get_args(Order)

Profile = Literal["", "nhs", "ons10"]
PROFILES: tuple[str, ...] = ("nhs", "ons10")


@dataclass(frozen=True, slots=True)
class Conventions:
    """The conventions of a table; the defaults show everything and correct letters for their number.

    population   how many there are of whom the respondents are a sample; None for an endless population. With it the sampling
                 interval has its finite-population correction; where everybody answered, it has no width
    letters      whether the columns of a banner are tested against each other
    lower        whether differences at 90 % get a lower-case letter
    total        whether columns are tested against the total too (letter `T`... on the cell that differs)
    correction   for the number of comparisons in one table: Benjamini-Hochberg, Bonferroni a row, or none
    nets         whether nets are among the comparisons
    least_base   a column with a smaller (effective) base is not tested
    publication  whether percentages of a base under 30 are printed as `**`
    order        of the rows: the codeframe's, by size in the total, by name; reserved codes stay last and children below their net
    top          how many nets and themes to show at most, the largest; reserved codes stay besides; 0 for all
    hide_below   rows whose total share is below this (0..1) are left out
    disclosure   a profile that protects small counts
    """

    population: int | None = None
    letters: bool = True
    lower: bool = False
    total: bool = False
    correction: Correction = "bh"
    nets: bool = True
    least_base: int = 30
    publication: bool = False
    order: Order = "codeframe"
    top: int = 0
    hide_below: float = 0.0
    disclosure: Profile = ""
