"""How long a report takes, and how much memory: the demo's, and one of 100,000 coded answers by 20 themes and 3 banners.

Each runs as a process of its own, as a user starts it; beside the seconds stands the ratio to starting Python with the report's libraries.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

ANSWERS, THEMES, COLUMNS = 100_000, 20, 6
BANNERS = ("type", "region", "size")
PROBE = """
import resource, sys
from freetext.cli import main
sys.argv[0] = "freetext"
try:
    code = main()
except SystemExit as stop:
    code = stop.code
print("PEAK", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
sys.exit(code)
"""


def report() -> None:
    """Print seconds and megabytes of both reports, and of the same file's tally."""
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        started = _timed([sys.executable, "-c", "import freetext.interfaces.reporting, matplotlib.figure"], folder)[0]
        print(f"python with the report's libraries: {started:.2f} s")
        _ran("demo", str(folder / "demo"), folder=folder)
        _line("report of the demo", ["report", "--force"], folder / "demo", started)
        _line("verify of the demo", ["verify"], folder / "demo", started)
        _write(folder / "large.csv")
        options = [*(word for banner in BANNERS for word in ("--by", banner)), "--text", "answer"]
        size = f"{ANSWERS:,} answers, {THEMES} themes, {len(BANNERS)} banners"
        _line(f"tally of {size}", ["tally", "large.csv", *options, "-o", "tables.csv", "--force"], folder, started)
        _line(f"report of {size}", ["report", "large.csv", *options, "-o", "large"], folder, started)


def _line(name: str, command: list[str], folder: Path, started: float) -> None:
    seconds, peak = _ran(*command, folder=folder)
    print(f"{name}: {seconds:.2f} s ({seconds / started:.1f} times starting), {peak} MB at most")


def _ran(*command: str, folder: Path) -> tuple[float, int]:
    seconds, said = _timed([sys.executable, "-c", PROBE, *command, "--quiet"], folder)
    return seconds, int(said.rpartition("PEAK ")[2] or 0)


def _timed(command: list[str], folder: Path) -> tuple[float, str]:
    begun = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"}
    )
    if done.returncode:
        sys.exit(f"{command[3:]}: {done.stderr}")
    return time.perf_counter() - begun, done.stderr


def _write(path: Path) -> None:
    """Write answers as a tool coded them: a third of them by people."""
    draw = Random(4)
    words = [f"word{place}" for place in range(2_000)]
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["id", *BANNERS, "answer", "freetext_themes", "freetext_source"])
        for place in range(ANSWERS):
            themes = [f"theme-{each}" for each in range(THEMES) if draw.random() < 0.02 * (1 + each % 5)]
            said = " ".join(draw.choices(words, k=20))
            kinds = [f"{banner} {draw.randrange(COLUMNS)}" for banner in BANNERS]
            out.writerow([place, *kinds, said, ";".join(themes), "human" if place % 3 == 0 else "model"])


if __name__ == "__main__":
    report()
