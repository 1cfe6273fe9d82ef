"""Facts of two waves out of plain columns: shares, ranks and options, each tested by relabelling respondents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray
from freetext.tallies.drift import Fact, Group, Part, Unit
from freetext.tallies.drift_relabel import Relabelled, tail, together

POINTS, AUC, CRAMER = "points", "AUC", "Cramér's V"

BLANK = "(blank)"
"""What an empty cell of a closed column is called."""

RAREST = 6
"""Answers with a mark, and without it, that a share must have to be tested: all of five fall on one side by chance too often."""

OTHERS = "(all others)"
OPTIONS = 30
"""Options of a closed column that are told apart, the commonest; a column of more numbers than that is compared by their order."""


def percent(share: float) -> str:
    """Write a share as a percentage, with one place below ten."""
    places = 1 if 0 < abs(share) < 0.0995 else 0
    return f"{share * 100:.{places}f} %"


def share_fact(name: str, group: Group, what: str, marks: BoolArray, base: BoolArray, waves: Relabelled) -> Fact:
    """Compare the share of a base's answers (n,) that bear a mark; `what` goes before the figures.

    What is too rare in both waves together to be found is told and not tested, so that it takes nothing from the others. Source: Tarone 1990.
    """
    new, old = waves.means(marks[:, None].astype(np.float64), base)
    change = float(new[0, 0] - old[0, 0])
    p = tail(np.abs(new - old)[:, 0]) if min(marks[base].sum(), (~marks[base]).sum()) >= RAREST else None
    said = f"{what}: {percent(float(old[0, 0]))} before, {percent(float(new[0, 0]))} now."
    return Fact(name, group, "share", POINTS, float(old[0, 0]), float(new[0, 0]), change, p, said)


def rank_fact(
    name: str, group: Group, unit: Unit, what: str, values: FloatArray, base: BoolArray, waves: Relabelled
) -> Fact:
    """Compare the order of numbers (n,) over a base: the effect is how often a new one is greater than an old one, ties by half.

    `old` and `new` are medians. Source: Mann and Whitney 1947.
    """
    here = base & np.isfinite(values)
    ranks = np.zeros(len(values))
    ranks[here] = ranked(values[here])
    new, old = waves.means(ranks[:, None], here)
    sides = [values[here & ~waves.new], values[here & waves.new]]
    if not all(map(len, sides)):
        return Fact(name, group, unit, AUC, None, None, None, None, f"{what}: nothing to compare.")
    before, now = (float(np.median(side)) for side in sides)
    effect = 0.5 + float(
        new[0, 0] - old[0, 0]
    )  # a mean rank is 1/2 + the share of the others that are smaller, over both waves
    written = [percent(each) if unit == "share" else f"{each:.3g}" for each in (before, now)]
    said = f"{what}: median {written[0]} before, {written[1]} now."
    return Fact(name, group, unit, AUC, before, now, effect, tail(np.abs(new - old)[:, 0]), said)


def ranked(values: FloatArray) -> FloatArray:
    """Return the middle ranks of numbers (n,), over n: 0..1, ties shared."""
    _, where, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return np.asarray((ends - (counts - 1) / 2)[where] / max(len(values), 1))


def options_fact(name: str, group: Group, what: str, cells: Sequence[str], waves: Relabelled, level: float) -> Fact:
    """Compare how the answers part over the options of a column (n,), by chi-square; the effect is Cramér's V.

    A column of more than OPTIONS different numbers is compared by their order; of other columns the rarer options stand together.
    """
    named = [cell.strip() or BLANK for cell in cells]
    counts = Counter(named)
    numbers = _numbers(named) if len(counts) > OPTIONS else None
    if numbers is not None:
        base = np.isfinite(numbers)
        return rank_fact(name, group, "words", what, numbers, base, waves)
    kept = [option for option, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:OPTIONS]]
    place = {option: number for number, option in enumerate(kept)}
    names = [*kept, OTHERS] if len(counts) > len(kept) else kept
    member = np.zeros((len(named), len(names)))
    member[np.arange(len(named)), [place.get(cell, len(kept)) for cell in named]] = 1
    new, old = waves.sums(member)
    chi = chi_square(new, old)
    effect = float(np.sqrt(chi[0] / len(named))) if named else 0.0
    p = tail(chi)
    shares = [each / np.maximum(each.sum(axis=1, keepdims=True), 1) for each in (new, old)]
    parts = parts_of(names, shares[0] - shares[1], shares[1][0], shares[0][0], level)
    return Fact(name, group, "v", CRAMER, None, None, effect, p, f"{what}: {moves(parts)}.", parts)


def chi_square(new: FloatArray, old: FloatArray) -> FloatArray:
    """Return Pearson's chi-square (m,) of m tables of two rows: counts (m, k) of the new and of the old."""
    columns = new + old
    total = np.maximum(columns.sum(axis=1, keepdims=True), 1e-12)
    found = np.zeros(len(new))
    for row in (new, old):
        wanted = row.sum(axis=1, keepdims=True) * columns / total
        found += np.divide((row - wanted) ** 2, wanted, out=np.zeros_like(wanted), where=wanted > 0).sum(axis=1)
    return found


def parts_of(
    names: Sequence[str],
    differences: FloatArray,
    old: FloatArray,
    new: FloatArray,
    level: float,
    slugs: Sequence[str] = (),
) -> tuple[Part, ...]:
    """Lay parts out, the largest change first; `differences` (1 + rounds, k) give each its p."""
    _, p = together(differences)
    found = [
        Part(name, float(old[k]), float(new[k]), float(p[k]), bool(p[k] <= level), slugs[k] if slugs else "")
        for k, name in enumerate(names)
    ]
    return tuple(sorted(found, key=lambda part: (-abs(part.change), part.name)))


def moves(parts: Sequence[Part], most: int = 3) -> str:
    """Name the parts that moved most: those that are found, or else the first."""
    shown = [part for part in parts if part.found][:most] or list(parts[:1])
    return "; ".join(f"{part.name} {percent(part.old)} before, {percent(part.new)} now" for part in shown)


def _numbers(cells: Sequence[str]) -> FloatArray | None:
    """Read a column as numbers, nan for a blank; None where a cell is none."""
    try:
        return np.array([np.nan if cell == BLANK else float(cell) for cell in cells])
    except ValueError:
        return None
