"""Sentences: names, lists, numbers and what an interval allows, in plain words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from freetext.tallies.rounding import count, points

MOST = 80
"""Characters of a name in a sentence; a longer one ends at a word."""

HEADING, TITLE = 160, 400
"""Characters of a heading in a sentence, and of a title that stands by itself."""

KEPT = "\u200c\u200d"
"""Joiners, which spell Persian and compose emoji."""


def named(text: str, most: int = MOST) -> str:
    """Make a name fit for a sentence: one line, nothing that cannot be seen or turns text round, and not too long."""
    shown = "".join(" " if each.isspace() else each for each in text if _visible(each))
    words = " ".join(shown.split())
    if len(words) <= most:
        return words
    whole, _, _ = words[: most + 1].rpartition(" ")
    return f"{whole or words[:most]}..."


def titled(text: str) -> str:
    """Make a title of what was asked."""
    return named(text, TITLE)


def _visible(character: str) -> bool:
    return character in KEPT or character.isspace() or unicodedata.category(character) not in {"Cc", "Cf", "Cs"}


def opened(sentence: str) -> str:
    """Begin a sentence with a capital, unless its first word has one of its own (iPhone)."""
    first = sentence.split(" ", 1)[0]
    return sentence[:1].upper() + sentence[1:] if first == first.lower() else sentence


def listed(parts: Sequence[str]) -> str:
    """Join with commas, and with "and" before the last."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def shortened(parts: Sequence[str], most: int) -> str:
    """Join the first few, and say how many more there are."""
    more = len(parts) - most
    return listed(parts) if more <= 0 else listed([*parts[:most], f"{count(more)} more"])


def sentences(title: str, said: str) -> str:
    """Put a heading before a sentence: a question as it is, anything else with a colon."""
    heading = named(title, HEADING)
    return f"{heading} {opened(said)}" if heading.endswith(("?", ".", "!")) else f"{heading.removesuffix(':')}: {said}"


def headed(title: str, part: str) -> str:
    """Put the name of a part behind a title: `What is it? By type`, `levels: by type`."""
    heading = titled(title)
    return f"{heading} {opened(part)}" if heading.endswith(("?", ".", "!")) else f"{heading}: {part}"


def span(low: float, high: float) -> str:
    """An interval in whole points: `41 to 70`; one number where the two round to the same."""
    return points(low) if points(low) == points(high) else f"{points(low)} to {points(high)}"


def extent(share: float, low: float, high: float) -> str:
    """Say what an interval allows to be said of a share: `about half, 41 to 70 %`, `a majority, 55 to 80 %`.

    A word is used only where the whole interval bears it, as it is and as it is printed. "About half" wants a share of 40 to 60 % and an
    interval of at most 30 points; anything wider or elsewhere is `anything from 12 to 88 %`.
    """
    word = _word(share, low, high)
    return f"{word}, {span(low, high)} %" if word else f"anything from {span(low, high)} %"


ABOVE = ((75, "more than three quarters"), (50, "a majority"))
BELOW = ((10, "fewer than one in ten"), (25, "fewer than a quarter"), (50, "a minority"))


def _word(share: float, low: float, high: float) -> str:
    for edge, word in ABOVE:
        if low * 100 > edge and int(points(low)) > edge:
            return word
    for edge, word in BELOW:
        if high * 100 < edge and int(points(high)) < edge:
            return word
    return "about half" if 0.4 <= share <= 0.6 and high - low <= 0.30 else ""
