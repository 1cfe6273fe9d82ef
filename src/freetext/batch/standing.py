"""What stands in an output folder: swept and written down before a run, checked and sealed behind it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace

from freetext.batch.keys import FRAME, LOCK, PART, TEMPORARY, file_of, key_in, owned
from freetext.batch.manifest import Entry, Manifest, ModelNote, read_manifest, write_manifest
from freetext.batch.plans import Plan, stands
from freetext.batch.reports import FailedPart
from freetext.batch.rows import Row, read_row
from freetext.batch.verified import check_ids, check_rows
from freetext.batch.work import Order
from freetext.errors import MissingFile, OutputError
from freetext.files.coding.tallied import Counts
from freetext.files.disk.addresses import exists, joined, listed, remove, write_bytes
from freetext.files.parts.coded_folders import INSIDE, MANIFEST, SUCCESS

FORMAT = 1

GONE = "its output, or what stands beside it, was removed while the run was under way. Run the same command again."


@dataclass(frozen=True, slots=True)
class Ground:
    """What a run finds in an output folder: its manifest, and the names of the files that are meant to stay."""

    manifest: Manifest | None
    names: frozenset[str]


def ground_of(out: str, *, force: bool) -> Ground:
    """Look at an output folder; with `force` nothing in it counts. Raises OutputError for one that is not ours and holds anything."""
    names = standing_files(out)
    if "" in names:
        raise OutputError(out, "is a file, and coded parts need a folder; name an empty folder, or a new one.")
    foreign = sorted(name for name in names if not owned(name))
    if MANIFEST not in names and foreign:
        raise OutputError(
            out,
            f"is not empty and is no output folder of freetext ({foreign[0]} stands there); name an empty folder, or a new one.",
        )
    if force:
        return Ground(None, frozenset())
    staying = frozenset(name for name in names if name != LOCK and not TEMPORARY.fullmatch(name))
    return Ground(read_manifest(out) if MANIFEST in names else None, staying)


def standing_files(out: str) -> set[str]:
    """Return the names of the files below an output folder."""
    with suppress(MissingFile):
        start = len(joined(out, "x")) - 1
        return {place[start:].replace("\\", "/") for place in listed(out, deep=True)}
    return set()


def standing_parts(out: str, plan: Plan) -> int:
    """Count the parts of a plan whose outputs stand."""
    there = standing_files(out)
    return sum(file_of(part.number, part.key, plan.manifest.ending) in there for part in plan.parts)


def begin(out: str, plan: Plan, before: Manifest | None, order: Order, *, force: bool) -> None:
    """Sweep what dead runs left, take the folder's seal off where anything will change, and write down what shall stand."""
    if force:
        for name in sorted(standing_files(out)):
            if owned(name) and name != LOCK:
                remove(joined(out, name))
    sweep(out)
    told = None if before is None else replace(before, looked=plan.manifest.looked)
    if plan.due or told is None or {each.key for each in told.parts} != {each.key for each in plan.manifest.parts}:
        remove(joined(out, SUCCESS))
    if told != plan.manifest:
        write_manifest(plan.manifest, out)
    for note in order.models:
        name = joined(out, _frame_file(note))
        if not exists(name):
            write_bytes(order.frames[note.path].encode(), name)


def _frame_file(note: ModelNote) -> str:
    return f"{INSIDE}/codeframe-{note.codeframe}.toml"


def sweep(out: str) -> None:
    """Remove what a run that died, or was interrupted, had begun to write."""
    for name in standing_files(out):
        if TEMPORARY.fullmatch(name):
            remove(joined(out, name))


def finish(
    out: str, plan: Plan, order: Order, failed: Sequence[FailedPart]
) -> tuple[tuple[Row, ...], tuple[FailedPart, ...]]:
    """Check what stands, remove what nothing asks for any more, and seal the folder where it is whole.

    Gives the rows of the parts that stand, and all parts that failed: those too that should stand and do not.
    """
    names = standing_files(out)
    manifest = plan.manifest
    there = [each for each in manifest.parts if stands(each.number, each.key, order.ending, order.by_products, names)]
    rows = tuple(read_row(out, each.key) for each in there)
    failed = (*failed, *_gone(plan, {each.key for each in there}, failed))
    if failed:
        remove(joined(out, SUCCESS))
    elif SUCCESS not in names:
        check_rows(rows, out)
        check_ids(plan.parts, order, out)
        write_bytes(_sealed(manifest, rows), joined(out, SUCCESS))
    for name in _old(names, manifest, there):
        remove(joined(out, name))
    return rows, failed


def _gone(plan: Plan, there: Collection[str], failed: Sequence[FailedPart]) -> Iterator[FailedPart]:
    """Name the parts that nobody told of, and that do not stand."""
    told = {each.part for each in failed}
    for part in plan.parts:
        if part.key not in there and str(part) not in told:
            yield FailedPart(str(part), GONE)


def _old(names: Iterable[str], manifest: Manifest, there: Sequence[Entry]) -> list[str]:
    """Name our files that nothing asks for: of a part that failed the earlier output stays, until a new one stands."""
    keys, stand = {each.key for each in manifest.parts}, {each.number for each in there}
    waiting = {each.number for each in manifest.parts} - stand
    outputs = {name: int(name[5:].partition(".")[0]) for name in names if PART.fullmatch(name)}
    kept = keys | {key_in(name) for name, number in outputs.items() if number in waiting}
    frames = {_frame_file(note) for note in manifest.models}
    old = [name for name in names if key_in(name) and key_in(name) not in kept]
    return old + [name for name in names if FRAME.fullmatch(name) and name not in frames]


def _sealed(manifest: Manifest, rows: Sequence[Row]) -> bytes:
    """Write what a whole folder holds: totals, counts of themes, models, and its parts in order."""
    counts = Counts()
    for row in rows:
        counts.merge(row.counts)
    parts = [{"file": row.file, "key": row.key, "source": row.source, "rows": row.rows} for row in rows]
    told = {
        "format": FORMAT,
        "source": manifest.source,
        "rows": sum(row.rows for row in rows),
        **asdict(counts.summary),
        "models": [asdict(note) for note in manifest.models],
        "settings": dict(manifest.settings),
        "columns": list(rows[0].columns) if rows else [],
        "parts": parts,
    }
    return (json.dumps(told, indent=1, ensure_ascii=True) + "\n").encode()
