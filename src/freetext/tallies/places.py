"""Places in an order, with ties."""

from __future__ import annotations

from collections.abc import Sequence


def places(sizes: Sequence[int]) -> list[str]:
    """The place of each, the smallest first; those that are equal share a place, `2=`."""
    smaller = [sum(other < size for other in sizes) for size in sizes]
    return [f"{before + 1}{'=' if sizes.count(size) > 1 else ''}" for before, size in zip(smaller, sizes, strict=True)]
