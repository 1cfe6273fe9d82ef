"""The driver: what is due is coded, by whatever runs it, and what stands is checked before it is called whole."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from freetext.batch.hash_files import read_hashes
from freetext.batch.lock import FolderLock, folder_lock
from freetext.batch.manifest import Entry
from freetext.batch.parts import RANGE_ROWS, Part, listing_of, ranged
from freetext.batch.plans import Plan, planned
from freetext.batch.reports import FailedPart, Report, report_of
from freetext.batch.rows import Row, read_row
from freetext.batch.schedulers import run_parts
from freetext.batch.standing import Ground, begin, finish, ground_of, sweep
from freetext.batch.work import Order, check_part, code_partition, decided_on
from freetext.errors import InputError
from freetext.files.disk.addresses import is_address, joined, make_folder
from freetext.files.parts.coded_folders import INSIDE


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
    dry_run     nothing is written; parts are opened and their columns looked at
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
    ground = ground_of(out, force=how.force)
    draft = _drafted(source, out, order_for, how, ground)
    if how.dry_run:
        watch.begun(draft.plan)
        return report_of(out, draft.plan, draft.order, _looked_over(draft), (), draft.others)
    make_folder(joined(out, INSIDE))
    with folder_lock(out) as lock:
        now = ground_of(out, force=how.force)
        if now != ground:  # another run was at work between the look and the lock
            ground, draft = now, _drafted(source, out, order_for, how, now)
        watch.begun(draft.plan)
        rows, failed = _driven(out, draft, ground, how, watch, lock)
    return report_of(out, draft.plan, draft.order, failed, rows, draft.others)


@dataclass(frozen=True, slots=True)
class _Draft:
    """What is to be done, as of one look at source and folder; `others` are tables that are no parts."""

    plan: Plan
    order: Order
    others: tuple[str, ...]


def _drafted(source: str, out: str, order_for: Callable[[Sequence[Part]], Order], how: How, ground: Ground) -> _Draft:
    """Look at the source, and plan; nothing is written."""
    place, before = source_of(source), ground.manifest
    looked = time.time_ns()
    known = before.known if before and before.source == place else None
    listing = listing_of(source, out=out, known=known)
    order = order_for(listing.parts)
    plan = planned(
        ranged(listing.parts, how.range_rows, order.sums.respondent if order.sums else ""),
        order,
        source=place,
        looked=looked,
        before=before,
        there=ground.names,
        touched=partial(_touched, out, order),
        recode=how.recode,
    )
    return _Draft(plan, replace(order, plan=replace(order.plan, named=plan.manifest.named)), listing.others)


def _looked_over(draft: _Draft) -> tuple[FailedPart, ...]:
    """Open each part that is due, and name those that cannot be coded."""
    failed = []
    for part in draft.plan.due:
        try:
            check_part(part, draft.order)
        except InputError as error:
            failed.append(FailedPart(str(part), str(error)))
    return tuple(failed)


def _driven(
    out: str, draft: _Draft, ground: Ground, how: How, watch: Watch, lock: FolderLock
) -> tuple[tuple[Row, ...], tuple[FailedPart, ...]]:
    """Do what is due, and see that the folder is whole; a folder that another run has taken over is left as it is."""
    begin(out, draft.plan, ground.manifest, draft.order, force=how.force)
    try:
        failed = _code(draft.plan.due, draft.order, out, how, watch, lock)
        lock.look()
    finally:
        if not lock.lost:
            sweep(out)
    return finish(out, draft.plan, draft.order, failed)


def _touched(out: str, order: Order, entry: Entry, part: Part) -> bool:
    """Whether people's decisions on the answers of a part that stands are others than when it was coded."""
    hashes = read_hashes(out, entry.key) if order.plan.id else None
    return read_row(out, entry.key).decided != decided_on(order.labels, part.stem, hashes)


def source_of(source: str) -> str:
    """Say what is coded so that it means the same from any folder."""
    return source if is_address(source) else str(Path(source).absolute())


def _code(
    due: Sequence[Part], order: Order, out: str, how: How, watch: Watch, lock: FolderLock
) -> tuple[FailedPart, ...]:
    """Code what is due; what fails is tried once more."""

    def done(part: Part, row: Row) -> None:
        lock.check()
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
