"""What must hold before a folder is called whole: as many rows out as in, and no answer twice over all parts."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from freetext.batch.keys import beside
from freetext.batch.rows import Row
from freetext.batch.work import Order, opened
from freetext.errors import InputError, quoted
from freetext.files.addresses import is_address, joined, read_bytes
from freetext.files.id_hashes import Found, found_again
from freetext.files.row_groups import row_groups

if TYPE_CHECKING:
    from freetext.batch.parts import Part

Hashes = NDArray[np.uint64]

BUCKET = 4_000_000
"""Hashes that are sorted at once: 32 MB, however many answers there are."""

MOST = 1_000
"""Suspected doubles that are looked up in their files; the message counts the rest."""


def check_rows(rows: Sequence[Row], out: str) -> None:
    """See that each Parquet output holds as many rows as its part; raises InputError, which names the part."""
    for row in rows:
        if row.file.endswith(".parquet") and (held := sum(row_groups(joined(out, row.file)))) != row.rows:
            raise InputError(
                f"holds {held:,} rows, and {row.source} has {row.rows:,}.",
                file=joined(out, row.file),
                remedy="Remove the file, and run the same command again.",
            )


def check_ids(parts: Sequence[Part], order: Order, out: str) -> None:
    """See that no (id, question) stands twice in any two parts, or in one; raises InputError with both places.

    Hashes are merged bucket by bucket, so that memory does not grow with the answers; what two of them share is looked up in
    the files, for two ids can have one hash.
    """
    if not order.plan.id:
        return
    with tempfile.TemporaryDirectory(prefix="freetext-") as folder:
        held = {part.source: _hashes(out, part.key, Path(folder)) for part in parts}
        suspects = doubled(list(held.values()))
        if not len(suspects):
            return
        _look_up(parts, held, suspects[:MOST], len(suspects), order)


def doubled(held: Sequence[Hashes], bucket: int = BUCKET) -> Hashes:
    """Return the hashes that stand more than once in sorted arrays, sorted; about `bucket` of them are in memory at once."""
    total = sum(map(len, held))
    bits = max(total // max(bucket, 1), 0).bit_length()
    found = [_doubled_in(held, number, bits) for number in range(1 << bits)]
    return np.concatenate(found) if found else np.empty(0, np.uint64)


def _doubled_in(held: Sequence[Hashes], number: int, bits: int) -> Hashes:
    """Return what is doubled among the hashes whose first `bits` bits are this number."""
    low, high = number << (64 - bits), (number + 1) << (64 - bits)
    slices = []
    for each in held:
        begin = np.searchsorted(each, np.uint64(low)) if number else 0
        end = np.searchsorted(each, np.uint64(high)) if high < 1 << 64 else len(each)
        slices.append(each[begin:end])
    whole = np.sort(np.concatenate(slices)) if slices else np.empty(0, np.uint64)
    return np.unique(whole[1:][whole[1:] == whole[:-1]])


def read_hashes(out: str, key: str) -> Hashes:
    """Read a part's sorted hashes of its answers; raises InputError for a damaged file."""
    place = joined(out, beside(key, ".ids.npy"))
    return _loaded(io.BytesIO(read_bytes(place)), place)


def _hashes(out: str, key: str, folder: Path) -> Hashes:
    """Open a part's hashes without reading them; those that stand elsewhere are fetched first."""
    place = joined(out, beside(key, ".ids.npy"))
    local = Path(place)
    if is_address(place):
        local = folder / f"{key}.npy"
        local.write_bytes(read_bytes(place))
    return _loaded(local, place)


def _loaded(held: Path | io.BytesIO, place: str) -> Hashes:
    try:
        hashes: Hashes = np.load(held, mmap_mode="r" if isinstance(held, Path) else None, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise InputError("is damaged.", file=place, remedy="Remove it, and run the same command again.") from error
    return hashes


def _look_up(parts: Sequence[Part], held: Mapping[str, Hashes], suspects: Hashes, count: int, order: Order) -> None:
    """Read the ids of the parts that hold a suspect; raises InputError for the first answer that does stand twice."""
    first: dict[tuple[str, str], tuple[Part, int]] = {}
    for part in parts:
        if not _holds(held[part.source], suspects):
            continue
        for found in _found(part, suspects, order):
            earlier = first.setdefault((found.id, found.question), (part, found.row))
            if earlier != (part, found.row):
                raise _double(found, earlier, (part, found.row), count)


def _found(part: Part, suspects: Hashes, order: Order) -> Iterator[Found]:
    plan = order.plan
    with opened(part, order) as stream:
        yield from found_again(stream, suspects, id=plan.id, question=plan.question, questions=plan.questions)


def _holds(hashes: Hashes, suspects: Hashes) -> bool:
    places = np.searchsorted(hashes, suspects)
    inside = places < len(hashes)
    return bool((hashes[places[inside]] == suspects[inside]).any())


def _double(found: Found, one: tuple[Part, int], other: tuple[Part, int], count: int) -> InputError:
    asked = f" to question {quoted(found.question)}" if found.question else ""
    more = f" (and {count - 1:,} more)" if count > 1 else ""
    return InputError(
        f"id {quoted(found.id)}{asked} stands in {one[0]}, row {one[1]:,}, and in {other[0]}, row {other[1]:,}{more}.",
        remedy="Name the column that tells them apart with --question, a unique one with --id (and the person with "
        "--respondent), or remove the repeats; then run the same command again.",
    )
