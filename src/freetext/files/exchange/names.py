"""Names of variables that SPSS and Stata take: valid, of the right length, each once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeAlias

SPSS_BYTES, STATA_CHARACTERS = 64, 32
SPSS_RESERVED = frozenset(("all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"))
STATA_RESERVED = frozenset(
    (
        *(
            "_all",
            "_b",
            "byte",
            "_coef",
            "_cons",
            "double",
            "float",
            "if",
            "in",
            "int",
            "long",
            "_n",
            "_N",
            "_pi",
            "_pred",
        ),
        *("_rc", "_skip", "strL", "using", "with", "alias", "_se", "_r", "_error", "_newframe", "_st", "_weight"),
    )
)
SPSS_OTHERS, STATA_OTHERS = re.compile(r"[^\w.$#@]+"), re.compile(r"\W+")
STATA_STRINGS = re.compile(r"str[0-9]+")


Renames: TypeAlias = tuple[tuple[str, str], ...]
"""(name, became) of variables whose names a format does not take, in their order."""


def renamed(names: Sequence[str], became: Sequence[str]) -> Renames:
    """List the names that had to be changed."""
    return tuple((old, new) for old, new in zip(names, became, strict=True) if old != new)


def spss_names(names: Sequence[str]) -> tuple[str, ...]:
    """Give each name as SPSS takes it: 64 bytes of UTF-8, a letter first, no reserved word; upper and lower case are the same."""
    return _unique(names, [_spss(name) for name in names], _within_bytes, str.casefold)


def stata_names(names: Sequence[str]) -> tuple[str, ...]:
    """Give each name as Stata takes it: 32 letters, digits and _, no digit first, no reserved word.

    They end a few characters earlier, for pyreadstat calls the labels of a variable by its name and a number.
    """
    most = STATA_CHARACTERS - len(str(len(names)))
    return _unique(names, [_stata(name, most) for name in names], lambda name, room: name[: most - room], str)


def _spss(name: str) -> str:
    plain = SPSS_OTHERS.sub("_", _plain(name)).rstrip(".")
    if not plain or not plain[0].isalpha():
        plain = f"v{plain}" if plain[:1].isdigit() else f"v_{plain.lstrip('_.$#@')}"
    cut = _within_bytes(plain, 0).rstrip(".")
    return f"{cut}_" if cut.casefold() in SPSS_RESERVED else cut


def _stata(name: str, most: int) -> str:
    plain = STATA_OTHERS.sub("_", _plain(name))
    if not plain or not (plain[0].isalpha() or plain[0] == "_"):
        plain = f"v{plain}"
    cut = plain[:most]
    reserved = cut in STATA_RESERVED or STATA_STRINGS.fullmatch(cut)
    return f"v{cut}" if reserved and cut.startswith("_") else f"{cut}_" if reserved else cut


def _plain(name: str) -> str:
    """The name composed, of plain letters and digits; a letter that needs marks to stand by itself is parted from them."""
    composed = unicodedata.normalize("NFC", name.strip())
    return "".join(each if each.isalpha() or each.isdecimal() or each in "_.$#@" else " " for each in composed)


def _within_bytes(name: str, room: int) -> str:
    return name.encode()[: SPSS_BYTES - room].decode(errors="ignore")


def _unique(
    names: Sequence[str], fitting: Sequence[str], cut: Callable[[str, int], str], key: Callable[[str], str]
) -> tuple[str, ...]:
    """Tell apart those that are the same: the second `x` is `x_2`. The first that needs no change keeps its own."""
    kept = {key(new): place for place, new in reversed(list(enumerate(fitting))) if new == names[place]}
    taken, given = set[str](), []
    for place, fitted in enumerate(fitting):
        new, number = fitted, 1
        while key(new) in taken or kept.get(key(new), place) != place:
            number += 1
            ending = f"_{number}"
            new = cut(fitted, len(ending)) + ending
        taken.add(key(new))
        given.append(new)
    return tuple(given)
