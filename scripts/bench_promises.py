"""What the project promised of its coding quality, and what a run has reached."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import mean

from bench_sets import ALL, FULL, SINGLE, SMALL
from bench_summary import Key, Summary, gap

Found = dict[Key, Summary]
Row = tuple[str, str, str, str]
OURS, PLAIN, VECTORS = "freetext", "plain", "freetext, vectors"
SLACK = 0.005
"""How much lower than the plain pipeline's a score may be on a large set."""

PRECISION = {OURS: {32: 0.29, 64: 0.32, 128: 0.38, 512: 0.48}, VECTORS: {32: 0.33, 64: 0.37, 128: 0.42, 512: 0.50}}
"""Mean average precision on the 15 commonest themes of the health-service feedback, by labels."""


def promises(found: Found) -> Iterator[Row]:
    """Yield what was promised, what is wanted, what was reached, and whether that is enough; what was not run is left out."""
    sets = [name for name in FULL if name not in SINGLE and (name, ALL, OURS) in found and (name, ALL, PLAIN) in found]
    if sets:
        for measure in ("micro", "macro"):
            yield _nowhere_lower(found, sets, measure)
        yield from _on_average(found, sets)
    yield from _published(found)
    yield from _few(found)


def row(promise: str, wanted: float, reached: float, *, least: bool) -> Row:
    """Lay out a promise of at least, or at most, a figure."""
    met = reached >= wanted if least else reached <= wanted
    return (
        promise,
        f"{'at least' if least else 'at most'} {wanted:.3f}",
        f"{reached:.3f}",
        "met" if met else "**missed**",
    )


def _nowhere_lower(found: Found, sets: list[str], measure: str) -> Row:
    """Compare set by set: within SLACK, or on the small sets within two standard errors."""
    low = []
    for name in sets:
        apart = gap(found[name, ALL, OURS], found[name, ALL, PLAIN], measure)
        if apart.mean < -(2 * apart.error if name in SMALL else SLACK):
            low.append(f"{name} {apart.mean:+.3f}")
    told = ", ".join(low) or f"none of {len(sets)}"
    return f"{measure} F1 lower than plain", "on no set", told, "**missed**" if low else "met"


def _on_average(found: Found, sets: list[str]) -> Iterator[Row]:
    for measure, wanted in (("micro", 0.02), ("macro", 0.08)):
        reached = mean(found[name, ALL, OURS].means[measure] - found[name, ALL, PLAIN].means[measure] for name in sets)
        yield row(f"{measure} F1 above plain, mean of {len(sets)} sets", wanted, reached, least=True)
    ours, theirs = (mean(found[name, ALL, system].means["tally"] for name in sets) for system in (OURS, PLAIN))
    yield row("mean tally error, as a part of plain's", 0.4, ours / theirs, least=False)


def _published(found: Found) -> Iterator[Row]:
    for name, measure, wanted, published in (
        ("nhs_phase1", "accuracy", 0.73, "published .70"),
        ("anes_party", "samples", 0.72, "published transformer .56"),
        ("anes_terror", "samples", 0.81, "published transformer .57"),
        ("goemotions", "macro", 0.50, "published BERT .46"),
        ("goemotions", "micro", 0.57, ""),
    ):
        each = found.get((name, ALL, OURS))
        if each:
            kind = measure if measure == "accuracy" else f"{measure} F1"
            told = f"{name}, {kind}" + (f" ({published})" if published else "")
            yield row(told, wanted, each.means[measure], least=True)


def _few(found: Found) -> Iterator[Row]:
    for system, wanted in PRECISION.items():
        for size, least in wanted.items():
            if each := found.get(("nhs_15", size, system)):
                told = f"mean AP at {size} labels" + (", with vectors" if system == VECTORS else "")
                yield row(told, least, each.means["mean_ap"], least=True)
    for size, measure, most in ((48, "tally", 3.0), (1000, "tally", 1.2), (1000, "relative", 0.25)):
        if each := found.get(("nhs_15", size, OURS)):
            what = "tally error, points," if measure == "tally" else "tally error as a part of the share"
            yield row(f"{what} at {size:,} labels", most, each.means[measure], least=False)
