"""What a bench found, row by row: a figure, its aim, and whether it is met; kept as JSON, so that the page can be written later."""

from __future__ import annotations

import hashlib
import json
import os
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import freetext

SCRIPTS = Path(__file__).parent
MEASURING = (
    "bench_ceiling", "bench_data", "bench_files", "bench_flow", "bench_new_words", "bench_peak", "bench_rivals",
    "bench_scale", "bench_scaled_data", "bench_speed", "bench_speed_rivals", "bench_starts", "bench_steps", "bench_turns",
    "profile_coding",
)  # fmt: skip
"""The scripts that figures of speed and scale hang on; those that lay them out are not among them."""

Unit = Literal["times", "s", "MB", "%", "answers a second", "microseconds"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One row of the table.

    name      what it is kept under
    what      what was measured, as the table says it
    value     the figure, in `unit`
    aim       what it should be: at least, or at most where `low` is better; None where there is none
    told      what stands behind the figure, in words
    figures   numbers that the sizing and the page use
    sources   a hash of the sources that were measured, and of those that measured them
    machine   what it was measured on
    """

    name: str
    what: str
    value: float
    unit: Unit
    aim: float | None = None
    low: bool = False
    told: str = ""
    figures: Mapping[str, float] = field(default_factory=dict)
    sources: str = ""
    machine: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the aim is reached; None where there is none."""
        if self.aim is None:
            return None
        return self.value <= self.aim if self.low else self.value >= self.aim

    @property
    def verdict(self) -> str:
        """Return met, missed, or nothing."""
        return {None: "", True: "met", False: "**missed**"}[self.met]

    @property
    def wanted(self) -> str:
        """Write the aim."""
        return "" if self.aim is None else f"{'at most' if self.low else 'at least'} {written(self.aim, self.unit)}"

    @property
    def line(self) -> str:
        """Write the row for the terminal."""
        aim = f" (aim: {self.wanted}; {self.verdict.strip('*')})" if self.aim is not None else ""
        told = f"; {self.told}" if self.told else ""
        return f"{self.what}: {written(self.value, self.unit)}{aim}{told}"


class Ledger:
    """Marks kept in a folder, one JSON file each."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; it is made when the first mark is kept."""
        self.folder = folder

    def keep(self, mark: Mark) -> None:
        """Print a mark and keep it."""
        print(mark.line, flush=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        part = self.folder / f"{mark.name}.part"
        told = {**asdict(mark), "sources": sources(), "machine": machine()}
        part.write_text(json.dumps(told, indent=1), encoding="utf-8")
        part.replace(self.folder / f"{mark.name}.json")

    def kept(self) -> dict[str, Mark]:
        """Read all that was kept."""
        told: dict[str, dict[str, Any]] = {
            path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(self.folder.glob("*.json"))
        }
        return {name: Mark(**each) for name, each in told.items()}


def written(value: float, unit: Unit) -> str:
    """Write a figure with as many places as it bears."""
    places = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    told = f"{round(value, places) + 0.0:,.{places}f}"  # never a zero below zero
    if "." in told:
        told = told.rstrip("0").rstrip(".")
    return f"{told} {unit}"


@cache
def sources(scripts: Path = SCRIPTS) -> str:
    """Return a hash of all sources of the package, and of the scripts that measure it."""
    told = hashlib.sha256()
    measuring = [scripts / f"{name}.py" for name in MEASURING]
    for path in (*sorted(Path(freetext.__file__).parent.rglob("*.py")), *measuring):
        told.update(path.name.encode() + path.read_bytes())
    return told.hexdigest()[:12]


def machine() -> str:
    """Name the machine: its processor, cores, memory and Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30 if hasattr(os, "sysconf") else 0.0
    return f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, Python {platform.python_version()}"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.is_file():
        names = [line for line in told.read_text(encoding="utf-8").splitlines() if line.startswith("model name")]
        if names:
            return names[0].partition(":")[2].strip()
    return platform.machine()
