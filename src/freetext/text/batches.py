"""How many answers are read together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from freetext.text.pieces import arrow_texts

BATCH = 32_768
"""Answers that are coded together."""

BYTES = 16_000_000
"""Bytes of text that are coded together; a longer answer stands alone."""


def batches_of(texts: Any, *, answers: int = BATCH, size: int = BYTES) -> Iterator[tuple[slice, Any]]:
    """Part texts, as `arrow_texts` takes them, in order: where each batch stands, and its Arrow array of strings.

    A batch holds at most so many answers and bytes, and one answer at least; of no texts there is one batch, which is empty.
    """
    for start in range(0, max(len(texts), 1), answers):
        part = arrow_texts(texts[start : start + answers])
        for begin, end in _spans(part, size):
            yield slice(start + begin, start + end), part[begin:end]


def _spans(texts: Any, size: int) -> Iterator[tuple[int, int]]:
    if not len(texts):
        yield 0, 0
        return
    bounds = np.frombuffer(texts.buffers()[1], dtype=np.int32)[texts.offset : texts.offset + len(texts) + 1]
    begin = 0
    while begin < len(texts):
        fits = int(np.searchsorted(bounds, int(bounds[begin]) + size, side="right")) - 1
        end = max(begin + 1, fits)
        yield begin, end
        begin = end
