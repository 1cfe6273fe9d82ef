"""Names of variables that a format does not take: what they became, for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from freetext.files.exchange.dataset import Dataset
from freetext.files.exchange.names import spss_names, stata_names
from freetext.files.exchange.triple_s_columns import triple_s_columns

Renames: TypeAlias = tuple[tuple[str, str], ...]
"""(name, became), in the order of the variables."""

NAMED = ("sav", "dta", "triple-s")
"""The forms that do not take every name."""
SHOWN, LONGEST = 4, 40


def renames_of(dataset: Dataset, form: str) -> Renames:
    """List the names that an export to a form changes."""
    names = [each.name for each in dataset.variables]
    if form == "triple-s":
        return triple_s_columns(dataset).renamed
    fitting = {"sav": spss_names, "dta": stata_names}.get(form)
    return () if fitting is None else changed(names, fitting(names))


def changed(names: Sequence[str], became: Iterable[str]) -> Renames:
    """List the names that became others."""
    return tuple((name, new) for name, new in zip(names, became, strict=True) if name != new)


def renames_said(renames: Sequence[tuple[str, str]], *, where: str) -> tuple[str, ...]:
    """Say the first of the names that had to change, each cut in its middle, how many there are, and `where` all of them stand."""
    if not renames:
        return ()
    first = ", ".join(f"{shortened(name)} -> {shortened(new)}" for name, new in renames[:SHOWN])
    more = f" and {len(renames) - SHOWN:,} more" if len(renames) > SHOWN else ""
    cut = more or any(max(map(len, pair)) > LONGEST for pair in renames)
    return (f"{len(renames):,} renamed: {first}{more}" + (f" ({where})" if cut else ""),)


def shortened(name: str) -> str:
    """Give a name with an ellipsis for its middle where it is long: its end tells the variables of one question apart."""
    plain = " ".join(name.split())
    end = LONGEST // 2 - 5
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - end - 1].rstrip()}\u2026{plain[-end:].lstrip()}"
