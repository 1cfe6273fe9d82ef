"""Cells that join several options by commas: which sign parts them, which options there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

MOST, WORDS = 40, 10
"""Options of one question, and words of one, at most."""

OFTEN = 5
"""Two parts that stand together this often and never apart are one option that holds the sign."""

Parts = dict[str, tuple[str, ...]]
"""The different cells and their parts."""


def joined(counts: Counter[str]) -> tuple[str, tuple[str, ...]]:
    """Find what joins the options of these cells, `, ` or `,`, and the options in the order of the questionnaire.

    Nothing where the cells are no such lists: their parts must come again in other cells, in one order, and be fewer than the cells
    themselves. Parts that stand side by side only are one option with a comma inside; parts said once are nobody's option.
    """
    found = [(sign, options) for sign in (", ", ",") if (options := _options(counts, sign))]
    return max(found, key=lambda each: len(each[1]), default=("", ()))


def _options(counts: Counter[str], sign: str) -> tuple[str, ...]:
    """The options that a sign joins; none where it joins nothing."""
    raw = {cell: tuple(cell.split(sign)) for cell in counts}
    if not _come_again(_said(raw, counts)):
        return ()
    parts = {cell: tuple(part.strip() for part in each) for cell, each in _merged(raw, counts, sign).items()}
    said = _said(parts, counts)
    options = [part for part, count in said.most_common() if count > 1]
    return tuple(in_order(parts, options)) if _is_list(parts, said, options) else ()


def ended(counts: Counter[str]) -> tuple[str, ...]:
    """The options of cells that end in a semicolon, as Microsoft Forms joins what was ticked, in the questionnaire's order.

    Parts that stand side by side only are one option with a semicolon inside; what one person alone wrote is no option.
    """
    raw = {cell: tuple(cell.removesuffix(";").split(";")) for cell in counts}
    parts = {cell: tuple(part.strip() for part in each) for cell, each in _merged(raw, counts, ";").items()}
    often = [part for part, count in _said(parts, counts).most_common() if count > 1 and part]
    return tuple(in_order(parts, often))


def is_ranking(counts: Counter[str], sign: str) -> bool:
    """Whether all cells hold the same items, three at least, in different orders."""
    orders = {tuple(part.strip() for part in cell.split(sign) if part.strip()) for cell in counts}
    return (
        len(orders) > 1
        and len({frozenset(each) for each in orders}) == 1
        and all(len(set(each)) == len(each) > 2 for each in orders)
    )


def _said(parts: Parts, counts: Counter[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for cell, each in parts.items():
        for part in each:
            found[part.strip()] += counts[cell]
    return found


def _come_again(said: Counter[str]) -> bool:
    """Whether parts come again at all: texts with commas are let go before anything is put together."""
    often = [count for count in said.values() if count > 1]
    return len(often) <= 4 * MOST and 2 * sum(often) >= said.total()


def _merged(parts: Parts, counts: Counter[str], sign: str) -> Parts:
    """Put together again what a sign inside an option parted, until nothing is left to put together."""
    while True:
        alone = _said(parts, counts)
        pairs: Counter[tuple[str, str]] = Counter()
        for cell, each in parts.items():
            for pair in pairwise(part.strip() for part in each):
                pairs[pair] += counts[cell]
        one = next((pair for pair, count in pairs.items() if _is_one(pair, count, alone)), None)
        if one is None:
            return parts
        parts = {cell: tuple(_put_together(each, one, sign)) for cell, each in parts.items()}


def _is_one(pair: tuple[str, str], count: int, alone: Counter[str]) -> bool:
    first, second = pair
    if not (first and second):
        return False
    return first != second and count == alone[first] == alone[second] > 1 and (second[:1].islower() or count >= OFTEN)


def _put_together(parts: Sequence[str], pair: tuple[str, str], sign: str) -> Iterator[str]:
    skip = False
    for part, behind in zip(parts, [*parts[1:], ""], strict=True):
        if skip:
            skip = False
        elif (part.strip(), behind.strip()) == pair:
            skip = True
            yield f"{part}{sign}{behind}"
        else:
            yield part


def _is_list(parts: Parts, said: Counter[str], options: Sequence[str]) -> bool:
    often = sum(said[option] for option in options)
    known = set(options)
    if not 2 <= len(options) <= MOST or often < max(2 * len(options), 0.8 * said.total()) or "" in said:
        return False
    cells = Counter(part for each in parts.values() for part in set(each) & known)
    again = sum(count > 1 for count in cells.values())
    words = sum(len(option.split()) for option in options) / len(options)
    whole = all(len(set(each)) == len(each) for each in parts.values())
    fewer = len(options) < len(parts) and 3 * again >= 2 * len(options)
    return whole and fewer and words <= WORDS and any(map(_several, parts.values())) and _ordered(parts, known)


def _several(parts: Sequence[str]) -> bool:
    return len(parts) > 1


def _before(parts: Parts, known: set[str]) -> Counter[tuple[str, str]]:
    return Counter(
        pair for each in parts.values() for pair in combinations([part for part in each if part in known], 2)
    )


def _ordered(parts: Parts, known: set[str]) -> bool:
    """Whether options that stand in one cell nearly always stand in the same order."""
    before = _before(parts, known)
    against = sum(min(count, before[second, first]) for (first, second), count in before.items()) / 2
    return against <= 0.1 * before.total()


def in_order(parts: Parts, options: Sequence[str]) -> Iterator[str]:
    """The options as their cells order them; where these do not say, as given."""
    before, left = _before(parts, set(options)), list(options)
    while left:
        behind = {each: sum(before[other, each] > before[each, other] for other in left) for each in left}
        first = min(left, key=lambda each: behind[each])
        left.remove(first)
        yield first
