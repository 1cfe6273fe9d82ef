"""The driver: what is due is coded, by whatever runs it, and what stands is checked before it is called whole."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from freetext.batch.keys import owned
from freetext.batch.lock import FolderLock, folder_lock
from freetext.batch.manifest import Entry, Manifest, read_manifest
from freetext.batch.parts import RANGE_ROWS, Part, listing_of
from freetext.batch.plans import Plan, planned
from freetext.batch.reports import FailedPart, Report, report_of
from freetext.batch.rows import Row, read_row
from freetext.batch.schedulers import run_parts
from freetext.batch.standing import begin, finish, standing_files, sweep
from freetext.batch.verified import read_hashes
from freetext.batch.work import Order, code_partition, decided_on
from freetext.errors import OutputError
from freetext.files.addresses import is_address, joined, make_folder
from freetext.files.coded_folders import INSIDE, MANIFEST


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how it goes: of the plan before anything is done, and of each part that is."""

    begun: Callable[[Plan], None] = lambda _plan: None
    done: Callable[[Part, Row], None] = lambda _part, _row: None


@dataclass(frozen=True, slots=True)
class How:
    """By whom parts are coded, and which of them.

    workers     processes of this machine
    scheduler   `local` or the address of a Dask cluster; empty for none
    recode      those too that an earlier model coded
    force       the folder is begun anew
    dry_run     nothing is written
    range_rows  about so many rows of a large Parquet file are a part
    """

    workers: int = 1
    scheduler: str = ""
    recode: bool = False
    force: bool = False
    dry_run: bool = False
    range_rows: int = RANGE_ROWS


def run_folder(
    source: str, out: str, order_for: Callable[[Sequence[Part]], Order], how: How, watch: Watch | None = None
) -> Report:
    """Code what is due of a source into the folder `out`, and see that it is whole; see `code_folder`.

    `order_for` makes the order when the parts are known.
    """
    watch, out = watch or Watch(), out.rstrip("/") if is_address(out) else out
    before = _before(out, force=how.force)
    looked = time.time_ns()
    listing = listing_of(source, out=out, range_rows=how.range_rows, known=before.known if before else None)
    order = order_for(listing.parts)
    there = set() if how.force else standing_files(out)
    place = source_of(source)
    plan = planned(
        listing.parts,
        order,
        source=place,
        looked=looked,
        before=before,
        there=there,
        touched=partial(_touched, out, order),
        recode=how.recode,
    )
    watch.begun(plan)
    if how.dry_run:
        return report_of(out, plan, order, (), (), listing.others)
    make_folder(joined(out, INSIDE))
    with folder_lock(out) as lock:
        begin(out, plan, before, order, force=how.force)
        try:
            failed = _code(plan.due, order, out, how, watch, lock)
        finally:
            sweep(out)
        rows = finish(out, plan, order, failed)
    return report_of(out, plan, order, failed, rows, listing.others)


def _touched(out: str, order: Order, entry: Entry, part: Part) -> bool:
    """Whether people's decisions on the answers of a part that stands are others than when it was coded."""
    hashes = read_hashes(out, entry.key) if order.plan.id else None
    return read_row(out, entry.key).decided != decided_on(order.labels, part.stem, hashes)


def source_of(source: str) -> str:
    """Say what is coded so that it means the same from any folder."""
    return source if is_address(source) else str(Path(source).absolute())


def _before(out: str, *, force: bool) -> Manifest | None:
    """Read the manifest that stands; refuse a folder that is not ours and holds anything."""
    names = standing_files(out)
    if MANIFEST not in names:
        foreign = sorted(name for name in names if not owned(name))
        if foreign:
            raise OutputError(
                out,
                f"is not empty and is no output folder of freetext ({foreign[0]} stands there); name an empty folder, or a new one.",
            )
        return None
    return None if force else read_manifest(out)


def _code(
    due: Sequence[Part], order: Order, out: str, how: How, watch: Watch, lock: FolderLock
) -> tuple[FailedPart, ...]:
    """Code what is due; what fails is tried once more."""

    def done(part: Part, row: Row) -> None:
        lock.refresh()
        watch.done(part, row)

    work = partial(code_partition, order=order, out=out)
    left = list(due)
    failures = []
    for _ in range(2):
        if not left:
            break
        failures = run_parts(left, work, workers=how.workers, scheduler=how.scheduler, on_done=done)
        left = [each.part for each in failures]
    return tuple(FailedPart(str(each.part), each.what) for each in failures)
