"""Which answers a part holds, as sorted hashes of (id, question), and where a hash stands in its file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from freetext.files.coding.coded_batches import CodedBatch, key_hashes, table_ids, text_cells
from freetext.files.tabular.streams import Stream

Hashes = NDArray[np.uint64]


@dataclass(slots=True)
class IdHashes:
    """Collects the hashes of a part's answers; `id` is the column that names them."""

    id: str
    _held: list[Hashes] = field(default_factory=list)

    def add(self, batch: CodedBatch) -> None:
        """Take the answers of a batch."""
        import pyarrow as pa

        ids = table_ids(batch.table, self.id)
        for part in batch.parts:
            mine = ids if part.places is None else ids.take(pa.array(part.places))
            asked = part.question if part.questions is None else pa.array(part.questions, pa.string())
            self._held.append(key_hashes(mine, asked))

    @property
    def hashes(self) -> Hashes:
        """The hashes of all batches, sorted."""
        return np.sort(np.concatenate(self._held)) if self._held else np.empty(0, np.uint64)

    def bytes(self) -> bytes:
        """Write the hashes as a .npy file."""
        out = io.BytesIO()
        np.save(out, self.hashes, allow_pickle=False)
        return out.getvalue()


@dataclass(frozen=True, slots=True)
class Found:
    """An answer whose hash was looked for: its id, its question and the file's own number of its row."""

    id: str
    question: str
    row: int


def found_again(
    stream: Stream, wanted: Hashes, *, id: str, question: str = "", questions: tuple[str, ...] = ("",)
) -> Iterator[Found]:
    """Find the answers of a file that have one of these hashes.

    `question` is the column that says what was asked; without it every row has an answer to each of `questions`.
    """
    for table in stream.batches(only={id, question} - {""}):
        ids = table_ids(table, id)
        for asked in [text_cells(table, question)] if question else questions:
            places = np.flatnonzero(np.isin(key_hashes(ids, asked), wanted))
            for place, name in zip(places.tolist(), ids.take(places).to_pylist(), strict=True):
                yield Found(name, asked if isinstance(asked, str) else asked[place].as_py(), table.row(place))
