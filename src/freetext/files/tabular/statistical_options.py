"""The options of a column in the order that its file gives them."""

from __future__ import annotations

from collections.abc import Sequence

from freetext.files.tabular.rows import About
from freetext.files.tabular.statistical_labels import within


def options_in(about: About | None, texts: Sequence[str]) -> tuple[str, ...]:
    """Give the labels of a column's codes, without those that are no answers; of numbers that stay numbers these, in order.

    Nothing for a column of which its file says nothing, and where the labels are not what stands in the cells.
    """
    if about is None or not about.values:
        return ()
    used = {text.strip() for text in texts} - {""}
    labels = [label for code, label in about.values if not any(within(code, each) for each in about.missing)]
    if used & set(labels):
        return tuple(labels)
    try:
        return tuple(sorted(used, key=float))
    except ValueError:
        return ()
