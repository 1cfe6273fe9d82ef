"""The check of languages that are not the codeframe's."""

from __future__ import annotations

from collections import Counter

from freetext.guard.checks import Cells, Finding, found
from freetext.guard.languages_seen import NAMES, commonest, seen

SAMPLE = 1_000
"""Answers that tell the file's language, where no codeframe says it; they are spread over the whole column."""

MANY = 0.05
"""The share of filled answers in other languages from which on somebody must say how they are coded."""

LEAST = 20
"""Answers in other languages below which nobody must."""


def check_languages(cells: Cells, expected: str = "") -> list[Finding]:
    """Answers in another language than the `expected` one, a code; without one the commonest of the column."""
    said = [text for text in cells.texts if text and not text.isspace()]
    own = expected or commonest(said[:: -(-len(said) // SAMPLE) or 1])
    if not own:
        return []
    told = [(place, name) for place, text in enumerate(cells.texts) if len(text) > 3 and (name := seen(text, own))]
    others = Counter(name for _, name in told)
    listed = ", ".join(f"{name} {times:,}" for name, times in others.most_common())
    what = f"{{n}} with an answer that does not look like {NAMES.get(own, own)} ({listed})."
    remedy = "Translate them beside the original, or code them by hand: the model has learnt one language."
    grave = len(told) >= LEAST and len(told) >= MANY * len(said)
    return found("language", "person" if grave else "note", cells, (place for place, _ in told), what, remedy)
