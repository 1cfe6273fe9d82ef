"""Back-coding: an "Other" text that means a listed option moves to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from freetext.errors import InputError, did_you_mean, quoted, rows_listed
from freetext.survey.questionnaire import Move
from freetext.tallies.bases import FIRST_ROW


@dataclass(frozen=True, slots=True)
class Backcoded:
    """A closed question's values after the moves, in the respondents' order, and the moves in theirs: the trace."""

    values: tuple[str, ...]
    moves: tuple[Move, ...]


def apply_moves(
    values: Sequence[str],
    ids: Sequence[str],
    moves: Sequence[Move],
    *,
    first_row: int = FIRST_ROW,
    file: object = None,
) -> Backcoded:
    """Move answers of one closed question from one option to another; the base stays what it was.

    `values` and `ids` have one entry a respondent. Raises InputError, with the row of the move in its own list (`file`), when
    a move names an id that is not there or stands twice, an option that is not what the respondent said, or a blank.
    """
    found = list(values)
    places = _places(ids)
    for row, move in enumerate(moves, start=first_row):
        place = _place(move, places, ids, row, file)
        found[place] = _moved(found[place], move, row, file)
    return Backcoded(tuple(found), tuple(moves))


def _places(ids: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, each in enumerate(ids):
        places.setdefault(each.strip(), []).append(place)
    return places


def _place(move: Move, places: dict[str, list[int]], ids: Sequence[str], row: int, file: object) -> int:
    """Find the one respondent whom a move is about."""
    here = places.get(move.id.strip(), [])
    if not here:
        raise InputError(
            f"no respondent {quoted(move.id)} in {quoted(move.question)}.",
            file=file,
            row=row,
            remedy=did_you_mean(move.id, ids),
        )
    if len(here) > 1:
        rows = rows_listed([place + FIRST_ROW for place in here])
        raise InputError(f"respondent {quoted(move.id)} stands {len(here)} times (rows {rows}).", file=file, row=row)
    return here[0]


def _moved(value: str, move: Move, row: int, file: object) -> str:
    """Return the option that stands in a cell after the move."""
    old, new = move.from_.strip(), move.to.strip()
    if not old or not new:
        raise InputError("a move needs an option it comes from and one it goes to.", file=file, row=row)
    if value.strip() != old:
        said = f"said {quoted(value.strip())}" if value.strip() else "said nothing"
        what = f"respondent {quoted(move.id)} {said} to {quoted(move.question)}, not {quoted(old)}."
        raise InputError(what, file=file, row=row)
    return new
