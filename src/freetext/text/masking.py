"""Personal data taken out of answers before anything is learnt from them or coded by them."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from freetext.guard.redactor import CANDIDATE, Redactor
from freetext.guard.spans import PLACEHOLDER
from freetext.guard.spans import masked as covered
from freetext.text.pieces import arrow_texts

HIDDEN = "\ue001"
"""Stands where personal data stood: of private use, so that it is seen (the answer is not blank) and holds no word."""

REDACTOR = Redactor()
SUSPECT = f"(?:{CANDIDATE})|(?:{PLACEHOLDER.pattern})"


def masked(texts: Any) -> Any:
    """Return texts (n,) as an Arrow array of strings, with HIDDEN in place of personal data and of its placeholders.

    `texts` as `arrow_texts` takes them. So a text that was redacted before (`[name]`) holds the same words as the one that was not.
    """
    whole = arrow_texts(texts)
    suspects = pc.match_substring_regex(whole, SUSPECT)
    if not suspects.true_count:
        return whole
    return pc.replace_with_mask(
        whole, suspects, pa.array([*map(_hidden, whole.filter(suspects).to_pylist())], pa.string())
    )


def _hidden(text: str) -> str:
    return PLACEHOLDER.sub(f" {HIDDEN} ", covered(text, REDACTOR.full(text)))
