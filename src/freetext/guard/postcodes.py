"""UK postcodes: of the 124 areas that there are, and no ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from freetext.guard.notation import GAP, words
from freetext.guard.spans import Span

AREAS = words(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG
    HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S
    SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    """
)
"""The areas of the Royal Mail, the Isle of Man and the Channel Islands with them."""
LETTERED = words("E1 EC1 EC2 EC3 EC4 N1 NW1 SE1 SW1 W1 WC1 WC2")
"""The districts of central London, which a letter may divide."""
INWARD = "ABDEFGHJLNPQRSTUWXYZabdefghjlnpqrstuwxyz"
POSTCODE = re.compile(
    rf"(?<![A-Za-z0-9])([A-Za-z]{{1,2}})([0-9])([0-9A-Za-z]?)([{GAP}]{{0,2}})([0-9])([{INWARD}]{{2}})(?![A-Za-z0-9])"
)
HINT = rf"[A-Za-z][0-9][0-9A-Za-z]?[{GAP}]{{0,2}}[0-9][{INWARD}]{{2}}"
ORDINALS = {"1": "st", "2": "nd", "3": "rd"}
UNITS = words("ft gb hr hp lb px st tb yr")
BEHIND = re.compile(rf"[{GAP}]+([^\W\d_]+)")


def postcodes(text: str) -> Iterator[Span]:
    """Find the postcodes of a text."""
    for each in POSTCODE.finditer(text):
        if _stands(each) and not (_ordinal(text, each) or _unit(each)):
            yield Span(each.start(), each.end(), "postcode")


def _stands(each: re.Match[str]) -> bool:
    """Say whether there may be such a district: `E1W` and `SW1A` of those with a letter, `CR0` but no `CR05`."""
    area, first, second = each[1].upper(), each[2], each[3].upper()
    if area not in AREAS:
        return False
    return f"{area}{first}" in LETTERED if second.isalpha() else not (first == "0" and second)


def _ordinal(text: str, each: re.Match[str]) -> bool:
    """Say whether the end is an ordinal: `B12 3rd floor`, `B12 3RD FLOOR`; but `B33 8TH` is a postcode where no word follows.

    People write ordinals in small letters, unless they write everything in capitals.
    """
    suffix = each[6]
    if suffix.lower() != ORDINALS.get(each[5], "th"):
        return False
    if suffix.islower() and (each[1].isupper() or not each[4]):
        return True
    behind = BEHIND.match(text, each.end())
    return bool(behind and each[4] and (suffix.islower() or behind[1].isupper()))


def _unit(each: re.Match[str]) -> bool:
    """Say whether the end is a quantity: `M4 2hr delays`."""
    return each[6].islower() and each[1].isupper() and each[6] in UNITS
