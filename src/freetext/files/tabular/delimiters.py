"""Which character parts the cells of a text table."""

from __future__ import annotations

import csv
import io
from itertools import islice

from freetext.errors import UsageError

CANDIDATES = (",", ";", "\t", "|")
WORDS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}
WHOLE_LINE = "\x1f"
"""Parts nothing: each line of a one-column file is a cell, commas and all."""

SAMPLE, LONG = 100, 1_000_000
"""Records, and characters, that are looked at."""


def delimiter_asked(asked: str) -> str:
    """The delimiter that an option names: one character, or a word such as `tab`; raises UsageError."""
    delimiter = WORDS.get(asked.lower(), asked)
    if len(delimiter) != 1 or delimiter in '"\r\n\0 ':
        raise UsageError(f"--delimiter {asked!r} is not one character. Common ones: ',' ';' '|' tab.")
    return delimiter


def sniffed(text: str, *, favourite: str = ",") -> str:
    """Find the delimiter from the header and the first records.

    The one that parts the header, and the records into as many cells; among equals the one that makes more cells,
    then `favourite`, then the order of `CANDIDATES`. A header that nothing parts is a file of one column.
    """
    order = sorted(CANDIDATES, key=lambda each: each != favourite)
    counted = {each: _cells(text, each) for each in order}
    parting = [each for each in order if counted[each][0] > 1]
    if parting:
        best = max(parting, key=lambda each: (_share(counted[each]), counted[each][0]))
        if _share(counted[best]) > 0 or set(counted[best][1:]) != {1}:
            return best
    return favourite if set(counted[favourite]) <= {1} else WHOLE_LINE


def _cells(text: str, delimiter: str) -> list[int]:
    """How many cells the first records have, blank lines aside; 0 where the quotation marks do not fit."""
    sample = text[:LONG]
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, strict=True)
    counts: list[int] = []
    try:
        counts.extend(len(record) for record in islice(reader, SAMPLE) if record)
    except csv.Error:
        counts.append(0 if len(sample) == len(text) or not counts else counts[0])
    return counts or [0]


def _share(counts: list[int]) -> float:
    """The share of records with as many cells as the header; a header alone fits itself."""
    return sum(count == counts[0] for count in counts[1:]) / (len(counts) - 1) if len(counts) > 1 else 1.0


def shown(delimiter: str) -> str:
    """Say a delimiter to people."""
    if delimiter == WHOLE_LINE:
        return "whole lines"
    return "delimiter tab" if delimiter == "\t" else f"delimiter {delimiter!r}"
