"""Back-coding: an "Other" text that means a listed option moves to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from freetext.errors import InputError, did_you_mean, quoted, rows_listed
from freetext.survey.codeframe import fold
from freetext.survey.questionnaire import Move
from freetext.survey.several import is_ticked, parts_of
from freetext.tallies.bases import FIRST_ROW


@dataclass(frozen=True, slots=True)
class Backcoded:
    """A closed question's values after the moves, in the respondents' order, and the moves in theirs: the trace."""

    values: tuple[str, ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class BackcodedColumns:
    """The same for a question of one 0/1 column an option; options that moves brought stand before the one they came from."""

    columns: Mapping[str, tuple[str, ...]]
    moves: tuple[Move, ...]


def apply_moves(
    values: Sequence[str],
    ids: Sequence[str],
    moves: Sequence[Move],
    *,
    separator: str = "",
    options: Sequence[str] = (),
    first_row: int = FIRST_ROW,
    file: object = None,
) -> Backcoded:
    """Move answers of one closed question from one option to another; the base stays what it was.

    `values` and `ids` have one entry a respondent. With a `separator` a value joins several options, and so may `to`: they take the
    place of the one that is left, each once. Options that differ only in case and spaces are the same.
    Raises InputError, with the row of the move in its own list (`file`; counted from `first_row` where the move does not say), when
    a move names an id that is not there or stands twice, an option that is not what the respondent said, or a blank.
    """
    found = list(values)
    places = _places(ids)
    for row, move in _rows(moves, first_row):
        place = _place(move, places, ids, row, file)
        said = parts_of(found[place], separator, options)
        _check(move, said, row, file)
        found[place] = (separator or ";").join(_moved(said, move, separator, options))
    return Backcoded(tuple(found), tuple(moves))


def apply_column_moves(
    columns: Mapping[str, Sequence[str]],
    ids: Sequence[str],
    moves: Sequence[Move],
    *,
    separator: str = ";",
    first_row: int = FIRST_ROW,
    file: object = None,
) -> BackcodedColumns:
    """The same for one 0/1 column an option: the tick goes from one column to another, or to several joined by `separator`.

    An option without a column gets one, in which whoever answered has 0. Raises InputError as `apply_moves` does.
    """
    found = {option: list(cells) for option, cells in columns.items()}
    places = _places(ids)
    for row, move in _rows(moves, first_row):
        place = _place(move, places, ids, row, file)
        said = [option for option, cells in found.items() if is_ticked(cells[place], option)]
        _check(move, said, row, file)
        left = _spelled(move.from_, found)
        found[left][place] = "0"
        for option in parts_of(move.to, separator, tuple(found)):
            if _spelled(option, found) not in found:
                found = _with_column(found, option, before=left)
            found[_spelled(option, found)][place] = "1"
    return BackcodedColumns({option: tuple(cells) for option, cells in found.items()}, tuple(moves))


def _rows(moves: Sequence[Move], first_row: int) -> Iterator[tuple[int, Move]]:
    """Each move with its row in the list that it came from."""
    yield from ((move.row or row, move) for row, move in enumerate(moves, start=first_row))


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


def _check(move: Move, said: Sequence[str], row: int, file: object) -> None:
    """Refuse a move of what a respondent did not say, and one that says too little."""
    if not move.from_.strip() or not move.to.strip():
        raise InputError("a move needs an option it comes from and one it goes to.", file=file, row=row)
    if fold(move.from_) not in map(fold, said):
        told = f"said {' and '.join(map(quoted, said))}" if said else "said nothing"
        what = f"respondent {quoted(move.id)} {told} to {quoted(move.question)}, not {quoted(move.from_.strip())}."
        raise InputError(what, file=file, row=row)


def _moved(said: Sequence[str], move: Move, separator: str, options: Sequence[str]) -> list[str]:
    """Return the options of a cell after the move, each once."""
    left = fold(move.from_)
    now = [new for old in said for new in (parts_of(move.to, separator, options) if fold(old) == left else [old])]
    first: dict[str, str] = {}
    for option in now:
        first.setdefault(fold(option), option)
    return list(first.values())


def _spelled(option: str, known: Collection[str]) -> str:
    """An option as the columns spell it."""
    return next((each for each in known if fold(each) == fold(option)), option)


def _with_column(columns: Mapping[str, list[str]], option: str, *, before: str) -> dict[str, list[str]]:
    """Put a column of no ticks before another one; who answered nothing has a blank there too."""
    rows = zip(*columns.values(), strict=True)
    fresh = ["0" if any(cell.strip() for cell in row) else "" for row in rows]
    found: dict[str, list[str]] = {}
    for name, cells in columns.items():
        if name == before:
            found[option] = fresh
        found[name] = cells
    return found
