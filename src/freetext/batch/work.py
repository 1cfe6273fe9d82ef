"""One part coded: a pure function of paths, the same wherever it runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from freetext.batch.keys import beside, file_of
from freetext.batch.manifest import ModelNote
from freetext.batch.parts import Part
from freetext.batch.rows import Row, encoded
from freetext.errors import BundleError, InputError, MissingColumn, names_listed
from freetext.files.coding.coded_batches import CodedBatch
from freetext.files.coding.tallied import Counts
from freetext.files.disk.addresses import is_address, joined, seen, write_bytes
from freetext.files.parts.id_hashes import Hashes, IdHashes
from freetext.files.parts.part_labels import Columns, PartLabels, settled_in
from freetext.files.tabular.dialects import Dialect
from freetext.files.tabular.sinks import open_sink
from freetext.files.tabular.streams import Stream, open_stream
from freetext.interfaces.first_reading import check_columns
from freetext.interfaces.streaming import CodingPlan, coded_batches

if TYPE_CHECKING:
    from freetext.files.parts.part_candidates import TopMaker, TopPlan
    from freetext.files.parts.part_sums import SumsMaker, SumsPlan
    from freetext.model.coder import Coder


@dataclass(frozen=True, slots=True)
class Order:
    """How parts are coded; it holds no model, only where they stand, so that it travels to other machines.

    plan      columns, people's labels, and which bundle codes which question
    models    those bundles, with their digests: another one in the same place is refused
    settings  all that decides the outputs beside models, by name, as JSON can hold it
    frames    the codeframe of each bundle, as TOML
    labels    what people decided, which overrules the models
    coded     text columns that the survey knows: a part that has more of them than the plan is refused
    """

    plan: CodingPlan
    models: tuple[ModelNote, ...]
    settings: Mapping[str, object]
    ending: str = ".parquet"
    raw: bool = False
    encoding: str | None = None
    delimiter: str | None = None
    fallback: str = ""
    vectors: str = ""
    coded: tuple[str, ...] = ()
    sums: SumsPlan | None = None
    top: TopPlan | None = None
    frames: Mapping[str, str] = field(default_factory=dict)
    labels: PartLabels | None = None
    dialect: Dialect = field(default_factory=Dialect)

    @property
    def digests(self) -> tuple[str, ...]:
        """The digests of the models, sorted."""
        return tuple(sorted({note.digest for note in self.models}))

    @property
    def stamp(self) -> str:
        """A digest of people's decisions."""
        return self.labels.stamp if self.labels else ""

    @property
    def by_products(self) -> tuple[str, ...]:
        """The endings of what is written beside each part."""
        asked = ((".json", True), (".sums.npz", self.sums), (".top.parquet", self.top), (".ids.npy", self.plan.id))
        return tuple(ending for ending, wanted in asked if wanted)


@dataclass(slots=True)
class _Makers:
    """What is gathered while the batches of a part go by."""

    part: Part
    order: Order
    counts: Counts = field(default_factory=Counts)
    rows: int = 0
    sums: SumsMaker | None = None
    top: TopMaker | None = None
    ids: IdHashes | None = None

    def add(self, batch: CodedBatch) -> None:
        """Take a batch."""
        self.rows += batch.table.size
        for each in batch.parts:
            self.counts.add(each.codings)
        for maker in (self.sums, self.top, self.ids):
            if maker is not None:
                maker.add(batch)

    def write(self, out: str) -> None:
        """Write the by-products."""
        made = ((".sums.npz", self.sums), (".top.parquet", self.top), (".ids.npy", self.ids))
        for ending, maker in made:
            if maker is not None:
                write_bytes(maker.bytes(), joined(out, beside(self.part.key, ending)))


def code_partition(part: Part, order: Order, out: str) -> Row:
    """Code one part of the folder `out`: its by-products first, then the part itself, whole or not at all.

    The part's number and key are settled (see `plans.planned`). Returns what came of it; raises InputError for a part that cannot
    be read or has other columns, OutputError where it cannot be written, BundleError for a model that is not the one of the plan.
    """
    with opened(part, order) as stream:
        _check_columns(stream, order)
        makers = _makers(part, order)
        name = file_of(part.number, part.key, order.ending)
        with open_sink(joined(out, name), raw=order.raw, force=True) as sink:
            names: tuple[str, ...] = ()
            plan, told = _plan(part, order, stream)
            for batch in coded_batches(stream, plan, _coders(order)):
                whole = batch.whole()
                names = whole.names
                sink.write(whole)
                makers.add(batch)
            row = _row(part, order, makers, name, names, (*told, *(makers.sums.told if makers.sums else ())))
            _check_still(part)
            _check_rows(row, stream)
            makers.write(out)
            write_bytes(encoded(row), joined(out, beside(part.key, ".json")))
    return row


