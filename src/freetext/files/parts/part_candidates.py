"""Candidates for a review that leave a partition while it is coded, and those of all partitions put together.

One pass, flat memory: what is kept is the start of orders that each answer has by itself (see `review.candidates`), so the candidates
of the whole are among those of its parts.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from freetext.errors import InputError, quoted
from freetext.files.coding.candidate_offers import (
    Offer,
    about_lane,
    arrow_of,
    asked_rows,
    batch_at,
    encoded,
    offer_of,
    once,
)
from freetext.files.coding.candidate_rows import (
    DIGEST,
    DRAW,
    ID,
    PART,
    PLACE,
    Chosen,
    Kept,
    Lane,
    Sizes,
    chance_of,
    choose,
    joined,
    laned,
    rows_kept,
    whys,
)
from freetext.files.coding.coded_batches import CodedBatch, ids_of
from freetext.files.parts.candidate_checks import check_columns, lane_of, sizes_of, unpacked_table
from freetext.review.audit import Digests, digests_of, draws_of
from freetext.review.candidates import ALL, Bar, audit_limit, likely, places_for, wanted
from freetext.survey.answers import BoolArray, IntArray

if TYPE_CHECKING:
    import pyarrow as pa


FORMAT = 1
NOTE = b"freetext.candidates"
"""What our notes are called in the Parquet file."""

ROOM = 3
"""How many times more rows than are wanted are held before they are looked through."""


QUEUE, AUDIT = 2_000, 2_000
"""Candidates, where nobody asks for more."""

TOGETHER = 100_000
"""Rows of several partitions that are looked through at once."""

MOST = 2**31
"""More candidates than anybody asks for."""


@dataclass(frozen=True, slots=True)
class TopPlan:
    """Which candidates leave a partition.

    salt        the project's key: respondents' permanent random numbers are made with it
    queue       candidates of the queue, for each column of verbatims
    audit       answers of the random audit, for each question
    id          the column of ids; empty: STEM:ROW
    respondent  the column of respondents; empty: the ids
    """

    salt: str = ""
    queue: int = QUEUE
    audit: int = AUDIT
    id: str = ""
    respondent: str = ""

    @property
    def sizes(self) -> Sizes:
        """How many are kept."""
        return Sizes(self.queue, self.audit)


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Candidates of a partition, or of several: rows as coded, with our columns about them (`candidate_rows`), and what is known of the lanes."""

    table: pa.Table
    lanes: Mapping[Lane, Kept]
    sizes: Sizes

    def chosen(self) -> dict[Lane, Chosen]:
        """What each lane's candidates are for."""
        return {lane: choose(laned(self.table, lane), kept, self.sizes) for lane, kept in self.lanes.items()}

    def packed(self) -> bytes:
        """The candidates as a Parquet file."""
        import pyarrow.parquet as pq

        note = {
            "format": FORMAT,
            "sizes": asdict(self.sizes),
            "lanes": [
                {**asdict(lane), "counts": dict(kept.counts), "limits": dict(kept.limits)}
                for lane, kept in self.lanes.items()
            ],
        }
        table = self.table
        for lane, each in self.chosen().items():
            table = table.append_column(lane.named("why"), whys(len(table), each, lane.slugs))
        out = io.BytesIO()
        meta = {NOTE: json.dumps(note).encode()}
        pq.write_table(table.replace_schema_metadata(meta), out, compression="zstd")
        return out.getvalue()


