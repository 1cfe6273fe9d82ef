"""Which texts of a long column are worth a close look: a pattern over whole columns, by Arrow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

FEW = 5_000
"""Texts below which Arrow is not woken."""

BLOCK = 65_536
"""Texts that are handed to Arrow together."""


def suspects(texts: Sequence[str], pattern: str) -> Iterator[int]:
    """The places, from 0, of the texts that hold a pattern which RE2 and Python read alike; an empty one is in every text."""
    if not pattern:
        yield from range(len(texts))
        return
    for start in range(0, len(texts), BLOCK):
        block = texts[start : start + BLOCK]
        yield from (start + place for place in (_by_python if len(texts) < FEW else _by_arrow)(block, pattern))


def _by_python(texts: Sequence[str], pattern: str) -> list[int]:
    search = re.compile(pattern).search
    return [place for place, text in enumerate(texts) if search(text)]


def _by_arrow(texts: Sequence[str], pattern: str) -> list[int]:
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    try:
        column = pa.array(texts, pa.large_string())
    except (UnicodeEncodeError, pa.ArrowInvalid):  # half a character
        return _by_python(texts, pattern)
    held = pc.match_substring_regex(column, pattern)
    found: list[int] = np.flatnonzero(held.to_numpy(zero_copy_only=False)).tolist()
    return found
