"""The page of speed and scale: what is written by hand stays, what stands between its marks is laid out from what was kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench_marks import Mark, sources, written
from bench_page import table
from bench_sizing import sizing

SPEED = ("scoring", "codings", "file", "file-command", "fasttext", "plain", "svc", "training")
SCALE = ("cost", "tenths", "memory", "peak", "two", "ceiling", "dask", "tally", "train-seconds", "train-memory")
STARTS = ("help", "import", "tally-41", "code-41")
SHOWN = (*SPEED, *SCALE, *STARTS, "steps")
GAP = re.compile(r"(<!-- measured: (\w+) -->\n).*?(<!-- end of what was measured -->)", re.DOTALL)


def write_page(path: Path, marks: Mapping[str, Mark]) -> None:
    """Write each measured part of the page anew; the page must be there."""
    parts = {
        "machine": measured_on({name: marks[name] for name in SHOWN if name in marks}),
        "speed": rows(SPEED, marks),
        "scale": rows(SCALE, marks),
        "starts": rows(STARTS, marks),
        "cost": figures("cost", "file of", marks),
        "steps": figures("steps", "step", marks),
        "sizing": sizing(marks),
    }
    text = path.read_text(encoding="utf-8")
    filled = GAP.sub(lambda gap: f"{gap[1]}{_told(parts[gap[2]])}{gap[3]}", text)
    path.write_text(filled, encoding="utf-8")
    print(f"wrote {path.name}")


def rows(names: Sequence[str], marks: Mapping[str, Mark]) -> list[str]:
    """Lay out marks as a table: what, aim, measured, whether met, and what stands behind it."""
    there = [marks[name] for name in names if name in marks]
    if not there:
        return ["Not measured yet."]
    lines = [(mark.what, mark.wanted, written(mark.value, mark.unit), mark.verdict, mark.told) for mark in there]
    return table(("what", "aim", "measured", "", "behind it"), lines)


def figures(name: str, of: str, marks: Mapping[str, Mark]) -> list[str]:
    """Lay out the microseconds that are kept under a mark."""
    if name not in marks:
        return ["Not measured yet."]
    lines = [(each, f"{micro:.2f}") for each, micro in marks[name].figures.items()]
    return table((of, "microseconds a row"), lines)


def measured_on(marks: Mapping[str, Mark]) -> list[str]:
    """Say on which machine the figures were found, and which are of other sources than those that stand."""
    if not marks:
        return ["Not measured yet."]
    found: dict[str, list[str]] = {}
    for name, mark in marks.items():
        found.setdefault(mark.machine or "a machine that was not noted", []).append(name)
    where = "; ".join(f"{each} ({', '.join(names)})" if len(found) > 1 else each for each, names in found.items())
    other = ", ".join(name for name, mark in marks.items() if mark.sources != sources())
    return [f"Measured on {where}.{f' With other sources than these: {other}.' if other else ''}"]


def _told(lines: Sequence[str]) -> str:
    return "\n".join(lines).strip("\n") + "\n"