@dataclass
class TopMaker:
    """Picks the candidates out of a partition's batches; `part` is its key, `stem` what ids of rows without one begin with."""

    plan: TopPlan
    part: str = ""
    stem: str = ""
    _kept: dict[Lane, Kept] = field(default_factory=dict)
    _bars: dict[Lane, Bar] = field(default_factory=dict)
    _pool: list[pa.Table] = field(default_factory=list)
    _rows: int = 0
    _floor: int = 0

    def add(self, batch: CodedBatch) -> None:
        """Take what a batch has to offer."""
        asked = asked_rows(batch)
        digests = self._digests(batch, asked)
        offers = [offer_of(part, batch, digests) for part in batch.parts]
        for offer in offers:
            self._count(offer)
        first = self._mask(batch.table.size, offers)
        self._take(batch, first, offers, digests)
        guessed = any(each.lane not in self._bars for each in offers)
        if guessed or self._rows > ROOM * max(self._floor, 1):
            self._look_through()
        if guessed:  # now that there is something to beat, see which of the others do
            rest = self._mask(batch.table.size, offers) & ~first
            self._take(batch, rest, offers, digests)

    def bytes(self) -> bytes:
        """The candidates so far, as a Parquet file."""
        return self.candidates().packed()

    def candidates(self) -> Candidates:
        """The candidates so far."""
        self._look_through()
        return Candidates(joined(self._pool or [_nothing()], list(self._kept)), dict(self._kept), self.plan.sizes)

    def _digests(self, batch: CodedBatch, asked: BoolArray) -> Digests:
        """The respondents' digests, uint64 (rows,); 0 for rows that say nothing."""
        found = np.zeros(batch.table.size, dtype=np.uint64)
        option = "--respondent" if self.plan.respondent else "--id"
        names = ids_of(batch, self.plan.respondent or self.plan.id, self.stem, option=option)
        rows = np.flatnonzero(asked)
        found[rows] = digests_of(self.plan.salt, encoded(names if len(rows) == len(names) else names.take(rows)))
        return found

    def _mask(self, size: int, offers: list[Offer]) -> BoolArray:
        """Which rows have a candidate, as far as one can tell: all that lie in the audit so far, or beat what is there."""
        found = np.zeros(size, dtype=np.bool_)
        for offer in offers:
            limits = np.array([self._kept[offer.lane].limits[name] for name in offer.names])
            if len(limits):
                good = (draws_of(offer.digests) <= limits[offer.asked]) | self._wanted(offer)
                found[offer.rows[good]] = True
        return found

    def _count(self, offer: Offer) -> None:
        """Count a batch's answers, and see how far its audit can reach at most."""
        kept, draws = self._kept.get(offer.lane, Kept()), draws_of(offer.digests)
        counts = np.bincount(offer.asked, minlength=len(offer.names)).tolist()
        limits = {}
        for number, name in enumerate(offer.names):
            mine = draws if len(offer.names) == 1 else draws[offer.asked == number]
            limits[name] = audit_limit(mine, kept.limits.get(name, ALL), self.plan.audit)
        self._kept[offer.lane] = kept.with_more(dict(zip(offer.names, counts, strict=True)), limits)

    def _wanted(self, offer: Offer) -> BoolArray:
        wants = wanted(offer.scores, chance_of(offer.digests, offer.names, offer.asked), len(offer.lane.slugs))
        bar = self._bars.get(offer.lane)
        if bar is not None:
            return once(offer, bar.beaten(wants), wants.chance)
        return likely(wants, places_for(self.plan.queue, len(offer.lane.slugs)))

    def _take(self, batch: CodedBatch, mask: BoolArray, offers: list[Offer], digests: Digests) -> None:
        """Put rows of a batch into the pool, with our columns about them."""
        rows = np.flatnonzero(mask)
        if not len(rows):
            return
        taken = arrow_of(batch_at(batch, rows))
        own = self._about(batch, rows, digests)
        for offer, part in zip(offers, batch.parts, strict=True):
            for name, column in about_lane(offer, part, batch, mask).items():
                own.setdefault(name, column)
        for name, column in own.items():
            taken = taken.append_column(name, column)
        self._pool.append(taken)
        self._rows += len(rows)

    def _about(self, batch: CodedBatch, rows: IntArray, digests: Digests) -> dict[str, Any]:
        import pyarrow as pa

        return {
            PART: pa.array([self.part] * len(rows), pa.string()),
            PLACE: pa.array(rows + batch.first, pa.int64()),
            ID: ids_of(batch, self.plan.id, self.stem).take(pa.array(rows)),
            DIGEST: pa.array(digests[rows], pa.uint64()),
            DRAW: pa.array(draws_of(digests[rows]), pa.float64()),
        }

    def _look_through(self) -> None:
        """Keep the candidates alone, and see what another has to beat."""
        if not self._pool:
            return
        whole = joined(self._pool, list(self._kept))
        found, chosen = look_through(Candidates(whole, self._kept, self.plan.sizes))
        self._pool, self._rows = [found.table], len(found.table)
        self._floor = max(self._floor, self._rows)
        for lane, each in chosen.items():
            self._kept[lane] = each.kept
            self._bars[lane] = each.bar


def look_through(candidates: Candidates) -> tuple[Candidates, dict[Lane, Chosen]]:
    """Keep the rows that are candidates for something; what each lane's were chosen as stands by the rows before."""
    chosen = candidates.chosen()
    mask = rows_kept(len(candidates.table), list(chosen.values()))
    table = candidates.table.take(np.flatnonzero(mask)) if not mask.all() else candidates.table
    return Candidates(table, {lane: each.kept for lane, each in chosen.items()}, candidates.sizes), chosen


def merge(parts: Iterable[bytes]) -> Candidates:
    """Put the candidates of partitions together: exactly those of the whole. Raises InputError for what is none of ours."""
    pool, rows = [Candidates(_nothing(), {}, Sizes(MOST, MOST))], 0
    for content in parts:
        pool.append(unpacked(content))
        rows += len(pool[-1].table)
        if rows > TOGETHER:
            pool = [look_through(_together(pool))[0]]
            rows = len(pool[0].table)
    return look_through(_together(pool))[0]


def _together(many: Sequence[Candidates]) -> Candidates:
    lanes: dict[Lane, Kept] = {}
    for each in many:
        for lane, kept in each.lanes.items():
            lanes[lane] = lanes.get(lane, Kept()).with_more(kept.counts, kept.limits)
    sizes = Sizes(min(each.sizes.queue for each in many), min(each.sizes.audit for each in many))
    return Candidates(joined([each.table for each in many], list(lanes)), lanes, sizes)


def unpacked(content: bytes, file: object = "candidates") -> Candidates:
    """Read candidates again; raises InputError where they are damaged or of another format."""
    try:
        table = unpacked_table(content)
        note = json.loads((table.schema.metadata or {})[NOTE])
        _check_format(note["format"])
        lanes = dict(lane_of(each) for each in note["lanes"])
        sizes = sizes_of(note["sizes"])
        check_columns(table, lanes)
    except InputError as error:
        raise InputError(error.what, file=file, remedy=error.remedy) from error
    except Exception as error:  # damaged bytes provoke whatever they like
        raise InputError(
            "holds no candidates that can be read.", file=file, remedy="Code the folder again with --force."
        ) from error
    # Why a row is a candidate was said of its part alone; it is said anew of the whole.
    told = [lane.named("why") for lane in lanes if lane.named("why") in table.column_names]
    return Candidates(table.drop_columns(told).replace_schema_metadata(None), lanes, sizes)


def _check_format(number: object) -> None:
    if number != FORMAT:
        raise InputError(f"holds candidates of format {quoted(number)}, and this version reads {FORMAT}.")


def _nothing() -> pa.Table:
    import pyarrow as pa

    kinds = (pa.string(), pa.int64(), pa.string(), pa.uint64(), pa.float64())
    names = (PART, PLACE, ID, DIGEST, DRAW)
    return pa.table({name: pa.array([], kind) for name, kind in zip(names, kinds, strict=True)})
