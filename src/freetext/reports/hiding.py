"""What a disclosure profile leaves of numbers that stand in no protected table."""

from __future__ import annotations

from freetext.reports.figures import standing
from freetext.tallies.conventions import Profile
from freetext.tallies.profiles import RULES
from freetext.tallies.rounding import count
from freetext.tallies.table import CellCount, TallyTable


def told_by(profile: Profile, *counts: int) -> bool:
    """Whether a cross of respondents may be told, from the counts of all its fields: none of them is small, nor empty.

    An empty field is refused too: it says of everybody in its margin what they are.
    """
    return not profile or min(counts) >= RULES[profile].least


def at_most(profile: Profile, number: int) -> str:
    """Write a number of answers as the profile prints it: a small one only as "fewer than 8"."""
    if profile and 0 < number < RULES[profile].least:
        return f"fewer than {RULES[profile].least}"
    return count(rounded(profile, number))


def rounded(profile: Profile, number: int) -> int:
    """Return a count as the profile prints it."""
    return RULES[profile].printed(number) if profile else number


def cell_at(table: TallyTable, theme: str, column: str = "") -> CellCount | None:
    """Return a row's cell in a column (the total without a name), or None where the table has none."""
    row = next((each for each in table.rows if each.theme == theme), None)
    place = next(
        (place for place, each in enumerate(table.columns) if place and each.name == column), None if column else 0
    )
    return None if row is None or place is None else row.cells[place]


def quotable(cell: CellCount | None, profile: Profile) -> bool:
    """Whether those who stand in a cell may be quoted: its number is told, and large enough for the profile."""
    if cell is None or standing(cell) == "hidden" or not cell.count:
        return False
    return told_by(profile, cell.count)