def check_part(part: Part, order: Order) -> None:
    """See that a part can be opened and has the columns that it must have; its rows are not read. Raises InputError."""
    with opened(part, order) as stream:
        _check_columns(stream, order)
        check_columns(stream, order.plan)
        for name, option in order.sums.needed if order.sums else ():
            if name not in stream.names:
                raise MissingColumn(name, stream.names, file=stream.file, option=option)


def opened(part: Part, order: Order) -> Stream:
    """Open a part's file, or its range of row groups; an encoding is that of the parts that are not UTF-8, for a folder can be mixed."""
    unlike_utf_8 = order.encoding or order.fallback
    return open_stream(
        part.address,
        delimiter=order.delimiter,
        fallback=(lambda: unlike_utf_8) if unlike_utf_8 else None,
        rows=part.rows,
        dialect=order.dialect,
    )


def _makers(part: Part, order: Order) -> _Makers:
    makers = _Makers(part, order)
    if order.sums is not None:
        from freetext.files.parts.part_sums import SumsMaker  # noqa: PLC0415

        makers.sums = SumsMaker(order.sums)
    if order.top is not None:
        from freetext.files.parts.part_candidates import TopMaker  # noqa: PLC0415

        makers.top = TopMaker(order.top, part.key, part.stem)
    if order.plan.id:
        makers.ids = IdHashes(order.plan.id)
    return makers


def _plan(part: Part, order: Order, stream: Stream) -> tuple[CodingPlan, tuple[str, ...]]:
    """Return how this very part is coded: its answers' names, and what people decided on them."""
    plan = replace(order.plan, stem=part.stem)
    if order.labels is None or not order.labels.labels:
        return plan, ()
    columns = Columns(plan.id, part.stem, plan.question, tuple(zip(plan.text, plan.questions, strict=True)))
    own = not is_address(part.address) and str(Path(part.address).resolve()) == order.labels.own
    settled, told = settled_in(stream, columns, order.labels, own=own)
    return replace(plan, settled=settled), told


def decided_on(labels: PartLabels | None, stem: str, hashes: Hashes | None) -> str:
    """Return a digest of what people decided on the answers of a part; empty for nothing."""
    return labels.digest(labels.on(stem, hashes)) if labels else ""


def _row(part: Part, order: Order, makers: _Makers, name: str, columns: tuple[str, ...], told: tuple[str, ...]) -> Row:
    return Row(
        name,
        part.key,
        part.source,
        part.fingerprint,
        order.digests,
        columns,
        makers.rows,
        makers.counts.summary,
        decided_on(order.labels, part.stem, makers.ids.hashes if makers.ids else None),
        told,
    )


def _check_columns(stream: Stream, order: Order) -> None:
    """Refuse a part that holds answers which nobody asked to code."""
    more = [name for name in order.coded if name in stream.names and name not in order.plan.text]
    if more:
        raise InputError(
            f"has text columns that the first part lacks: {names_listed(more)}.",
            file=stream.file,
            remedy="Code it into a folder of its own, or name the columns with --text.",
        )


def _check_still(part: Part) -> None:
    """Refuse a file that was written while it was read: what came of it would bear the key of another content."""
    if is_address(part.address):
        same = seen(part.address).fingerprint == part.fingerprint
    else:
        state = Path(part.address).stat()
        same = (state.st_size, state.st_mtime_ns) == (part.size, part.changed)
    if not same:
        raise InputError("has changed since it was listed.", file=part.address, remedy="Run the same command again.")


def _check_rows(row: Row, stream: Stream) -> None:
    if stream.rows is not None and stream.rows != row.rows:
        raise InputError(f"says it has {stream.rows:,} rows, and {row.rows:,} were read.", file=stream.file)


def _coders(order: Order) -> dict[str, Coder]:
    digests = {note.path: note.digest for note in order.models}
    return {asked: _coder(path, digests[path], order.vectors) for asked, path in order.plan.models.items()}


@lru_cache(maxsize=8)
def _coder(path: str, digest: str, vectors: str) -> Coder:
    """Load a model once a process."""
    from freetext.interfaces.models import load_model  # noqa: PLC0415  (wakes spaCy)
    from freetext.model.coder import Coder  # noqa: PLC0415

    model = load_model(Path(path), vectors=vectors or None)
    if model.digest != digest:
        raise BundleError(path, f"is {model.digest} and not {digest}, as planned; run the same command again.")
    return Coder(model)
