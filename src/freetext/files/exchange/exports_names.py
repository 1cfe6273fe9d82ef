"""Names of variables that a format does not take: what they became, for people."""

from __future__ import annotations

from collections.abc import Sequence

from freetext.files.exchange.dataset import Dataset
from freetext.files.exchange.names import Renames, renamed, spss_names, stata_names
from freetext.files.exchange.triple_s_columns import triple_s_columns

NAMED = ("sav", "dta", "triple-s")
"""The forms that do not take every name."""
PLAIN = ("csv", "xlsx", "parquet")
"""Those that take every name that no other column has."""
SHOWN, LONGEST = 4, 40


def renames_of(dataset: Dataset, form: str) -> Renames:
    """List the names that an export to a form changes, those first that another variable has."""
    names = [each.name for each in dataset.variables]
    if form == "triple-s":
        return (*dataset.renamed, *triple_s_columns(dataset).renamed)
    fitting = {"sav": spss_names, "dta": stata_names}.get(form)
    return (*dataset.renamed, *(() if fitting is None else renamed(names, fitting(names))))


def renames_said(renames: Sequence[tuple[str, str]], *, where: str) -> tuple[str, ...]:
    """Say the first of the names that had to change, each cut in its middle, how many there are, and `where` all of them stand."""
    if not renames:
        return ()
    first = ", ".join(_pair(name, new) for name, new in renames[:SHOWN])
    more = f" and {len(renames) - SHOWN:,} more" if len(renames) > SHOWN else ""
    cut = more or any(max(map(len, pair)) > LONGEST for pair in renames)
    return (f"{len(renames):,} renamed: {first}{more}" + (f" ({where})" if cut else ""),)


def _pair(name: str, new: str) -> str:
    """Say a rename; in quotes where the two look the same."""
    pair = shortened(name), shortened(new)
    return f"{name!r} -> {new!r}" if pair[0] == pair[1] else " -> ".join(pair)


def shortened(name: str) -> str:
    """Give a name with an ellipsis for its middle where it is long: its end tells the variables of one question apart."""
    plain = " ".join(name.split())
    end = LONGEST // 2 - 5
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - end - 1].rstrip()}\u2026{plain[-end:].lstrip()}"
