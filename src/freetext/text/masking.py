"""Personal data taken out of answers before anything is learnt from them or coded by them."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from freetext.guard.quick import worth_a_look
from freetext.guard.redactor import CANDIDATE, Redactor
from freetext.guard.spans import PLACEHOLDER
from freetext.guard.spans import masked as covered
from freetext.text.pieces import arrow_texts

HIDDEN = "\ue001"
"""Stands where personal data stood: of private use, so that it is seen (the answer is not blank) and holds no word."""

REDACTOR = Redactor()
SUSPECT = f"(?:{CANDIDATE})|(?:{PLACEHOLDER.pattern})"


SUSPECTED = re.compile(SUSPECT)
FEW = 100
"""Texts up to which Python looks at each: Arrow makes its pattern anew for each call."""


def masked(texts: Any) -> Any:
    """Return texts (n,) as an Arrow array of strings, with HIDDEN in place of personal data and of its placeholders.

    `texts` as `arrow_texts` takes them. So a text that was redacted before (`[name]`) holds the same words as the one that was not.
    """
    whole = arrow_texts(texts)
    if len(whole) <= FEW:
        return pa.array([_hidden(text) if _suspect(text) else text for text in whole.to_pylist()], pa.string())
    suspects = pc.match_substring_regex(whole, SUSPECT)
    if not suspects.true_count:
        return whole
    return pc.replace_with_mask(
        whole, suspects, pa.array([*map(_hidden, whole.filter(suspects).to_pylist())], pa.string())
    )


def differing(one: Any, two: Any) -> NDArray[np.int64]:
    """Return the places at which two Arrow arrays of strings differ."""
    return np.flatnonzero(pc.not_equal(one, two).to_numpy(zero_copy_only=False))


def replaced(texts: Any, rows: NDArray[np.int64], new: Any) -> Any:
    """Return an Arrow array of strings with others at these places, rising."""
    mask = np.zeros(len(texts), dtype=np.bool_)
    mask[rows] = True
    return pc.replace_with_mask(texts, pa.array(mask), new)


def _suspect(text: str) -> bool:
    return worth_a_look(text) and SUSPECTED.search(text) is not None


def _hidden(text: str) -> str:
    return PLACEHOLDER.sub(f" {HIDDEN} ", covered(text, REDACTOR.full(text)))
