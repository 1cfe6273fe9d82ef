"""Texts as Arrow keeps them, parted at ASCII white space without a copy: every piece is a word and the one blank behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, as broken files leave it; UTF-8 has no place for it."""

STAND_IN = "\ue000"
"""Stands for a surrogate: of private use, so that it is seen and cleaned away as a surrogate is."""

MOST = 2**31 - 1
"""Bytes that an Arrow array of strings can hold: its offsets are int32."""

BLANK = 32
TAB, RETURN = 9, 13
SEPARATOR, UNIT = 28, 31
"""ASCII white space is the blank, tab to carriage return, and the four separators; `str.split` parts at all of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The pieces of `n` texts.

    distinct  each spelling once, with the white space behind it
    places    int32 (pieces,): places in `distinct`, in the order of the texts
    offsets   int32 (n + 1,): text `i` holds pieces offsets[i] to offsets[i + 1]
    """

    distinct: list[str]
    places: NDArray[np.int32]
    offsets: NDArray[np.int32]


def arrow_texts(texts: Any) -> Any:
    """Return texts as one Arrow array of strings, missing ones as empty.

    `texts` is an Arrow array or chunked array of strings of any kind (also as a dictionary), or a sequence of str; a surrogate
    becomes a character of private use. Raises TypeError for what holds no text.
    """
    whole = texts if isinstance(texts, (pa.Array, pa.ChunkedArray)) else _packed(texts)
    whole = whole.combine_chunks() if isinstance(whole, pa.ChunkedArray) else whole
    if isinstance(whole, pa.ChunkedArray):
        whole = pa.concat_arrays(whole.chunks) if whole.num_chunks else pa.array([], pa.string())
    if whole.type != pa.string():
        whole = _plain(whole)
    return whole.fill_null("") if whole.null_count else whole


def taken(texts: Any, rows: NDArray[np.int64]) -> Any:
    """Return the texts at these places of an Arrow array, in that order."""
    return texts.take(pa.Array.from_buffers(pa.int64(), len(rows), [None, pa.py_buffer(np.ascontiguousarray(rows))]))


def _packed(texts: Sequence[str | None]) -> Any:
    """Lay texts end to end; pyarrow's own way would import pandas first, which takes longer than coding a small survey."""
    known = [text or "" for text in texts]
    whole = "".join(known)
    try:
        content = whole.encode()
    except UnicodeEncodeError:
        return _packed([SURROGATE.sub(STAND_IN, text) for text in known])
    if len(content) > MOST:
        message = f"{len(content):,} bytes of text are too many for one batch: code fewer answers at a time"
        raise ValueError(message)
    lengths = map(len, known) if len(content) == len(whole) else (len(text.encode()) for text in known)
    edges = np.zeros(len(known) + 1, dtype=np.int32)
    np.cumsum(np.fromiter(lengths, dtype=np.int32, count=len(known)), out=edges[1:])
    return pa.StringArray.from_buffers(len(known), pa.py_buffer(edges), pa.py_buffer(content))


def _plain(texts: Any) -> Any:
    if pa.types.is_dictionary(texts.type):
        texts = texts.dictionary_decode()
    kinds = (pa.types.is_string, pa.types.is_large_string, pa.types.is_null, pa.types.is_string_view)
    if not any(known(texts.type) for known in kinds):
        message = f"an Arrow array of {texts.type} holds no texts"
        raise TypeError(message)
    return texts.cast(pa.string())


def pieces_of(texts: Any) -> Pieces:
    """Part an Arrow array of strings without nulls at ASCII white space; what else is white space stays in its piece."""
    _, offsets, content = texts.buffers()
    if not len(texts) or content is None:
        return Pieces([], np.zeros(0, np.int32), np.zeros(len(texts) + 1, np.int32))
    bounds = np.frombuffer(offsets, dtype=np.int32)[texts.offset : texts.offset + len(texts) + 1]
    letters = np.frombuffer(content, dtype=np.uint8)[bounds[0] : bounds[-1]]
    bounds = bounds - bounds[0]
    last = _ends(letters, bounds)
    edges = np.zeros(len(last) + 1, dtype=np.int32)
    np.add(last, 1, out=edges[1:])
    parts = pa.StringArray.from_buffers(len(last), pa.py_buffer(edges), pa.py_buffer(letters)).dictionary_encode()
    places = np.frombuffer(parts.indices.buffers()[1], dtype=np.int32)[: len(parts)] if len(parts) else edges[:0]
    return Pieces(parts.dictionary.to_pylist(), places, np.searchsorted(edges, bounds).astype(np.int32))


def numbered(texts: Any) -> NDArray[np.int64]:
    """Number the texts of an Arrow array of strings without nulls: those that say the same, ASCII white space around them aside, have one number."""
    if not len(texts):
        return np.zeros(0, dtype=np.int64)
    indices = pc.ascii_trim_whitespace(texts).dictionary_encode().indices
    return np.frombuffer(indices.buffers()[1], dtype=np.int32)[: len(texts)].astype(np.int64)


def _ends(letters: NDArray[np.uint8], bounds: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the places of the bytes that end a piece: white space, and the last of each text."""
    ends = letters == BLANK
    low = letters <= UNIT
    if low.any():
        ends |= low & ((letters >= TAB) & (letters <= RETURN) | (letters >= SEPARATOR))
    ends[bounds[1:][np.diff(bounds) > 0] - 1] = True
    return np.flatnonzero(ends).astype(np.int32)
