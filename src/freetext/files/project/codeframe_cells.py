"""Texts of a codeframe in cells and descriptions: lists joined in one, and signs that tables and XML do not keep."""

from __future__ import annotations

import re
from collections.abc import Sequence

ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}")
LOST = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""What XML cannot hold, or what programs change or drop: controls but tab and line feed, half characters, a mark of byte order."""

ITEM = re.compile(r'[ \t]*(?:"((?:[^"]|"")*)"[ \t]*(?=[;\n]|\Z)|([^;\n]*))(?:[;\n]|\Z)')


def escaped(text: str) -> str:
    r"""Write signs that get lost as `\u{1f}`; `unescaped` takes them back, and leaves everybody else's backslashes alone."""
    text = ESCAPE.sub(lambda found: r"\u{5c}" + found[0][1:], text)
    return LOST.sub(lambda found: _code(found[0]), text)


def unescaped(text: str) -> str:
    """Take the signs back that `escaped` wrote."""
    return ESCAPE.sub(lambda found: _sign(found[0], int(found[1], 16)), text)


def _code(sign: str) -> str:
    return rf"\u{{{ord(sign):x}}}"


def _sign(written: str, number: int) -> str:
    return chr(number) if number <= 0x10FFFF else written


def cell_of(text: str) -> str:
    """Write one text so that a reader who takes blanks off its ends gives it back."""
    text = escaped(text)
    inner = text.strip()
    if inner == text:
        return text
    start = text.index(inner) if inner else len(text)
    return "".join(map(_code, text[:start])) + inner + "".join(map(_code, text[start + len(inner) :]))


def text_in(cell: str) -> str:
    """Read one text of a cell."""
    return unescaped(cell.strip())


def list_cell(texts: Sequence[str]) -> str:
    """Join texts, one a line; one that a reader would cut or trim stands in quotes."""
    return "\n".join(_quoted(escaped(text)) for text in texts)


def _quoted(text: str) -> str:
    if text and text == text.strip() and text[0] != '"' and not set(text) & {";", "\n"}:
        return text
    return '"' + text.replace('"', '""') + '"'


def list_in(cell: str) -> tuple[str, ...]:
    """Split a cell at `;` and line breaks; what stands wholly in quotes is one text, and blank parts are none."""
    if not cell.strip():
        return ()
    found, place = [], 0
    while place < len(cell):
        match = ITEM.match(cell, place)
        if match is None:
            break
        quoted, bare = match.groups()
        if quoted is not None:
            found.append(unescaped(quoted.replace('""', '"')))
        elif bare.strip():
            found.append(unescaped(bare.strip()))
        place = max(match.end(), place + 1)
    return tuple(found)
