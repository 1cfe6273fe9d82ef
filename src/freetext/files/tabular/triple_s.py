"""Triple-S: what the two files of a survey say, the XML of variables and the data beside it.

The standard: https://triple-s.org/ (Triple-S XML 2.0, 2006; 3.0, 2017). What is written is common to both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

SssType = Literal["single", "multiple", "quantity", "character", "logical", "date", "time"]
TYPES: tuple[str, ...] = get_args(SssType)
Version = Literal["2.0", "3.0"]
VERSIONS: tuple[str, ...] = get_args(Version)
GUARDED = "formulas guarded"
"""What the origin says of data whose texts got an apostrophe in front of what a spreadsheet would run."""


@dataclass(frozen=True, slots=True)
class SssVariable:
    """One variable.

    start, finish  the field of a CSV (both the same, from 1), or the first and the last character of a fixed record
    values         (code, label) of a single or a multiple; of a quantity those that have a label
    literal        codes are texts, padded, and no numbers
    spread         fields and their width, where a multiple lists its codes; else it has one character a code
    size           characters of a text
    range          the least and the greatest a quantity can be, as they are written
    use            serial or weight, or nothing
    """

    name: str
    type: SssType
    label: str
    start: int
    finish: int
    values: tuple[tuple[str, str], ...] = ()
    literal: bool = False
    spread: tuple[int, int] | None = None
    size: int = 0
    range: tuple[str, str] | None = None
    use: str = ""


@dataclass(frozen=True, slots=True)
class SssSurvey:
    """What the XML says: the variables, in order, and how the data is laid out."""

    version: str
    name: str
    title: str
    variables: tuple[SssVariable, ...]
    csv: bool = True
    skip: int = 1
    origin: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class SssColumn:
    """A variable's cells as the data holds them; an empty text is a missing value."""

    variable: SssVariable
    cells: Sequence[str]

    @property
    def quoted(self) -> bool:
        """Whether the standard wants the cells in double quotes: texts, and ones and zeros that could be taken for a number."""
        return self.variable.type in ("character", "multiple") or self.variable.literal
