"""Weigh a Parquet file before it is unpacked: a few bytes can hold a thousand million cells, or one long text as often."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, cast

from freetext.errors import InputError

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

PLAIN, PACKED, LARGEST = 1 << 28, 250, 1 << 34
"""Unpacked bytes that are always taken; how many times its own size a larger file may unpack to; and the most of all."""
VALUE = 8
"""Bytes of a value, whatever its type, its text not counted."""
BATCH = 64
"""Rows at a time where a column cannot be weighed by its different texts."""


def most_of(size: int) -> int:
    """How many bytes a file of this size may unpack to."""
    return min(LARGEST, max(PLAIN, PACKED * size))


def check_unpacked(file: pq.ParquetFile, handle: BinaryIO, most: int, *, path: object) -> None:
    """Refuse a file that unpacks to more than `most` bytes: InputError. No text is copied to find out."""
    left = most - _claimed(file.metadata)
    schema = file.metadata.schema
    columns = [schema.column(place) for place in range(len(schema))]
    texts = sorted({column.path for column in columns if column.physical_type == "BYTE_ARRAY"})
    for text in texts:
        left -= _weight(file, handle, text, left) if left >= 0 else 0
    if left < 0:
        what = f"unpacks to more than {most / 2**30:.2g} GB."
        raise InputError(what, file=path, remedy="Part it into several files, or save it as .csv.")


def _claimed(meta: pq.FileMetaData) -> int:
    """Bytes of all values as the file itself counts them, or of its pages where these are more."""
    values = pages = 0
    widths = [max(VALUE, meta.schema.column(place).length or 0) for place in range(meta.num_columns)]
    for group in map(meta.row_group, range(meta.num_row_groups)):
        if group.num_rows < 0:
            raise ValueError("a negative number of rows")
        for place, width in enumerate(widths):
            chunk = group.column(place)
            values += max(chunk.num_values, group.num_rows) * width
            pages += max(chunk.total_uncompressed_size, 0)
    return max(values, pages)


def _weight(file: pq.ParquetFile, handle: BinaryIO, column: str, most: int) -> int:
    """Bytes of a column's texts, each as often as it stands there; counting ends beyond `most`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        packed = pq.ParquetFile(handle, read_dictionary=[column], metadata=file.metadata).read(columns=[column])
        return sum(_bytes_of(chunk) for each in packed.columns for chunk in each.chunks)
    except (pa.ArrowException, OSError):
        pass  # some encodings cannot be read so; what is damaged is found again below
    weight = 0
    for batch in file.iter_batches(batch_size=BATCH, columns=[column]):
        weight += batch.nbytes
        if weight > most:
            break
    return weight


def _bytes_of(array: pa.Array) -> int:
    import pyarrow as pa
    import pyarrow.compute as pc

    if isinstance(array, pa.DictionaryArray):
        lengths = pc.take(pc.binary_length(array.dictionary), array.indices)
        return cast("int", pc.sum(lengths).as_py() or 0)
    if isinstance(array, pa.ExtensionArray):
        return _bytes_of(array.storage)
    if isinstance(array, pa.StructArray):
        return sum(_bytes_of(array.field(place)) for place in range(array.type.num_fields))
    if isinstance(array, (pa.ListArray, pa.LargeListArray, pa.FixedSizeListArray)):
        return _bytes_of(array.values)
    return cast("int", array.nbytes)


TOGETHER, ROOM = 1 << 26, 1 << 28
"""Bytes of a batch of rows that are aimed at, and that a batch may have at most where texts are repeated."""
GROUP = 1 << 32
"""Bytes that a row group may unpack to, where that is many times what it is packed."""


def steps_of(
    file: pq.ParquetFile,
    handle: BinaryIO,
    groups: Sequence[int],
    size: int,
    only: Sequence[str] | None,
    *,
    path: object,
) -> Iterator[tuple[int, list[int]]]:
    """Give row groups in runs, each with how many of its rows may be read together, at most `size`.

    Raises InputError for a row group that is made to fill the memory.
    """
    step, run = 0, list[int]()
    for group in groups:
        now = min(size, _step(file, handle, group, only, path=path))
        if run and now != step:
            yield step, run
            run = []
        step = now
        run.append(group)
    if run:
        yield step, run


def _step(file: pq.ParquetFile, handle: BinaryIO, group: int, only: Sequence[str] | None, *, path: object) -> int:
    """How many rows of a row group may be read together."""
    meta = file.metadata.row_group(group)
    if meta.num_rows < 0:
        raise ValueError("a negative number of rows")
    chunks = [meta.column(place) for place in range(meta.num_columns)]
    wanted = [chunk for chunk in chunks if only is None or _is_of(chunk.path_in_schema, only)]
    unpacked = sum(max(chunk.total_uncompressed_size, chunk.num_values * VALUE) for chunk in wanted)
    packed = sum(max(chunk.total_compressed_size, 1) for chunk in chunks)
    if sum(max(chunk.total_uncompressed_size, 0) for chunk in wanted) > max(GROUP, PACKED * packed):
        what = f"row group {group + 1} unpacks to more than {GROUP / 2**30:.2g} GB."
        raise InputError(what, file=path, remedy="Write it again with smaller row groups.")
    repeated = [
        chunk.path_in_schema for chunk in wanted if chunk.physical_type == "BYTE_ARRAY" and chunk.has_dictionary_page
    ]
    longest = _longest(file, handle, group, repeated) if repeated else 0
    rows: int = TOGETHER // max(unpacked // max(meta.num_rows, 1), 1)
    return max(1, min(rows, ROOM // max(longest, 1)))


def _is_of(path: str, names: Sequence[str]) -> bool:
    """Whether a leaf of the schema is one of these columns or stands below one."""
    return any(path == name or path.startswith(f"{name}.") for name in names)


def _longest(file: pq.ParquetFile, handle: BinaryIO, group: int, columns: list[str]) -> int:
    """Bytes of the longest texts that a row group can repeat without saying them again, one of each column."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        packed = pq.ParquetFile(
            handle, read_dictionary=columns, metadata=file.metadata, buffer_size=1 << 16, pre_buffer=False
        )
        batch = next(packed.iter_batches(1, [group], columns, use_threads=False), None)
    except (pa.ArrowException, OSError):
        return ROOM // BATCH  # some encodings cannot be read so; what is damaged is found again
    return sum(map(_longest_of, batch.columns)) if batch is not None else 0


def _longest_of(array: pa.Array) -> int:
    import pyarrow as pa
    import pyarrow.compute as pc

    if isinstance(array, pa.DictionaryArray):
        return cast("int", pc.max(pc.binary_length(array.dictionary)).as_py() or 0)
    return 0
