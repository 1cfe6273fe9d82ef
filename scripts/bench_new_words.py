"""Words that nobody has met, cast in the moulds of real ones: other letters in the place of their own, all else as it was.

So new words have capitals, marks, digits, hyphens and apostrophes as often as real ones, and as many of them need the whole tokenizer.
The moulds are the pieces between white space that the surveys hold once: what was met once is the likeness of what was never met: of those 68 in a hundred are parted without the tokenizer, as 68 of the pieces
that the last tenth of the answers in random order brings anew, and 69 of ours; docs/scale.md has the other shares.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

HEAD = r"^(?P<head>[^\pL]*\pL)\pL*(?P<tail>.*)$"
"""Where letters go: behind the first one of the first run of letters, in the place of the others."""

FIGURES = r"^(?P<head>[^\pN]*)\pN+(?P<tail>.*)$"
"""Where figures go in a piece without letters: in the place of the first run of figures."""

LETTERS, DIGITS = 6, 9
"""How many are put in: always as many, so that two words are never the same."""

SCATTERED = 123_456_791
"""Has no factor in common with 26 or 10: numbers one after the other become words that do not look alike."""


@dataclass(frozen=True, slots=True, eq=False)
class Moulds:
    """Real pieces without the letters or digits that make them what they are.

    heads, tails  what stands before and behind
    kinds         what goes between: 0 small letters, 1 capitals, 2 digits
    """

    heads: pa.StringArray
    tails: pa.StringArray
    kinds: NDArray[np.int64]

    @classmethod
    def of(cls, spoken: pa.StringArray) -> Moulds:
        """Part the pieces that are there once; those of marks alone (one in a hundred) are left out."""
        counted = pc.value_counts(spoken)
        once = counted.field("values").filter(pc.equal(counted.field("counts"), 1))
        worded = pc.match_substring_regex(once, r"\pL")
        words, rest = once.filter(worded), once.filter(pc.invert(worded))
        numbers = rest.filter(pc.match_substring_regex(rest, r"\pN"))
        parts = pa.concat_arrays([pc.extract_regex(words, HEAD), pc.extract_regex(numbers, FIGURES)])
        kinds = np.concatenate([pc.utf8_is_upper(words).to_numpy(zero_copy_only=False), np.full(len(numbers), 2)])
        return cls(parts.field("head"), parts.field("tail"), kinds.astype(np.int64))

    def cast(self, draw: np.random.Generator, numbers: NDArray[np.int64]) -> pa.StringArray:
        """Make a word of each number, the mould drawn: other numbers, other words."""
        chosen = draw.integers(0, len(self.kinds), len(numbers))
        small = written(numbers, "abcdefghijklmnopqrstuvwxyz", LETTERS)
        between = pc.choose(
            pa.array(self.kinds[chosen]), small, pc.utf8_upper(small), written(numbers, "0123456789", DIGITS)
        )
        return pc.binary_join_element_wise(self.heads.take(chosen), between, self.tails.take(chosen), "")


def written(numbers: NDArray[np.int64], signs: str, places: int) -> pa.StringArray:
    """Write each number with so many of the signs, scattered, so that neighbours do not look alike."""
    base = len(signs)
    scattered = numbers * SCATTERED % base**places
    digits = scattered[:, None] // base ** np.arange(places) % base
    return pa.array(np.array(list(signs))[digits].view(f"U{places}").ravel())
