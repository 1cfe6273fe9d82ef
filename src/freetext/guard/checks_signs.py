"""Checks of single characters: text decoded wrongly, characters lost, control characters, formulas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from freetext.guard.checks import Cells, Finding, Severity, found

CP1252 = "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
"""What the second byte of a UTF-8 character becomes where it is taken for cp1252 or Latin-1."""

MISREAD = re.compile(
    f"[\u00c2\u00c3][{CP1252}]|\u00e2[\u20ac\u0080][{CP1252}\u009d]?|\u00f0\u0178|\u00ef\u00bb\u00bf|\u00ef\u00bf\u00bd"
)
"""UTF-8 that was read as cp1252 or Latin-1."""

LOST = re.compile(
    "\ufffd|(?<![^\\s(\\[\"'\u2018\u2019\u201c\u2013\u2014,;-])[^\\W\\d_]+\\?(?:s|t|re|ve|ll)(?![\\w=&%/?-])"
)
"""A character that could not be read: the replacement character, or a question mark for an apostrophe inside a plain word.

What stands before the mark must be letters alone up to a blank: addresses (`/watch?t=12`) and times (`9am?t`) are none.
"""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls but tab and line ends, what turns the direction of text round, and halves of characters."""

MIXED = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
"""Latin and Cyrillic letters in one word."""

OFTEN, SOME = 0.005, 3
"""The share of filled cells, and the number of them, from which on it is the file's fault and not a respondent's."""


def check_signs(cells: Cells) -> Iterator[Finding]:
    """All checks of a column's characters."""
    filled = sum(map(bool, cells.texts))
    odd = [place for place, text in enumerate(cells.texts) if not text.isascii()]
    misread = [place for place in odd if MISREAD.search(cells.texts[place])]
    what = "{n} with UTF-8 that was once read as something else (an apostrophe shows as three characters)."
    remedy = "Export it again as UTF-8, or name the encoding with --encoding."
    yield from found("misread", _grave(misread, filled), cells, misread, what, remedy)
    lost = [place for place, text in enumerate(cells.texts) if ("?" in text or "\ufffd" in text) and LOST.search(text)]
    what = "{n} with characters that were lost (a question mark or \ufffd in their place)."
    yield from found("lost-characters", _grave(lost, filled), cells, lost, what, remedy)
    control = [place for place, text in enumerate(cells.texts) if not text.isprintable() and CONTROL.search(text)]
    what = "{n} with control characters, or with such as turn the direction of text round."
    yield from found("control-characters", "note", cells, control, what, "They are taken out where text is written.")
    mixed = [place for place in odd if MIXED.search(cells.texts[place])]
    what = "{n} with Latin and Cyrillic letters in one word: it looks like a word that it is not."
    yield from found("mixed-scripts", "note", cells, mixed, what, "Write the word in one alphabet.")


def _grave(places: list[int], filled: int) -> Severity:
    return "person" if len(places) >= SOME and len(places) >= OFTEN * filled else "note"


def check_formulas(cells: Cells, dangerous: Callable[[str], bool]) -> list[Finding]:
    """Cells that a spreadsheet would run as a formula; `dangerous` says of a text whether it would."""
    running = {text for text in set(cells.texts) if text and not text[0].isalnum() and dangerous(text)}
    places = (place for place, text in enumerate(cells.texts) if text in running) if running else ()
    what = "{n} with a cell that a spreadsheet would run as a formula."
    remedy = "What freetext writes is guarded (an apostrophe in front); look out when you open the file itself."
    return found("formula", "note", cells, places, what, remedy)
