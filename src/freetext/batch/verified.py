"""What must hold before a folder is called whole: as many rows out as in, and no answer twice over all parts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from freetext.batch.hash_files import Hashes, HashFile, doubled, hash_file
from freetext.batch.rows import Row
from freetext.batch.work import Order, opened
from freetext.errors import InputError, quoted
from freetext.files.disk.addresses import joined, open_binary
from freetext.files.parts.id_hashes import Found, found_again
from freetext.files.tabular.row_groups import held_rows
from freetext.files.tabular.streams import count_rows, open_stream

if TYPE_CHECKING:
    from freetext.batch.parts import Part

MOST = 1_000
"""Suspected doubles that are looked up in their files; the message counts the rest."""


def check_rows(rows: Sequence[Row], out: str) -> None:
    """See that each output holds as many rows as its part; raises InputError, which names the part.

    Of Parquet the foot says so; a text file is read from end to end.
    """
    for row in rows:
        place = joined(out, row.file)
        if (held := _rows_in(place)) != row.rows:
            counted = "is damaged" if held is None else f"holds {held:,} rows"
            raise InputError(
                f"{counted}, and {row.source} has {row.rows:,}.",
                file=place,
                remedy="Remove the file, and run the same command again.",
            )


def _rows_in(place: str) -> int | None:
    """How many rows an output holds; None for one that is damaged."""
    if place.endswith(".parquet"):
        return held_rows(place)
    with open_binary(place) as handle:
        if not handle.read(1):
            return None
    try:
        return count_rows(open_stream(place, encoding="utf-8", delimiter=","))
    except InputError as error:
        if error.row is None:  # the place cannot be read; what is wrong with a row is damage
            raise
        return None


def check_ids(parts: Sequence[Part], order: Order, out: str) -> None:
    """See that no (id, question) stands twice in any two parts, or in one; raises InputError with both places.

    Hashes are merged bucket by bucket, so that memory does not grow with the answers; what two of them share is looked up in
    the files, for two ids can have one hash.
    """
    if not order.plan.id:
        return
    with tempfile.TemporaryDirectory(prefix="freetext-") as folder:
        held = {part.source: hash_file(out, part.key, Path(folder)) for part in parts}
        suspects = doubled(list(held.values()))
        if not len(suspects):
            return
        _look_up(parts, held, suspects[:MOST], len(suspects), order)


def _look_up(parts: Sequence[Part], held: Mapping[str, HashFile], suspects: Hashes, count: int, order: Order) -> None:
    """Read the ids of the parts that hold a suspect; raises InputError for the first answer that does stand twice."""
    first: dict[tuple[str, str], tuple[Part, int]] = {}
    for part in parts:
        if not held[part.source].holds(suspects):
            continue
        for found in _found(part, suspects, order):
            earlier = first.setdefault((found.id, found.question), (part, found.row))
            if earlier != (part, found.row):
                raise _double(found, earlier, (part, found.row), count)


def _found(part: Part, suspects: Hashes, order: Order) -> Iterator[Found]:
    plan = order.plan
    with opened(part, order) as stream:
        yield from found_again(stream, suspects, id=plan.id, question=plan.question, questions=plan.questions)


def _double(found: Found, one: tuple[Part, int], other: tuple[Part, int], count: int) -> InputError:
    asked = f" to question {quoted(found.question)}" if found.question else ""
    more = f" (and {count - 1:,} more)" if count > 1 else ""
    return InputError(
        f"id {quoted(found.id)}{asked} stands in {one[0]}, row {one[1]:,}, and in {other[0]}, row {other[1]:,}{more}.",
        remedy="Name the column that tells them apart with --question, a unique one with --id (and the person with "
        "--respondent), or remove the repeats; then run the same command again.",
    )
